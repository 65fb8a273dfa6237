namespace Tarn.Drivers;

/// <summary>Why there is no text screen.</summary>
public enum VgaFaultKind
{
    /// <summary>Nothing is wrong: the screen was opened.</summary>
    None,

    /// <summary>No card answers: its registers do not keep what is written to them, or read 0xFF throughout.</summary>
    Absent,

    /// <summary>The card is set up as a monochrome one, whose text is elsewhere in memory.</summary>
    Monochrome,

    /// <summary>The card shows pixels: a bootloader or the firmware has set a graphics mode.</summary>
    GraphicsMode,

    /// <summary>The card shows text, but not 80 columns of 25 rows.</summary>
    OtherSize,
}
