namespace System.Globalization;

/// <summary>What the text of a date or a time may look like, and what it means where it does not say.</summary>
[Flags]
public enum DateTimeStyles
{
    None = 0x00,
    AllowLeadingWhite = 0x01,
    AllowTrailingWhite = 0x02,
    AllowInnerWhite = 0x04,
    AllowWhiteSpaces = AllowLeadingWhite | AllowTrailingWhite | AllowInnerWhite,

    /// <summary>A text without a date is of the first day of year 1, and not of today.</summary>
    NoCurrentDateDefault = 0x08,
    AdjustToUniversal = 0x10,
    AssumeLocal = 0x20,
    AssumeUniversal = 0x40,
    RoundtripKind = 0x80,
}
