using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Takes the lock that handlers may take: it masks interrupts, which are masked here already.</summary>
internal struct InterruptLocked : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        var held = InterruptLock.Enter();
        Surroundings.Sum++;
        held.Dispose();
    }
}
