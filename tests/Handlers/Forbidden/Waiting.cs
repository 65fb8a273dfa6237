using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Halts, with interrupts masked: for good.</summary>
internal struct Waiting : IInterruptHandler
{
    public readonly void OnInterrupt() => Processor.HaltForever(); // reported
}
