using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>QEMU's debugger interface: gdb's remote protocol (GDB manual, appendix E), as far as breakpoints and steps. The machine stands still when the
/// conversation begins. Not to be used from several threads.</summary>
/// <remarks>
/// While the machine stands still, its clock does too. So what is done at the n-th arrival somewhere is done at the same instruction in every run,
/// as nothing is that comes in from outside of a running machine.
/// </remarks>
/// <param name="stream">The connection; it is closed with this object.</param>
public sealed class GdbStub(NetworkStream stream) : IDisposable
{
    // Where registers stand in the answer with all of them: RAX, RBX, RCX, RDX, RSI, RDI, RBP, RSP, R8 to R15, RIP, EFLAGS, …; little-endian.
    private const int RegisterSize = 8, StackPointer = 7 * RegisterSize, InstructionPointer = 16 * RegisterSize, Flags = 17 * RegisterSize;
    private const uint InterruptFlag = 1 << 9;

    /// <summary>Where the machine stands.</summary>
    public ulong ProgramCounter => BitConverter.ToUInt64(Convert.FromHexString(Ask("g")), InstructionPointer);

    /// <summary>Whether it would let an interrupt in.</summary>
    public bool AreInterruptsEnabled => (BitConverter.ToUInt32(Convert.FromHexString(Ask("g")), Flags) & InterruptFlag) != 0;

    /// <summary>Has the machine that runs stand still, wherever it is.</summary>
    public void Interrupt()
    {
        stream.WriteByte(0x03);
        Expect("T02", Receive()[..3]);
    }

    /// <summary>Has the machine, which stands still, stop before it executes an instruction.</summary>
    public void InsertBreakpoint(ulong address) => Expect("OK", Ask($"Z1,{address:x},1"));

    /// <summary>Takes that back. The machine stands still.</summary>
    public void RemoveBreakpoint(ulong address) => Expect("OK", Ask($"z1,{address:x},1"));

    /// <summary>Lets the machine run. It must be stopped, and not stand before a breakpoint.</summary>
    public void Continue() => Send("c");

    /// <summary>Waits until it stands before a breakpoint.</summary>
    /// <returns>False if it has not come to one in time.</returns>
    public bool WaitForStop(TimeSpan limit)
    {
        if (!stream.DataAvailable && !stream.Socket.Poll(limit, SelectMode.SelectRead))
        {
            return false;
        }

        Expect("T05", Receive()[..3]);
        return true;
    }

    /// <summary>Executes one instruction. No interrupt comes in meanwhile.</summary>
    public void Step() => Expect("T05", Ask("s")[..3]);

    /// <summary>Lets the machine, which stands still, run until it is about to execute an instruction; the one that it stands at does not count.</summary>
    /// <exception cref="TimeoutException">It has not come there in time.</exception>
    public void RunTo(ulong address, TimeSpan limit)
    {
        Step();
        InsertBreakpoint(address);
        Continue();
        if (!WaitForStop(limit))
        {
            throw new TimeoutException($"The machine has not come to 0x{address:x} within {limit.TotalSeconds} s.");
        }

        RemoveBreakpoint(address);
    }

    /// <summary>Writes a byte to an I/O port, as the processor does. The machine stands still.</summary>
    public void WritePort(ushort port, byte value) =>
        Expect("OK", Ask($"qRcmd,{Convert.ToHexStringLower(Encoding.ASCII.GetBytes($"o/b 0x{port:x} 0x{value:x}"))}"));

    /// <summary>Ends the machine.</summary>
    public void Kill() => Write("k");

    /// <summary>Has the machine, which stands at the first instruction of a function, leave it as if it had come to its end.</summary>
    public void ReturnFromFunction()
    {
        var registers = Convert.FromHexString(Ask("g"));
        var stack = BitConverter.ToUInt64(registers, StackPointer);
        Convert.FromHexString(Ask($"m{stack:x},{RegisterSize:x}")).CopyTo(registers, InstructionPointer);
        BitConverter.TryWriteBytes(registers.AsSpan(StackPointer), stack + RegisterSize);
        Expect("OK", Ask($"G{Convert.ToHexString(registers)}"));
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static void Expect(string expected, string answer)
    {
        if (answer != expected)
        {
            throw new InvalidOperationException($"The debugger interface answers '{answer}' instead of '{expected}'.");
        }
    }

    private string Ask(string command)
    {
        Send(command);
        return Receive();
    }

    // A packet is $data#checksum: two digits, the sum of the data's bytes. Who has it answers '+'.
    private void Send(string data)
    {
        Write(data);
        var answer = (char)ReadByte();
        if (answer != '+')
        {
            throw new InvalidOperationException($"The debugger interface does not take '{data}': {answer}");
        }
    }

    private void Write(string data) => stream.Write(Encoding.ASCII.GetBytes($"${data}#{(byte)data.Sum(character => character):x2}"));

    private string Receive()
    {
        var data = new StringBuilder();
        while (ReadByte() != '$')
        {
        }

        for (int next; (next = ReadByte()) != '#';)
        {
            data.Append((char)next);
        }

        var sum = byte.Parse($"{(char)ReadByte()}{(char)ReadByte()}", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (sum != (byte)data.ToString().Sum(character => character))
        {
            throw new InvalidOperationException($"The debugger interface sent '{data}' with a wrong checksum.");
        }

        stream.Write("+"u8);
        return data.ToString();
    }

    private int ReadByte()
    {
        var value = stream.ReadByte();
        return value >= 0 ? value : throw new EndOfStreamException("The debugger interface is gone.");
    }
}
