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

    /// <summary>Says it in a sentence. Allocates.</summary>
    public override string ToString() => Kind switch
    {
        VgaFaultKind.None => "the VGA text screen was opened",
        VgaFaultKind.Absent => "no VGA card",
        VgaFaultKind.Monochrome => "the VGA card is in a monochrome mode",
        VgaFaultKind.GraphicsMode => "the VGA card is in a graphics mode",
        _ => $"the VGA text screen has {Columns} columns and {Rows} rows, not 80 and 25",
    };
}
