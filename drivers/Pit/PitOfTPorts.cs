using System;
using System.Threading;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The 8253/8254 timer, ticking; <see cref="Pit"/> makes it. A clock that counts the ticks.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>Nothing here allocates, throws or takes a lock.</remarks>
public sealed class Pit<TPorts> : IClock
    where TPorts : struct, IPortSpace
{
    private const ushort Channel0 = 0x40, CommandPort = 0x43;

    // Channel 0, low byte then high byte, mode 2 (rate generator), binary (8254 data sheet, control word).
    private const byte RateGenerator = 0x34;

    // Channel 0: hold the count for reading. The counter itself runs on.
    private const byte LatchChannel0 = 0x00;

    // A poll is three accesses, some 3 µs on a real bus, and the counter changes every microsecond.
    private const int ProbePolls = 10_000;

    // Some 10 µs pass between two polls: about a second, where the counter itself stands still.
    private const int TickPolls = 100_000;
    private const int LooksBetweenPolls = 4096;

    private readonly ushort _divisor;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPorts _ports;
    private ulong _ticks;

    internal Pit(TPorts ports, ushort divisor)
    {
        _ports = ports;
        _divisor = divisor;
    }

    /// <summary>How many interrupts there have been.</summary>
    public ulong Ticks => Volatile.Read(ref _ticks);

    /// <summary>The time of those ticks, by the timer's real rate.</summary>
    public TimeSpan Elapsed => TimeOf(Ticks);

    /// <summary>The time of one tick, rounded down to 100 ns.</summary>
    public TimeSpan Resolution => TimeOf(1);

    /// <summary>Waits for the next tick. Interrupts must be let in.</summary>
    /// <param name="patience">
    /// How many times the counter may start anew without an interrupt. One would do on a real machine; an emulator on a busy host can be
    /// late by many.
    /// </param>
    /// <returns>Whether a tick came: false tells a timer whose interrupts do not arrive.</returns>
    public bool WaitForTick(int patience = 500)
    {
        var ticks = Ticks;
        var restarts = 0;
        var before = ReadCount();
        for (var poll = 0; poll < TickPolls && restarts < patience; poll++)
        {
            for (var look = 0; look < LooksBetweenPolls; look++)
            {
                if (Ticks != ticks)
                {
                    return true;
                }
            }

            var count = ReadCount();
            if (count > before)
            {
                restarts++;
            }

            before = count;
        }

        return Ticks != ticks;
    }

    internal void Start()
    {
        _ports.WriteByte(CommandPort, RateGenerator);
        _ports.WriteByte(Channel0, (byte)_divisor);
        _ports.WriteByte(Channel0, (byte)(_divisor >> 8));
    }

    /// <summary>Looks for two counts that differ, both of those that this rate has: the divisor down to 1.</summary>
    internal PitFault Probe()
    {
        // The counter takes up a new rate with its next clock: what it had before may be read until then.
        ushort first = 0;
        ushort count = 0;
        for (var poll = 0; poll < ProbePolls; poll++)
        {
            count = ReadCount();
            if (count == 0 || count > _divisor)
            {
                continue;
            }

            if (first != 0 && count != first)
            {
                return new PitFault(PitFaultKind.None, count, InterruptClaimFault.None);
            }

            first = count;
        }

        return new PitFault(first == 0 ? PitFaultKind.Absent : PitFaultKind.NotCounting, count, InterruptClaimFault.None);
    }

    internal void Tick() => Volatile.Write(ref _ticks, _ticks + 1);

    // In two steps, so that nothing overflows within the first 490,000 years.
    private TimeSpan TimeOf(ulong ticks)
    {
        var periods = ticks * _divisor;
        var seconds = periods / Pit.InputFrequency;
        var rest = periods % Pit.InputFrequency;
        return new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond + rest * TimeSpan.TicksPerSecond / Pit.InputFrequency));
    }

    private ushort ReadCount()
    {
        _ports.WriteByte(CommandPort, LatchChannel0);
        var low = _ports.ReadByte(Channel0);
        return (ushort)(low | _ports.ReadByte(Channel0) << 8);
    }
}
