using System;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Tests.Kernel.Harness;

/// <summary>A clock that only goes on while somebody waits for it: so many instructions are a millisecond.</summary>
internal sealed class SpinningClock(TickAlarm alarm) : IClock
{
    private const ulong InstructionsOfTick = 5_000;

    /// <inheritdoc/>
    public TimeSpan Elapsed => TimeSpan.FromMilliseconds(alarm.Ticks);

    /// <inheritdoc/>
    public TimeSpan Resolution => TimeSpan.FromMilliseconds(1);

    /// <summary>Spins for a tick, and serves it.</summary>
    public void WaitForTick()
    {
        var end = Arch.X86_64.Processor.ReadTimeStampCounter() + InstructionsOfTick;
        while (Arch.X86_64.Processor.ReadTimeStampCounter() < end)
        {
        }

        alarm.Handler.OnInterrupt();
    }
}
