namespace System;

/// <summary>Numbers to text and back, as the invariant culture writes them.</summary>
/// <remarks>
/// Split by what an image links: plain decimal integers (Number.Decimal.cs) reach none of the format strings (Number.Format.cs,
/// Number.CustomFormat.cs), and integers none of the floating-point conversions (Number.Float*.cs). Nothing here touches the machine: the
/// host tests compile the same sources.
/// </remarks>
internal static partial class Number
{
    /// <summary>The lowest four bits as an uppercase hexadecimal digit.</summary>
    public static char HexDigit(int value) => (char)((value & 0xF) < 10 ? '0' + (value & 0xF) : 'A' - 10 + (value & 0xF));

    public static ArgumentException NotComparable() => new("The object to compare with has another type.");

    public static ArgumentOutOfRangeException NegativeLogarithm() => new("value", "A negative number has no logarithm.");
}
