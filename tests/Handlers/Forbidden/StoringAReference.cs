using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Stores to an array of references, which may be one of a derived class.</summary>
internal struct StoringAReference : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        var objects = Surroundings.Objects;
        var index = Surroundings.Index;
        if ((uint)index < (uint)objects.Length)
        {
            objects[index] = Surroundings.Object; // reported
        }
    }
}
