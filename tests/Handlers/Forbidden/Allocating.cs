using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Creates an object.</summary>
internal struct Allocating : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Object = new OneCounter(); // reported
}
