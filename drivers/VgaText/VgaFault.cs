using System;
using System.Text;

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

    /// <summary>What is wrong, in words: UTF-8. Does not allocate.</summary>
    public ReadOnlySpan<byte> Reason => Kind switch
    {
        VgaFaultKind.None => "nothing is wrong"u8,
        VgaFaultKind.Absent => "no VGA card"u8,
        VgaFaultKind.Monochrome => "the VGA card is in a monochrome mode"u8,
        VgaFaultKind.GraphicsMode => "the VGA card is in a graphics mode"u8,
        _ => "the VGA text screen has another size than 80x25"u8,
    };

    /// <summary>Says it in a sentence, with the size where that is what is wrong. Allocates.</summary>
    public override string ToString()
    {
        var reason = Encoding.UTF8.GetString(Reason);
        return Kind == VgaFaultKind.OtherSize ? $"{reason}: {Columns}x{Rows}" : reason;
    }
}
