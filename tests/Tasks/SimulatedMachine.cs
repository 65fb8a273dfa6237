using System;
using System.Collections.Generic;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>A processor with a timer: what it is told to do is written down, and time passes when it halts.</summary>
internal sealed class SimulatedMachine : IClock
{
    private readonly Queue<Action> _pending = new();
    private readonly List<string> _trace = [];
    private readonly TickAlarm _alarm = new();
    private bool _isMasked;
    private ulong _timestamp;

    /// <summary>An interrupt each time that this has been reached, if it is not negative.</summary>
    public int TicksLeft { get; set; } = 1_000_000;

    public TimeSpan Resolution => TimeSpan.FromMilliseconds(1);

    public TimeSpan Elapsed => TimeSpan.FromMilliseconds(_alarm.Ticks);

    public ulong Ticks => _alarm.Ticks;

    public int Halts { get; private set; }

    public bool IsTraced { get; init; }

    public IReadOnlyList<string> Trace => _trace;

    /// <summary>Is called just before the processor halts, interrupts masked.</summary>
    public Action? BeforeHalt { get; set; }

    /// <summary>Is called just before interrupts are masked.</summary>
    public Action? BeforeMask { get; set; }

    public Executor<SimulatedPlatform> NewExecutor() => new(new SimulatedPlatform(this), this, _alarm);

    public void Log(string what)
    {
        if (IsTraced)
        {
            _trace.Add(what);
        }
    }

    /// <summary>An interrupt: served at once, or when interrupts are let in again.</summary>
    public void Interrupt(Action handler)
    {
        _pending.Enqueue(handler);
        if (!_isMasked)
        {
            Serve();
        }
    }

    public void Tick() => Interrupt(() => _alarm.Handler.OnInterrupt());

    public ulong ReadTimestamp() => _timestamp += 10;

    public void Mask()
    {
        BeforeMask?.Invoke();
        _isMasked = true;
        Log("mask");
    }

    public void Unmask()
    {
        Log("unmask");
        _isMasked = false;
        Serve();
    }

    /// <summary>Halts: nothing else happens than what is pending, or else the next tick.</summary>
    public void Wait()
    {
        BeforeHalt?.Invoke();
        Log("halt");
        Halts++;
        _isMasked = false;
        if (_pending.Count == 0)
        {
            if (TicksLeft-- == 0)
            {
                throw new InvalidOperationException("The processor halted, and nothing will wake it.");
            }

            _alarm.Handler.OnInterrupt();
        }
        else
        {
            Serve();
        }
    }

    private void Serve()
    {
        while (_pending.TryDequeue(out var handler))
        {
            _isMasked = true;
            handler();
            _isMasked = false;
        }
    }
}
