using System.Globalization;

namespace System;

internal static partial class Number
{
    private const int DecimalDigits = 29;

    // Two more than a decimal can hold decide how the text rounds.
    private const int DecimalParseDigits = DecimalDigits + 2;

    public static string ToString(in DecimalNumber value, scoped ReadOnlySpan<char> format)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        var length = Format(new NumberWriter(scratch), value, format);
        if (length <= ScratchLength)
        {
            return new string(scratch[..length]);
        }

        var text = NewString(length, out var characters);
        Format(new NumberWriter(characters), value, format);
        return text;
    }

    public static int Format(scoped NumberWriter writer, in DecimalNumber value, scoped ReadOnlySpan<char> format)
    {
        var specifier = ParseFormat(format, out var precision);
        var number = new NumberBuffer(stackalloc byte[DecimalDigits]) { KeepsTrailingZeros = true };
        value.ToDigits(ref number);
        FormatNumber(ref writer, ref number, specifier, precision, format);
        return writer.Length;
    }

    /// <exception cref="ArgumentException">The style is not one for decimals.</exception>
    public static ParseStatus TryParseDecimalNumber<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, out DecimalNumber value)
        where TChar : struct
    {
        CheckFloatStyle(style);
        value = default;
        var number = new NumberBuffer(stackalloc byte[DecimalParseDigits]) { KeepsTrailingZeros = true };
        if (!TryParseNumber(text, style, ref number))
        {
            return ParseStatus.Malformed;
        }

        return DecimalNumber.TryFromDigits(number, out value) ? ParseStatus.Valid : ParseStatus.OutOfRange;
    }
}
