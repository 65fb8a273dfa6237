using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls a delegate.</summary>
internal struct CallingADelegate : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Action is { } action)
        {
            action(); // reported
        }
    }
}
