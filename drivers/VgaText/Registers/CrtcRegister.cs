namespace Tarn.Drivers;

/// <summary>The registers of the CRTC that the driver uses, by index.</summary>
internal enum CrtcRegister : byte
{
    /// <summary>The number of visible columns, less one.</summary>
    HorizontalDisplayEnd = 0x01,

    /// <summary>High bits of several numbers; bits 1 and 6 are bits 8 and 9 of <see cref="VerticalDisplayEnd"/>.</summary>
    Overflow = 0x07,

    /// <summary>Bits 0 to 4: the height of a character in scan lines, less one.</summary>
    MaximumScanLine = 0x09,

    /// <summary>Bits 0 to 4: the cursor's first scan line; bit 5 hides it.</summary>
    CursorStart = 0x0A,

    /// <summary>Bits 0 to 4: the cursor's last scan line.</summary>
    CursorEnd = 0x0B,

    /// <summary>Which cell is shown at the top left: high byte.</summary>
    StartAddressHigh = 0x0C,

    /// <summary>Which cell is shown at the top left: low byte.</summary>
    StartAddressLow = 0x0D,

    /// <summary>Which cell the cursor is on: high byte.</summary>
    CursorLocationHigh = 0x0E,

    /// <summary>Which cell the cursor is on: low byte.</summary>
    CursorLocationLow = 0x0F,

    /// <summary>The number of visible scan lines, less one: bits 0 to 7.</summary>
    VerticalDisplayEnd = 0x12,
}
