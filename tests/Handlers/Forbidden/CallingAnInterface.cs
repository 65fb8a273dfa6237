using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls through an interface that many classes implement: of a few, the compiler tries each.</summary>
internal struct CallingAnInterface : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Counter is { } counter)
        {
            counter.Count(); // reported
        }
    }
}
