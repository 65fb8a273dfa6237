using System.Runtime.CompilerServices;

// Who looks into exceptions: the unwinder, and the kernel, which reports those that nobody catches.
[assembly: InternalsVisibleTo("Tarn.Unwinder")]
[assembly: InternalsVisibleTo("Tarn.Kernel")]
