using System.Runtime.CompilerServices;

// Who looks into exceptions: the unwinder, the kernel, which reports those that nobody catches, and their tests.
[assembly: InternalsVisibleTo("Tarn.Unwinder")]
[assembly: InternalsVisibleTo("Tarn.Kernel")]
[assembly: InternalsVisibleTo("Tarn.Tests.Kernel")]

// Who derives from TaskExecutor.
[assembly: InternalsVisibleTo("Tarn.Tasks")]
