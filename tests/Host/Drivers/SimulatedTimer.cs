using System;

namespace Tarn.Tests.Host.Drivers;

/// <summary>Channel 0 of an 8254 at register level, and the ways in which it can be missing or silent.</summary>
internal sealed class SimulatedTimer : IPortDevice
{
    private int _count;
    private ushort _latched;
    private bool _isHighNext;
    private byte _low;

    /// <summary>Nothing is there: reads give 0xFF.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>How far the counter counts between two accesses.</summary>
    public int Step { get; init; } = 3;

    /// <summary>Runs each time the counter starts anew.</summary>
    public Action? Tick { get; set; }

    /// <summary>The last control word that was not a latch.</summary>
    public byte Mode { get; private set; }

    /// <summary>The counter's rate.</summary>
    public int Divisor { get; private set; } = 65536;

    public int Accesses { get; private set; }

    public byte Read(ushort port)
    {
        Count();
        if (IsAbsent)
        {
            return 0xFF;
        }

        _isHighNext = !_isHighNext;
        return (byte)(_isHighNext ? _latched : _latched >> 8);
    }

    public void Write(ushort port, byte value)
    {
        Count();
        if (IsAbsent)
        {
            return;
        }

        switch (port)
        {
            case 0x43 when (value & 0x30) == 0:
                _latched = (ushort)_count;
                _isHighNext = false;
                break;

            case 0x43:
                Mode = value;
                _isHighNext = false;
                break;

            case 0x40 when !_isHighNext:
                _low = value;
                _isHighNext = true;
                break;

            case 0x40:
                // After a control word a new rate is taken up with the next clock.
                Divisor = value << 8 | _low;
                _count = Divisor;
                _isHighNext = false;
                break;

            default:
                throw new InvalidOperationException($"Port 0x{port:X} is none of the timer's.");
        }
    }

    private void Count()
    {
        Accesses++;
        _count -= Step;
        while (_count <= 0 && Step > 0)
        {
            _count += Divisor;
            Tick?.Invoke();
        }
    }
}
