using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Ends the kernel.</summary>
internal struct Panicking : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Index > 100)
        {
            Panic.Fail("too many"); // reported
        }
    }
}
