using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls assembly that jumps into the middle of a function, to a label of no type and no size.</summary>
internal struct AllocatingBehindALabel : IInterruptHandler
{
    public readonly void OnInterrupt() => Assembly.JumpIntoTheMiddle(); // reported
}
