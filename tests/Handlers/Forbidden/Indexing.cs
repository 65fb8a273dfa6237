using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Accesses an array at an index that nothing guards.</summary>
internal struct Indexing : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Numbers[Surroundings.Index]++; // reported
}
