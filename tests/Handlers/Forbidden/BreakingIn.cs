using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Raises a breakpoint exception, which is reported on the console.</summary>
internal struct BreakingIn : IInterruptHandler
{
    public readonly void OnInterrupt() => Processor.Breakpoint(); // reported
}
