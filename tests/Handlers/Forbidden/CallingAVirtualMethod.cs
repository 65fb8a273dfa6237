using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls a method that many classes override.</summary>
internal struct CallingAVirtualMethod : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.AbstractCounter is { } counter)
        {
            counter.CountDown(); // reported
        }
    }
}
