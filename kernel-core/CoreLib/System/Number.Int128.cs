using System.Globalization;

namespace System;

internal static partial class Number
{
    // 340282366920938463463374607431768211455.
    private const int MaxInt128Digits = 39;

    public static string ToString(UInt128 magnitude, bool isNegative, scoped ReadOnlySpan<char> format)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        var length = Format(new NumberWriter(scratch), magnitude, isNegative, format);
        if (length <= ScratchLength)
        {
            return new string(scratch[..length]);
        }

        var text = NewString(length, out var characters);
        Format(new NumberWriter(characters), magnitude, isNegative, format);
        return text;
    }

    public static int Format(scoped NumberWriter writer, UInt128 magnitude, bool isNegative, scoped ReadOnlySpan<char> format)
    {
        var specifier = ParseFormat(format, out var precision);
        if (specifier is 'X' or 'x' or 'B' or 'b')
        {
            var bits = isNegative ? -magnitude : magnitude;
            var bitsPerDigit = specifier is 'X' or 'x' ? 4 : 1;
            var upper = (ulong)(bits >> 64);
            if (upper != 0)
            {
                FormatPowerOfTwo(ref writer, upper, bitsPerDigit, precision - (64 / bitsPerDigit), specifier);
                precision = 64 / bitsPerDigit;
            }

            FormatPowerOfTwo(ref writer, (ulong)bits, bitsPerDigit, precision, specifier);
            return writer.Length;
        }

        var number = new NumberBuffer(stackalloc byte[MaxInt128Digits]) { IsNegative = isNegative };
        while (magnitude != UInt128.Zero)
        {
            (magnitude, var digit) = UInt128.DivRem(magnitude, 10u);
            number.Digits[number.Count++] = (byte)digit;
        }

        number.Digits[..number.Count].Reverse();
        number.Scale = number.Count;
        if (specifier is 'D' or 'd' or 'R' or 'r' || (specifier is 'G' or 'g' && precision < 1))
        {
            WriteSign(ref writer, number);
            writer.Append('0', Math.Max(specifier is 'D' or 'd' ? precision : 1, 1) - number.Count);
            WriteDigits(ref writer, number, 0, number.Count);
            return writer.Length;
        }

        FormatNumber(ref writer, ref number, specifier, precision, format);
        return writer.Length;
    }

    /// <summary>Reads an integer of 128 bits, negative numbers in two's complement.</summary>
    /// <exception cref="ArgumentException">The style is not one for integers.</exception>
    public static ParseStatus TryParseInteger(ReadOnlySpan<char> text, NumberStyles style, bool isSigned, out UInt128 value)
    {
        CheckIntegerStyle(style);
        value = default;
        if ((style & (NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) != 0)
        {
            return TryParsePowerOfTwo(text, style, (style & NumberStyles.AllowHexSpecifier) != 0 ? 4 : 1, out value);
        }

        var number = new NumberBuffer(stackalloc byte[MaxInt128Digits]);
        if (!TryParseNumber(text, style, ref number))
        {
            return ParseStatus.Malformed;
        }

        if (number.Scale > MaxInt128Digits || number.Scale < number.Count || number.HasNonZeroTail)
        {
            return ParseStatus.OutOfRange;
        }

        var magnitude = UInt128.Zero;
        for (var i = 0; i < number.Scale; i++)
        {
            // Only the last of 39 digits can exceed 128 bits: then the number gets smaller.
            var next = (magnitude * 10u) + (uint)number[i];
            if (magnitude > UInt128.MaxValue / 10u || next < magnitude)
            {
                return ParseStatus.OutOfRange;
            }

            magnitude = next;
        }

        var largest = isSigned ? UInt128.MaxValue >> 1 : UInt128.MaxValue;
        if (number.IsNegative)
        {
            largest = isSigned ? largest + UInt128.One : UInt128.Zero;
        }

        if (magnitude > largest)
        {
            return ParseStatus.OutOfRange;
        }

        value = number.IsNegative ? -magnitude : magnitude;
        return ParseStatus.Valid;
    }

    private static ParseStatus TryParsePowerOfTwo(ReadOnlySpan<char> text, NumberStyles style, int bitsPerDigit, out UInt128 value)
    {
        value = default;
        var i = (style & NumberStyles.AllowLeadingWhite) != 0 ? SkipWhiteSpace(text, 0) : 0;
        var bits = UInt128.Zero;
        var fits = true;
        var start = i;
        for (; DigitValue(At(text, i)) is var digit && digit < 1u << bitsPerDigit; i++)
        {
            fits &= bits >> (128 - bitsPerDigit) == UInt128.Zero;
            bits = (bits << bitsPerDigit) | digit;
        }

        if (i == start || !IsEnd(text, i, style))
        {
            return ParseStatus.Malformed;
        }

        if (!fits)
        {
            return ParseStatus.OutOfRange;
        }

        value = bits;
        return ParseStatus.Valid;
    }
}
