namespace Tarn.Drivers;

/// <summary>Why there is no text screen, and what was found instead.</summary>
public readonly struct VgaFault
{
    internal VgaFault(VgaFaultKind kind, int columns = 0, int rows = 0)
    {
        Kind = kind;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>What is wrong.</summary>
    public VgaFaultKind Kind { get; }

    /// <summary>The width of the screen in characters, where <see cref="Kind"/> is <see cref="VgaFaultKind.OtherSize"/>.</summary>
    public int Columns { get; }

    /// <summary>The height of the screen in characters, where <see cref="Kind"/> is <see cref="VgaFaultKind.OtherSize"/>.</summary>
    public int Rows { get; }

    /// <summary>What is wrong, in words. Does not allocate.</summary>
    public string Reason => Kind switch
    {
        VgaFaultKind.None => "nothing is wrong",
        VgaFaultKind.Absent => "no VGA card",
        VgaFaultKind.Monochrome => "the VGA card is in a monochrome mode",
        VgaFaultKind.GraphicsMode => "the VGA card is in a graphics mode",
        _ => "the VGA text screen has another size than 80x25",
    };

    /// <summary>Says it in a sentence, with the size where that is what is wrong. Allocates.</summary>
    public override string ToString() => Kind == VgaFaultKind.OtherSize ? $"{Reason}: {Columns}x{Rows}" : Reason;
}
