using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Takes a frame of memory.</summary>
internal struct TakingFrames : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Frames.TryAllocate(out _)) // reported
        {
            Surroundings.Sum++;
        }
    }
}
