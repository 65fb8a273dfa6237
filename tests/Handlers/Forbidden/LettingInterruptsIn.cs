using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Lets interrupts in: the next one comes on top of this one's stack.</summary>
internal struct LettingInterruptsIn : IInterruptHandler
{
    public readonly void OnInterrupt() => Processor.EnableInterrupts(); // reported
}
