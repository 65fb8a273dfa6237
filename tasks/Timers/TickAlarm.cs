using System.Threading;
using System.Threading.Tasks;
using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>Counts the ticks of a clock in its interrupt, and wakes the executor's timers when their time has come.</summary>
/// <remarks>What the interrupt costs does not depend on how many timers there are: it compares two numbers.</remarks>
public sealed class TickAlarm
{
    private const ulong Never = ulong.MaxValue;

    private ulong _ticks;
    private ulong _due = Never;
    private Task? _sleeper;

    /// <summary>What the clock's interrupt is to do besides.</summary>
    public TickHandler Handler => new(this);

    /// <summary>How many ticks there have been.</summary>
    public ulong Ticks => Volatile.Read(ref _ticks);

    /// <summary>Has a task woken once, by the tick that comes after so many others. Replaces what was set before.</summary>
    internal void Set(Task sleeper, ulong ticks)
    {
        _sleeper = sleeper;
        Volatile.Write(ref _due, Volatile.Read(ref _ticks) + ticks);
    }

    internal void Clear() => Volatile.Write(ref _due, Never);

    internal void OnTick()
    {
        var ticks = _ticks + 1;
        Volatile.Write(ref _ticks, ticks);
        if (ticks >= _due)
        {
            _due = Never;
            ReadyQueue<NoProbe>.Wake(_sleeper!);
        }
    }
}
