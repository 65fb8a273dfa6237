using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Makes an object of a number.</summary>
internal struct Boxing : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Object = Surroundings.Sum; // reported
}
