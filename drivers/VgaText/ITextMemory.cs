namespace Tarn.Drivers;

/// <summary>Video memory in text mode, as the screen needs it: a row of cells that can be written.</summary>
/// <remarks>
/// There is no way to read. Video memory is slow to read (over a bus, or by leaving a virtual machine for every cell), and a driver that
/// cannot read it cannot come to depend on what somebody else left there.
/// </remarks>
public interface ITextMemory
{
    /// <summary>Writes a cell.</summary>
    /// <param name="index">Which: row × 80 + column, 0 to 1999.</param>
    /// <param name="cell">The character in code page 437 (bits 0 to 7), its colour (8 to 11) and the colour behind it (12 to 15).</param>
    /// <remarks>Does not allocate, throw or wait; may run in a panic.</remarks>
    void WriteCell(int index, ushort cell);
}
