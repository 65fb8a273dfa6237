using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Creates an array.</summary>
internal struct AllocatingInAnArray : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Numbers = new int[Surroundings.Index]; // reported
}
