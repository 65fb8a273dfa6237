using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The two 8259A interrupt controllers of a PC, the second at line 2 of the first (Intel 8259A data sheet; ICW and OCW are its
/// terms).</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>
/// Lines 0 to 7 are the first controller's, 8 to 15 the second's; they arrive at <see cref="FirstVector"/> and after. This is the
/// hardware alone, without the question who is behind a line: <see cref="PicController"/>. Nothing here allocates, throws, waits or
/// locks; all of it may run in an interrupt handler.
/// </remarks>
public struct Pic8259<TPorts>
    where TPorts : struct, IPortSpace
{
    /// <summary>How many lines there are.</summary>
    public const int LineCount = 16;

    /// <summary>The line of the first controller that the second is at. No device can have it.</summary>
    public const int CascadeLine = 2;

    /// <summary>The vector of line 0. (Before it is set, lines arrive at 8 and after, among the exceptions.)</summary>
    public const int FirstVector = 32;

    private const int LinesEach = 8;
    private const ushort FirstCommand = 0x20, FirstData = 0x21;
    private const ushort SecondCommand = 0xA0, SecondData = 0xA1;

    // A port that does nothing: a write to it gives an old controller the time that it needs between two commands.
    private const ushort DelayPort = 0x80;

    private const byte Initialize = 0x11;       // ICW1: edge-triggered, cascaded, ICW4 follows
    private const byte Mode8086 = 0x01;         // ICW4: the end of an interrupt is told by command
    private const byte ReadRequests = 0x0A;     // OCW3: the next read of the command port is of the request register,
    private const byte ReadInService = 0x0B;    //       or of the in-service register
    private const byte EndOfLine = 0x60;        // OCW2: specific end of interrupt; the line is added
    private const byte AllLines = 0xFF;

    // Two patterns that are each other's complement: a bus that keeps the last value, or a bit that is stuck, fails one.
    private const byte FirstPattern = 0x5A, SecondPattern = 0xA5;

    private TPorts _ports;
    private ushort _masked;
    private uint _spuriousCount;

    /// <summary>How often a line raised an interrupt and did not stand by it: noise, or a device that was quicker than the
    /// processor.</summary>
    public readonly uint SpuriousCount => _spuriousCount;

    /// <summary>Finds out whether the controllers are there, moves their lines out of the exceptions' vectors, and masks them
    /// all.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="fault">What betrayed that they are not there.</param>
    /// <returns>Whether they are there.</returns>
    /// <remarks>With interrupts masked.</remarks>
    public bool TryOpen(TPorts ports, out PicFault fault)
    {
        _ports = ports;
        if (!KeepsMask(FirstData, out fault) || !KeepsMask(SecondData, out fault))
        {
            return false;
        }

        Command(FirstCommand, Initialize);
        Command(SecondCommand, Initialize);
        Command(FirstData, FirstVector);
        Command(SecondData, FirstVector + LinesEach);
        Command(FirstData, 1 << CascadeLine);
        Command(SecondData, CascadeLine);
        Command(FirstData, Mode8086);
        Command(SecondData, Mode8086);

        // The cascade itself is never masked: the second controller's own masks are enough.
        _masked = unchecked((ushort)~(1 << CascadeLine));
        WriteMasks();
        return true;
    }

    /// <summary>Whether the line's interrupts are held back.</summary>
    /// <param name="line">The line, 0 to 15.</param>
    public readonly bool IsMasked(int line) => (_masked & 1 << line) != 0;

    /// <summary>Holds back the line's interrupts.</summary>
    /// <param name="line">The line, 0 to 15; the cascade's is ignored.</param>
    public void Mask(int line)
    {
        if (line != CascadeLine)
        {
            _masked |= (ushort)(1 << line);
            WriteMasks();
        }
    }

    /// <summary>Lets the line's interrupts through.</summary>
    /// <param name="line">The line, 0 to 15.</param>
    public void Unmask(int line)
    {
        _masked &= (ushort)~(1 << line);
        WriteMasks();
    }

    /// <summary>Whether the line asks for an interrupt that has not been served, masked or not.</summary>
    /// <param name="line">The line, 0 to 15.</param>
    public bool IsRequested(int line) => Read(line, ReadRequests);

    /// <summary>Begins to serve an interrupt: tells a real one from a spurious one, and counts the latter.</summary>
    /// <param name="line">The line whose vector came, 0 to 15.</param>
    /// <returns>Whether it is real. If not, all is done already.</returns>
    /// <remarks>
    /// A request that has gone by the time that the processor asks for its vector arrives as the controller's lowest line, 7 or 15,
    /// without a bit in the in-service register. Then there is nothing to end; but the first controller has served its line 2 for a
    /// spurious 15.
    /// </remarks>
    public bool Begin(int line)
    {
        if ((line & (LinesEach - 1)) != LinesEach - 1 || Read(line, ReadInService))
        {
            return true;
        }

        _spuriousCount++;
        if (line >= LinesEach)
        {
            _ports.WriteByte(FirstCommand, EndOfLine | CascadeLine);
        }

        return false;
    }

    /// <summary>Ends the service of a line.</summary>
    /// <param name="line">The line, 0 to 15.</param>
    public void End(int line)
    {
        if (line >= LinesEach)
        {
            _ports.WriteByte(SecondCommand, (byte)(EndOfLine | (line - LinesEach)));
            line = CascadeLine;
        }

        _ports.WriteByte(FirstCommand, (byte)(EndOfLine | line));
    }

    private bool Read(int line, byte register)
    {
        var command = line < LinesEach ? FirstCommand : SecondCommand;
        _ports.WriteByte(command, register);
        return (_ports.ReadByte(command) & 1 << (line & (LinesEach - 1))) != 0;
    }

    private bool KeepsMask(ushort port, out PicFault fault)
    {
        return Keeps(port, FirstPattern, out fault) && Keeps(port, SecondPattern, out fault) && Keeps(port, AllLines, out fault);
    }

    private bool Keeps(ushort port, byte mask, out PicFault fault)
    {
        Command(port, mask);
        var found = _ports.ReadByte(port);
        fault = found == mask ? default : new PicFault(port, mask, found);
        return found == mask;
    }

    private void Command(ushort port, byte value)
    {
        _ports.WriteByte(port, value);
        _ports.WriteByte(DelayPort, 0);
    }

    private void WriteMasks()
    {
        _ports.WriteByte(FirstData, (byte)_masked);
        _ports.WriteByte(SecondData, (byte)(_masked >> LinesEach));
    }
}
