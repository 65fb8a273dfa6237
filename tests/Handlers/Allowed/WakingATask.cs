using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Wakes tasks in each of the ways that there are for handlers.</summary>
internal readonly struct WakingATask(ByteRing ring, InterruptSignal signal, TickHandler tick) : IInterruptHandler
{
    public void OnInterrupt()
    {
        ring.TryWrite((byte)Surroundings.Sum);
        signal.Set();
        tick.OnInterrupt();
    }
}
