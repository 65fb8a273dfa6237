using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Divides: where the divisor is zero the processor raises an exception, which is a fault of the kernel and reported as one.</summary>
internal struct Dividing : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Sum /= Surroundings.Index;
}
