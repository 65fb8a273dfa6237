using System.Threading;

namespace Tarn.Drivers;

/// <summary>The card's own text memory, at an address that the image has mapped.</summary>
/// <param name="address">Where the physical addresses 0xB8000 to 0xB8F9F are mapped, writable.</param>
public readonly unsafe struct VgaTextMemory(nuint address) : ITextMemory
{
    /// <summary>Where a colour card's text memory begins, as a physical address.</summary>
    public const nuint PhysicalAddress = 0xB8000;

    private readonly ushort* _cells = (ushort*)address;

    /// <inheritdoc/>
    public void WriteCell(int index, ushort cell)
    {
        // Volatile, since nothing ever reads it back: the compiler might find the write useless.
        Volatile.Write(ref _cells[index], cell);
    }
}
