using System;
using System.Threading.Tasks;
using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>The armed timers, and the task that tells their owners when their time has come.</summary>
/// <remarks>
/// The task sleeps until the tick of the first deadline, by the <see cref="TickAlarm"/>. It reckons that tick from the clock's resolution
/// rounded up, so that it wakes too early rather than too late, looks at the clock, and sleeps on for the rest: for a long delay two or
/// three times.
/// </remarks>
internal sealed class TimerQueue : Task
{
    private readonly IClock _clock;
    private readonly TickAlarm _alarm;
    private readonly long _tick;
    private TimerHeap _heap;
    private bool _isTelling;

    internal TimerQueue(IClock clock, TickAlarm alarm, KernelTask account, ReadyList list)
    {
        _clock = clock;
        _alarm = alarm;
        _tick = clock.Resolution.Ticks;
        Account = account;
        List = list;
    }

    /// <summary>How many timers are armed that are not periodic.</summary>
    internal int ArmedOneShots { get; private set; }

    internal TimeSpan Now => _clock.Elapsed;

    /// <summary>Arms a timer for a moment that lies at least so far ahead.</summary>
    /// <remarks>The clock may be about to tick: that one does not count.</remarks>
    internal void Arm(TaskTimer timer, TimeSpan delay) => ArmAt(timer, Now.Ticks + delay.Ticks + _tick);

    /// <summary>Arms a timer one period behind its last deadline, or one behind now if that has passed.</summary>
    internal void ArmAgain(TaskTimer timer, TimeSpan period)
    {
        var now = Now.Ticks;
        var deadline = timer.Deadline + period.Ticks;
        if (deadline <= now)
        {
            deadline += (now - deadline) / period.Ticks * period.Ticks + period.Ticks;
        }

        ArmAt(timer, deadline);
    }

    internal void Disarm(TaskTimer timer)
    {
        if (timer.IsArmed)
        {
            Remove(timer);
        }
    }

    /// <summary>Tells the owners of all timers whose time has come.</summary>
    internal override void TakeTurn()
    {
        var now = Now.Ticks;
        _isTelling = true;
        while (_heap.First is { } first && first.Deadline <= now)
        {
            Remove(first);
            first.Elapse();
        }

        _isTelling = false;
        SetAlarm();
    }

    private void ArmAt(TaskTimer timer, long deadline)
    {
        timer.Deadline = deadline;
        _heap.Add(timer);
        ArmedOneShots += timer.IsPeriodic ? 0 : 1;
        if (!_isTelling && ReferenceEquals(_heap.First, timer))
        {
            SetAlarm();
        }
    }

    private void Remove(TaskTimer timer)
    {
        _heap.Remove(timer);
        ArmedOneShots -= timer.IsPeriodic ? 0 : 1;
    }

    private void SetAlarm()
    {
        if (_heap.First is { } first)
        {
            _alarm.Set(this, (ulong)Math.Max(1, (first.Deadline - Now.Ticks) / (_tick + 1)));
        }
        else
        {
            _alarm.Clear();
        }
    }
}
