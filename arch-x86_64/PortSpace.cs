using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The processor's own I/O ports, through the IN and OUT instructions.</summary>
/// <remarks>Neither allocates nor throws; may be used in an interrupt handler.</remarks>
public readonly struct PortSpace : IPortSpace
{
    /// <inheritdoc/>
    public byte ReadByte(ushort port) => In8(port);

    /// <inheritdoc/>
    public void WriteByte(ushort port, byte value) => Out8(port, value);

    /// <inheritdoc/>
    public ushort ReadWord(ushort port) => In16(port);

    /// <inheritdoc/>
    public void WriteWord(ushort port, ushort value) => Out16(port, value);

    /// <inheritdoc/>
    public uint ReadDoubleword(ushort port) => In32(port);

    /// <inheritdoc/>
    public void WriteDoubleword(ushort port, uint value) => Out32(port, value);

    [RuntimeImport("*", "tarn_port_read_byte")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte In8(ushort port);

    [RuntimeImport("*", "tarn_port_write_byte")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Out8(ushort port, byte value);

    [RuntimeImport("*", "tarn_port_read_word")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ushort In16(ushort port);

    [RuntimeImport("*", "tarn_port_write_word")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Out16(ushort port, ushort value);

    [RuntimeImport("*", "tarn_port_read_doubleword")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint In32(ushort port);

    [RuntimeImport("*", "tarn_port_write_doubleword")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Out32(ushort port, uint value);
}
