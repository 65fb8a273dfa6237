using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Tarn.Pipeline;

/// <summary>Stops a machine at an exact instruction and does something to it there: QEMU's side of gdb's remote protocol.</summary>
/// <remarks>
/// While the machine stands still, its clock does too. So what is done at the n-th arrival somewhere is done at the same instruction in every run,
/// as nothing is that comes in from outside of a running machine.
/// </remarks>
internal sealed class GuestDebugger : IDisposable
{
    private readonly NetworkStream _stream;

    /// <summary>Takes a connection over; the machine stands still from then on.</summary>
    /// <param name="socket">The connection that QEMU has made.</param>
    public GuestDebugger(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        Ask("?");
    }

    /// <summary>Lets the machine run until it is about to execute an instruction; the one that it stands at does not count.</summary>
    /// <param name="address">The instruction's address.</param>
    /// <exception cref="InvalidOperationException">The machine is gone.</exception>
    public void RunTo(ulong address)
    {
        var breakpoint = string.Create(CultureInfo.InvariantCulture, $"0,{address:x},1");
        Ask("s");
        Ask($"Z{breakpoint}");
        Ask("c");
        Ask($"z{breakpoint}");
    }

    /// <summary>Writes a byte to a port, as a processor would.</summary>
    public void WritePort(ushort port, byte value)
    {
        var command = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"o/b 0x{port:x} 0x{value:x}"));
        Ask($"qRcmd,{Convert.ToHexStringLower(command)}");
    }

    /// <summary>Ends the machine.</summary>
    public void Kill() => Send("k");

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Ask(string packet)
    {
        Send(packet);
        if (Read('+', '-') != '+')
        {
            throw new InvalidOperationException($"QEMU did not understand '{packet}'.");
        }

        Read('$');
        var answer = new StringBuilder();
        for (var next = Read(); next != '#'; next = Read())
        {
            answer.Append(next);
        }

        Read();
        Read();
        _stream.WriteByte((byte)'+');

        // An error, or nothing, which means that QEMU does not know the packet.
        if (answer.Length == 0 || answer[0] == 'E' || answer[0] == 'W')
        {
            throw new InvalidOperationException($"QEMU answered '{packet}' with '{answer}'.");
        }
    }

    private void Send(string packet)
    {
        var sum = packet.Sum(character => character) & 0xff;
        _stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${packet}#{sum:x2}")));
    }

    /// <summary>Skips everything before one of these.</summary>
    private char Read(params ReadOnlySpan<char> awaited)
    {
        var next = Read();
        while (!awaited.Contains(next))
        {
            next = Read();
        }

        return next;
    }

    private char Read() => _stream.ReadByte() is >= 0 and var value ? (char)value : throw new InvalidOperationException("QEMU is gone.");
}
