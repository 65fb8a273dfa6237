namespace Tarn.Drivers;

/// <summary>What a byte of the keyboard meant to a <see cref="ScanCodeDecoder"/>.</summary>
public enum ScanCodeMeaning
{
    /// <summary>More bytes belong to it; or it is one of the shift codes that keyboards put around extended keys and that nobody
    /// pressed.</summary>
    Nothing,

    /// <summary>A key went down, or is held down and says so again.</summary>
    Pressed,

    /// <summary>A key went up.</summary>
    Released,

    /// <summary>The keyboard has taken the last byte that it was sent.</summary>
    Acknowledged,

    /// <summary>The keyboard did not understand the last byte that it was sent.</summary>
    Refused,

    /// <summary>The keyboard lost what was typed, since nobody fetched what was typed before.</summary>
    Overrun,

    /// <summary>The keyboard was plugged in, and has tested itself. In set 1 the same byte is the release of left Shift.</summary>
    Started,

    /// <summary>No key of a PC has this code.</summary>
    Unknown,
}
