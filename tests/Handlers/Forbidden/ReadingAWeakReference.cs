using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Makes a reference of a weak one.</summary>
internal struct ReadingAWeakReference : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Weak is { } weak && weak.TryGetTarget(out var target)) // reported
        {
            Surroundings.Object = target;
        }
    }
}
