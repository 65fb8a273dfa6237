using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Creates an object, and is claimed for a line of the controller.</summary>
internal struct AllocatingOnALine : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Object = new TwoCounter(); // reported
}
