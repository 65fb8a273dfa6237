using System;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Tests.Kernel.Harness;

/// <summary>A processor that never halts, for cases that run with interrupts masked: where it would, it spins until the next tick and serves
/// it.</summary>
internal readonly struct SpinningPlatform(SpinningClock clock) : IExecutorPlatform
{
    /// <inheritdoc/>
    public static bool MeasuresTime => false;

    /// <inheritdoc/>
    public ulong Timestamp => Arch.X86_64.Processor.ReadTimeStampCounter();

    /// <summary>Makes it the executor of the kernel: what the conformance programs wait in.</summary>
    public static void Install()
    {
        var alarm = new TickAlarm();
        var clock = new SpinningClock(alarm);
        _ = new Executor<SpinningPlatform>(new SpinningPlatform(clock), clock, alarm);
    }

    /// <inheritdoc/>
    public void MaskInterrupts()
    {
    }

    /// <inheritdoc/>
    public void UnmaskInterrupts()
    {
    }

    /// <inheritdoc/>
    public void WaitForInterrupt() => clock.WaitForTick();
}
