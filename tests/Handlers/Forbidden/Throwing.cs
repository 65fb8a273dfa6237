using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Throws an exception that is there already.</summary>
internal struct Throwing : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Index > 100)
        {
            throw Surroundings.Exception!; // reported
        }
    }
}
