using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;

namespace Tarn.Tests.Misbehaving;

/// <summary>What a well-behaved kernel leaves alone.</summary>
internal static class Machine
{
    /// <summary>Faults with no interrupt table to handle it: the processor shuts down.</summary>
    [RuntimeImport("*", "tarn_misbehaving_triple_fault")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void TripleFault();

    /// <summary>The second of the real-time clock: register 0 of the MC146818.</summary>
    public static byte ReadSecond()
    {
        const ushort addressPort = 0x70;
        const ushort dataPort = 0x71;

        var ports = default(PortSpace);
        ports.WriteByte(addressPort, 0);
        return ports.ReadByte(dataPort);
    }
}
