using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Casts an object to an interface.</summary>
internal struct Casting : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Counter = (ICounter)Surroundings.Object; // reported
}
