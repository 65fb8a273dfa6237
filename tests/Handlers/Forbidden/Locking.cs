using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Takes the lock of an object.</summary>
internal struct Locking : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        lock (Surroundings.Object) // reported
        {
            Surroundings.Sum++;
        }
    }
}
