using System.Runtime.CompilerServices;

// Who looks into exceptions: the unwinder, the kernel, which reports those that nobody catches, the test harness, which reports those that end
// a case, and their tests.
[assembly: InternalsVisibleTo("Tarn.Unwinder")]
[assembly: InternalsVisibleTo("Tarn.Kernel")]
[assembly: InternalsVisibleTo("Tarn.Testing")]
[assembly: InternalsVisibleTo("Tarn.Tests.Kernel")]
[assembly: InternalsVisibleTo("Tarn.Tests.Exceptions")]

// Who derives from TaskExecutor.
[assembly: InternalsVisibleTo("Tarn.Tasks")]

// Who tells objects' ends to weak references and finalizers, and looks at what is ready.
[assembly: InternalsVisibleTo("Tarn.Collector")]
