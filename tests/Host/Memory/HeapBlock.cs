namespace Tarn.Tests.Host.Memory;

/// <summary>A block in use, with a number that its owner wrote to both its ends.</summary>
internal readonly unsafe record struct HeapBlock(nuint Address, nuint Size, nuint Alignment, ulong Stamp)
{
    private byte* First => (byte*)Address;

    private byte* Last => (byte*)Address + Size - 1;

    /// <summary>Whether the number is still there.</summary>
    public bool IsSigned => Size switch
    {
        0 => true,
        < 2 * sizeof(ulong) => *First == (byte)Stamp && *Last == (byte)Stamp,
        _ => *(ulong*)First == Stamp && *(ulong*)(Last - sizeof(ulong) + 1) == Stamp,
    };

    /// <summary>Writes the number.</summary>
    public void Sign()
    {
        if (Size >= 2 * sizeof(ulong))
        {
            *(ulong*)First = Stamp;
            *(ulong*)(Last - sizeof(ulong) + 1) = Stamp;
        }
        else if (Size > 0)
        {
            *First = (byte)Stamp;
            *Last = (byte)Stamp;
        }
    }
}
