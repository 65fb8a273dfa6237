namespace Tarn.Kernel;

/// <summary>The processor's I/O port space, as a driver sees it: 65,536 byte-wide ports, apart from memory.</summary>
/// <remarks>
/// Drivers take it as a struct type argument, so that the call is direct in an image and a simulated device stands behind it in a host test.
/// Nothing here allocates, throws or takes a lock; all of it may run in an interrupt handler.
/// </remarks>
public interface IPortSpace
{
    /// <summary>Reads the byte at <paramref name="port"/>; an absent device reads as 0xFF on most machines.</summary>
    byte ReadByte(ushort port);

    /// <summary>Writes a byte to <paramref name="port"/>.</summary>
    void WriteByte(ushort port, byte value);

    /// <summary>Reads the 16-bit word at <paramref name="port"/>.</summary>
    ushort ReadWord(ushort port);

    /// <summary>Writes a 16-bit word to <paramref name="port"/>.</summary>
    void WriteWord(ushort port, ushort value);

    /// <summary>Reads the 32-bit doubleword at <paramref name="port"/>.</summary>
    uint ReadDoubleword(ushort port);

    /// <summary>Writes a 32-bit doubleword to <paramref name="port"/>.</summary>
    void WriteDoubleword(ushort port, uint value);
}
