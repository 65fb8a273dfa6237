using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Takes a lock of its own kind, and keeps it.</summary>
internal struct TryingALock : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Lock.TryEnter()) // reported
        {
            Surroundings.Sum++;
        }
    }
}
