using System;
using System.Threading;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>A 16550 serial port that works; <see cref="Serial16550.TryOpen"/> makes them. It is written to by polling, and read by
/// polling or,
/// after <see cref="StartReceiving"/>, in its interrupt.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>
/// <para>
/// Nothing here hangs, allocates, throws or takes a lock. The transmitter is asked a bounded number of times whether it has room; then the
/// byte is dropped and counted. After <see cref="TimeoutsUntilDead"/> such bytes in a row the port is dead, and each further byte costs
/// one question only. Should the transmitter have room again, the port is alive again.
/// </para>
/// <para>
/// One caller at a time: the console's lock sees to that for console text, the owner of the port for raw bytes. A panic may call
/// in at any instruction: the worst that happens is that one byte is lost. Receiving in the interrupt changes nothing of that.
/// </para>
/// </remarks>
public sealed class Serial16550<TPorts> : IConsoleSink
    where TPorts : struct, IPortSpace
{
    /// <summary>How many bytes in a row must be dropped before the port counts as dead.</summary>
    public const int TimeoutsUntilDead = 4;

    // Sending a full FIFO of 16 characters takes 1.4 ms × divisor, and a poll about 1 µs on a real bus: a margin of seven at every rate.
    // The fewest polls, a second there, are for an emulator that takes nothing while whoever reads its output is busy.
    private const uint FewestPolls = 1_000_000;
    private const uint PollsPerDivisor = 10_000;

    // A PC16550D's FIFO (section 8.5), and what a 16450 has instead: the holding register.
    /// <summary>How often a byte is sent through the loopback before another that comes out counts as its echo.</summary>
    private const int LoopbackAttempts = 4;

    private const int FifoDepth = 16;
    private const int NoFifoDepth = 1;

    // What may arrive in one interrupt: several FIFOs full, in case that the line is faster than the handler (an emulator's is).
    private const int MostBytesOfInterrupt = 64;

    private const ModemControl Ready = ModemControl.DataTerminalReady | ModemControl.RequestToSend;

    private readonly ushort _basePort;
    private readonly ushort _divisor;
    private readonly uint _pollLimit;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPorts _ports;

    private int _transmitterDepth = NoFifoDepth;

    // How many bytes the transmitter takes for certain without being asked again.
    private int _room;
    private int _timeoutsInARow;

    // Who polls and the interrupt handler have counters of their own: neither is struck in the middle of an addition of the other's.
    private LineErrors _polledErrors;
    private LineErrors _interruptErrors;

    internal Serial16550(TPorts ports, ushort basePort, ushort divisor)
    {
        _ports = ports;
        _basePort = basePort;
        _divisor = divisor;
        _pollLimit = Math.Max(FewestPolls, PollsPerDivisor * divisor);
    }

    /// <summary>The first port of the registers.</summary>
    public ushort BasePort => _basePort;

    /// <summary>Bits a second.</summary>
    public uint BaudRate => Serial16550.FastestBaudRate / _divisor;

    /// <summary>Whether the transmitter has a FIFO that works: a 16450 has none, the first 16550 had a broken one.</summary>
    public bool HasFifo => _transmitterDepth == FifoDepth;

    /// <summary>Whether the transmitter took nothing for so long that it is no longer waited for.</summary>
    public bool IsDead => _timeoutsInARow >= TimeoutsUntilDead;

    /// <summary>How many bytes the transmitter did not take.</summary>
    public ulong DroppedBytes { get; private set; }

    /// <summary>How often the receiver reported an overrun, a wrong parity, a missing stop bit or a break.</summary>
    public ulong ReceiveErrors => Volatile.Read(ref _interruptErrors.All) + _polledErrors.All;

    /// <summary>How often the receiver reported an overrun: bytes were lost in the chip, since nobody had read those before them.</summary>
    public ulong Overruns => Volatile.Read(ref _interruptErrors.Overruns) + _polledErrors.Overruns;

    /// <summary>Whether received bytes are read in the interrupt.</summary>
    public bool IsReceiving { get; private set; }

    /// <summary>Writes console text: '\n' goes out as "\r\n", since a terminal needs both.</summary>
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value == (byte)'\n')
            {
                WriteByte((byte)'\r');
            }

            WriteByte(value);
        }
    }

    /// <summary>Writes bytes as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>How many the transmitter took; the others were dropped and counted.</returns>
    public int WriteRaw(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        foreach (var value in bytes)
        {
            if (WriteByte(value))
            {
                taken++;
            }
        }

        return taken;
    }

    /// <summary>Writes one byte as it is.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>Whether the transmitter took it; if not, it was dropped and counted.</returns>
    public bool WriteByte(byte value)
    {
        if (_room == 0 && !WaitForRoom())
        {
            DroppedBytes++;
            return false;
        }

        // Counted before it is written: interrupted in between, a byte of room is wasted rather than promised twice.
        _room--;
        WriteRegister(SerialRegister.Data, value);
        return true;
    }

    /// <summary>Reads a byte if one has arrived; does not wait.</summary>
    /// <param name="value">The byte; 0 where this returns false.</param>
    /// <returns>Whether there was one.</returns>
    /// <remarks>
    /// A byte that arrived damaged is returned all the same, and counted in <see cref="ReceiveErrors"/>. The FIFO holds 16 bytes:
    /// whoever polls less often than every 1.4 ms at 115200 bits a second loses some (counted as well).
    /// </remarks>
    public bool TryReadByte(out byte value)
    {
        var arrived = (ReadLineStatus() & LineStatus.DataReady) != 0;
        value = arrived ? ReadRegister(SerialRegister.Data) : (byte)0;
        return arrived;
    }

    /// <summary>Has received bytes read in the port's interrupt from now on, and handed to a receiver.</summary>
    /// <param name="interrupts">Where the interrupt is claimed.</param>
    /// <param name="line">The line that the port is wired to: <see cref="ComPort.LineOf"/>.</param>
    /// <param name="receiver">Where the bytes go.</param>
    /// <returns>Why not, or <see cref="InterruptClaimFault.None"/>: then <see cref="TryReadByte"/> finds nothing any more.</returns>
    /// <remarks>For start-up, once. Neither allocates nor throws. Output stays as it is: polled, so that it works in a panic.</remarks>
    public InterruptClaimFault StartReceiving<TInterrupts, TReceiver>(TInterrupts interrupts, int line, TReceiver receiver)
        where TInterrupts : struct, IInterruptController
        where TReceiver : struct, IByteReceiver
    {
        var claim = interrupts.Claim(line, new SerialInterrupt<TPorts, TReceiver>(this, receiver));
        if (claim != InterruptClaimFault.None)
        {
            return claim;
        }

        if (HasFifo)
        {
            WriteRegister(SerialRegister.FifoControl, (byte)(FifoControl.Enable | FifoControl.InterruptAtEightBytes));
        }

        WriteRegister(SerialRegister.ModemControl, (byte)(Ready | ModemControl.InterruptOutput));
        EnableReceiveInterrupts();
        interrupts.Unmask(line);
        IsReceiving = true;
        return claim;
    }

    /// <summary>Reads what has arrived, in the interrupt.</summary>
    internal void Receive<TReceiver>(ref TReceiver receiver)
        where TReceiver : struct, IByteReceiver
    {
        for (var count = 0; count < MostBytesOfInterrupt; count++)
        {
            if ((ReadLineStatus(ref _interruptErrors) & LineStatus.DataReady) == 0)
            {
                return;
            }

            receiver.TryWrite(ReadRegister(SerialRegister.Data));
        }

        // The line into the interrupt controller must fall before it can rise again: its edge is what interrupts.
        WriteRegister(SerialRegister.InterruptEnable, 0);
        EnableReceiveInterrupts();
    }

    /// <summary>Finds out whether a UART is there by its scratch register, which does nothing (PC16550D, section 8.10).</summary>
    internal SerialFault Probe(byte firstPattern, byte secondPattern)
    {
        const byte nobodyDrivesTheBus = 0xFF;

        var status = ReadRegister(SerialRegister.LineStatus);
        if (status == nobodyDrivesTheBus)
        {
            return Fault(SerialFaultKind.Absent, 0, status);
        }

        var fault = ProbeScratch(firstPattern);
        return fault.Kind != SerialFaultKind.None ? fault : ProbeScratch(secondPattern);
    }

    /// <summary>Sets rate, format and FIFOs (PC16550D, sections 8.1, 8.3 and 8.5), and leaves the port in loopback, off the wire.</summary>
    internal void Configure()
    {
        // Firmware or a bootloader may still be sending, and a change of rate would garble its last characters.
        // Where the wait is in vain, the loopback test will say so.
        WaitFor(LineStatus.TransmitterEmpty, _pollLimit);

        WriteRegister(SerialRegister.LineControl, (byte)LineControl.EightBitsNoParityOneStop);
        WriteRegister(SerialRegister.InterruptEnable, 0);
        WriteRegister(SerialRegister.ModemControl, (byte)ModemControl.Loopback);

        WriteRegister(SerialRegister.LineControl, (byte)(LineControl.EightBitsNoParityOneStop | LineControl.DivisorLatchAccess));
        WriteRegister(SerialRegister.DivisorLow, (byte)_divisor);
        WriteRegister(SerialRegister.DivisorHigh, (byte)(_divisor >> 8));
        WriteRegister(SerialRegister.LineControl, (byte)LineControl.EightBitsNoParityOneStop);

        ClearFifos();
        var identification = (InterruptIdentification)ReadRegister(SerialRegister.InterruptIdentification);
        var fifosWork = (identification & InterruptIdentification.FifosWork) == InterruptIdentification.FifosWork;
        _transmitterDepth = fifosWork ? FifoDepth : NoFifoDepth;
    }

    /// <summary>Sends bytes from transmitter to receiver inside the chip (PC16550D, section 8.8), then connects both to the wire.</summary>
    internal SerialFault TestLoopback(byte firstPattern, byte secondPattern)
    {
        var fault = SendThroughLoopback(firstPattern);
        if (fault.Kind == SerialFaultKind.None)
        {
            fault = SendThroughLoopback(secondPattern);
        }

        if (fault.Kind != SerialFaultKind.None)
        {
            // Left in loopback: a broken transmitter is kept off the wire.
            return fault;
        }

        ClearFifos();
        WriteRegister(SerialRegister.ModemControl, (byte)Ready);
        return fault;
    }

    private SerialFault ProbeScratch(byte pattern)
    {
        WriteRegister(SerialRegister.Scratch, pattern);
        var found = ReadRegister(SerialRegister.Scratch);
        return Fault(found == pattern ? SerialFaultKind.None : SerialFaultKind.NoScratchRegister, pattern, found);
    }

    private SerialFault SendThroughLoopback(byte pattern)
    {
        // In loopback the wire is cut off, but not from every emulated port: what is typed just now may stand before the echo, or leave no room for
        // it. It is passed over, and not taken for the echo of a port that is broken.
        byte found = 0;
        for (var attempt = 0; attempt < LoopbackAttempts; attempt++)
        {
            if (!WriteByte(pattern) || !WaitFor(LineStatus.DataReady, _pollLimit))
            {
                return Fault(SerialFaultKind.LoopbackSilent, pattern, found);
            }

            for (var held = 0; held <= FifoDepth && (ReadLineStatus() & LineStatus.DataReady) != 0; held++)
            {
                found = ReadRegister(SerialRegister.Data);
                if (found == pattern)
                {
                    return Fault(SerialFaultKind.None, pattern, found);
                }
            }
        }

        return Fault(SerialFaultKind.LoopbackGarbled, pattern, found);
    }

    private void ClearFifos()
    {
        WriteRegister(SerialRegister.FifoControl, (byte)(FifoControl.Enable | FifoControl.ClearReceiver | FifoControl.ClearTransmitter));

        // A port without FIFOs may still hold the byte that arrived last.
        ReadRegister(SerialRegister.Data);
    }

    private bool WaitForRoom()
    {
        if (!WaitFor(LineStatus.TransmitterHoldingRegisterEmpty, IsDead ? 1 : _pollLimit))
        {
            _timeoutsInARow = Math.Min(_timeoutsInARow + 1, TimeoutsUntilDead);
            return false;
        }

        _timeoutsInARow = 0;
        _room = _transmitterDepth;
        return true;
    }

    private bool WaitFor(LineStatus wanted, uint pollLimit)
    {
        for (var polls = 0u; polls < pollLimit; polls++)
        {
            if ((ReadLineStatus() & wanted) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private LineStatus ReadLineStatus() => ReadLineStatus(ref _polledErrors);

    // Every read of the line status goes through here, because reading clears its error bits.
    private LineStatus ReadLineStatus(ref LineErrors errors)
    {
        var status = (LineStatus)ReadRegister(SerialRegister.LineStatus);
        if ((status & LineStatus.ReceiveErrors) != 0)
        {
            errors.All++;
            if ((status & LineStatus.OverrunError) != 0)
            {
                errors.Overruns++;
            }
        }

        return status;
    }

    private void EnableReceiveInterrupts() =>
        WriteRegister(SerialRegister.InterruptEnable, (byte)(InterruptEnable.ReceivedData | InterruptEnable.LineStatus));

    private byte ReadRegister(ushort register) => _ports.ReadByte((ushort)(_basePort + register));

    private void WriteRegister(ushort register, byte value) => _ports.WriteByte((ushort)(_basePort + register), value);

    private SerialFault Fault(SerialFaultKind kind, byte expected, byte found) => new(kind, _basePort, expected, found);

    private struct LineErrors
    {
        public ulong All;
        public ulong Overruns;
    }
}
