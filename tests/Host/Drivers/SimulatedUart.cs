using System;
using System.Collections.Generic;

namespace Tarn.Tests.Host.Drivers;

/// <summary>A 16550 at register level, with the ways in which one can be missing or broken.</summary>
internal sealed class SimulatedUart(ushort basePort) : IPortDevice
{
    private const int FifoDepth = 16;

    private readonly Queue<byte> _transmitter = new();
    private readonly Queue<byte> _receiver = new();
    private byte _scratch;
    private byte _errors;
    private bool _fifosOn;
    private int _readsUntilSent;
    private bool _isTimedOut;
    private bool _isLineRaised;

    /// <summary>Nothing is there: reads give 0xFF, writes go nowhere.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>Whether the scratch register keeps what is written to it; an 8250 has none.</summary>
    public bool HasScratch { get; init; } = true;

    /// <summary>Bits that the scratch register cannot clear.</summary>
    public byte ScratchStuckBits { get; init; }

    /// <summary>How FIFOs that are on are identified: 0xC0 where they work, 0x80 in the first 16550, 0 where there are none.</summary>
    public byte FifoIdentification { get; init; } = 0xC0;

    /// <summary>How often the line status must be read before the transmitter has sent one character.</summary>
    public int ReadsPerCharacter { get; set; }

    /// <summary>The transmitter never sends again.</summary>
    public bool IsStuck { get; set; }

    /// <summary>What the loopback does to a byte; null is silence.</summary>
    public Func<byte, byte?> Loopback { get; init; } = value => value;

    /// <summary>Runs before every access: an interrupt between two instructions of the driver.</summary>
    public Action? BeforeAccess { get; set; }

    /// <summary>Runs when the interrupt line into the controller rises, as it does on a PC: only through OUT2.</summary>
    public Action? Interrupt { get; set; }

    /// <summary>What went out.</summary>
    public List<byte> Wire { get; } = [];

    /// <summary>Bytes that were written while the transmitter had no room.</summary>
    public int Overruns { get; private set; }

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public byte LineControl { get; private set; }

    public byte ModemControl { get; private set; }

    public byte InterruptEnable { get; private set; } = 0x0F;

    /// <summary>How many received bytes raise an interrupt; what is less does so after a while: <see cref="PassTime"/>.</summary>
    public int ReceiveTrigger { get; private set; } = 1;

    public ushort Divisor { get; private set; } = 12;

    private bool FifosWork => _fifosOn && FifoIdentification == 0xC0;

    private bool IsLoopedBack => (ModemControl & 0x10) != 0;

    private bool HasReceiveInterrupt =>
        (InterruptEnable & 0x01) != 0 && (_receiver.Count >= ReceiveTrigger || (_isTimedOut && _receiver.Count > 0));

    private bool HasLineInterrupt => (InterruptEnable & 0x04) != 0 && _errors != 0;

    private bool IsDivisorLatched => (LineControl & 0x80) != 0;

    /// <summary>Bytes arrive from the other end.</summary>
    public void Receive(params byte[] bytes)
    {
        foreach (var value in bytes)
        {
            Arrive(value);
        }

        UpdateInterrupt();
    }

    /// <summary>Four characters' time passes in which nothing arrives.</summary>
    public void PassTime()
    {
        _isTimedOut = true;
        UpdateInterrupt();
    }

    /// <summary>The receiver sees an error: 0x02 overrun, 0x04 parity, 0x08 framing, 0x10 break.</summary>
    public void ReceiveError(byte bits)
    {
        _errors |= bits;
        UpdateInterrupt();
    }

    public byte Read(ushort port)
    {
        BeforeAccess?.Invoke();
        Reads++;
        if (IsAbsent)
        {
            return 0xFF;
        }

        var value = ReadRegister(port);
        UpdateInterrupt();
        return value;
    }

    private byte ReadRegister(ushort port)
    {
        return (port - basePort) switch
        {
            0 when IsDivisorLatched => (byte)Divisor,
            0 => ReadData(),
            1 when IsDivisorLatched => (byte)(Divisor >> 8),
            1 => InterruptEnable,
            2 => (byte)(_fifosOn ? FifoIdentification | 1 : 1),
            3 => LineControl,
            4 => ModemControl,
            5 => ReadLineStatus(),
            6 => 0xB0,
            7 => (byte)(_scratch | ScratchStuckBits),
            _ => throw new InvalidOperationException($"Port 0x{port:X} is none of the UART's."),
        };
    }

    public void Write(ushort port, byte value)
    {
        BeforeAccess?.Invoke();
        Writes++;
        if (IsAbsent)
        {
            return;
        }

        switch (port - basePort)
        {
            case 0 when IsDivisorLatched:
                Divisor = (ushort)(Divisor & 0xFF00 | value);
                break;

            case 0:
                Transmit(value);
                break;

            case 1 when IsDivisorLatched:
                Divisor = (ushort)(Divisor & 0x00FF | value << 8);
                break;

            case 1:
                InterruptEnable = value;
                break;

            case 2:
                WriteFifoControl(value);
                break;

            case 3:
                LineControl = value;
                break;

            case 4:
                ModemControl = value;
                break;

            case 7:
                _scratch = HasScratch ? value : (byte)0;
                break;

            default:
                throw new InvalidOperationException($"Port 0x{port:X} is none of the UART's, or read-only.");
        }

        UpdateInterrupt();
    }

    private byte ReadData()
    {
        var value = _receiver.TryDequeue(out var received) ? received : (byte)0;
        _isTimedOut &= _receiver.Count > 0;
        return value;
    }

    private void UpdateInterrupt()
    {
        var isRaised = (ModemControl & 0x08) != 0 && (HasReceiveInterrupt || HasLineInterrupt);
        var isEdge = isRaised && !_isLineRaised;
        _isLineRaised = isRaised;
        if (isEdge)
        {
            Interrupt?.Invoke();
        }
    }

    private void Transmit(byte value)
    {
        if (_transmitter.Count >= (FifosWork ? FifoDepth : 1))
        {
            Overruns++;
            return;
        }

        if (_transmitter.Count == 0)
        {
            _readsUntilSent = ReadsPerCharacter;
        }

        _transmitter.Enqueue(value);
        SendWhatIsDue();
    }

    private byte ReadLineStatus()
    {
        _readsUntilSent--;
        SendWhatIsDue();

        var status = _errors;
        _errors = 0;
        if (_receiver.Count > 0)
        {
            status |= 0x01;
        }

        if (_transmitter.Count == 0 && !IsStuck)
        {
            status |= 0x60;
        }

        return status;
    }

    private void SendWhatIsDue()
    {
        while (!IsStuck && _readsUntilSent <= 0 && _transmitter.TryDequeue(out var value))
        {
            _readsUntilSent = ReadsPerCharacter;
            Send(value);
        }
    }

    private void Send(byte value)
    {
        if (!IsLoopedBack)
        {
            Wire.Add(value);
        }
        else if (Loopback(value) is { } returned)
        {
            Arrive(returned);
        }
    }

    private void Arrive(byte value)
    {
        if (_receiver.Count >= (FifosWork ? FifoDepth : 1))
        {
            _errors |= 0x02;
            return;
        }

        _receiver.Enqueue(value);
    }

    private void WriteFifoControl(byte value)
    {
        _fifosOn = (value & 0x01) != 0 && FifoIdentification != 0;
        ReceiveTrigger = _fifosOn ? (value >> 6) switch { 0 => 1, 1 => 4, 2 => 8, _ => 14 } : 1;
        if (!_fifosOn)
        {
            return;
        }

        if ((value & 0x02) != 0)
        {
            _receiver.Clear();
        }

        if ((value & 0x04) != 0)
        {
            _transmitter.Clear();
        }
    }
}
