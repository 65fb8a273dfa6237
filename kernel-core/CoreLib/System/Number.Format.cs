using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

internal static partial class Number
{
    // Numbers seldom need more; longer ones are formatted a second time, straight into their string.
    private const int ScratchLength = 64;

    private const int MaxPrecision = 999_999_999;

    private const int InvariantDecimalDigits = 2;

    // The members of the number types that choose between these and the plain decimal text are inlined, so that the choice is made where
    // the format is known and an image may do without the rest. What they call is not: it would be repeated in each of them.

    /// <summary>Formats an integer of up to 64 bits with a format string.</summary>
    /// <param name="magnitude">Its absolute value.</param>
    /// <param name="isNegative">Whether it is below zero.</param>
    /// <param name="width">How many bits its type has: what hexadecimal and binary show of a negative number.</param>
    /// <param name="format">The format string.</param>
    public static string ToString(ulong magnitude, bool isNegative, int width, scoped ReadOnlySpan<char> format)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        var length = Format(new NumberWriter(scratch), magnitude, isNegative, width, format);
        if (length <= ScratchLength)
        {
            return new string(scratch[..length]);
        }

        var text = NewString(length, out var characters);
        Format(new NumberWriter(characters), magnitude, isNegative, width, format);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string ToString(long value, int width, scoped ReadOnlySpan<char> format) =>
        ToString(Magnitude(value), value < 0, width, format);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string ToString(ulong value, int width, scoped ReadOnlySpan<char> format) =>
        ToString(value, isNegative: false, width, format);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormat(long value, int width, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        var length = Format(new NumberWriter(destination), Magnitude(value), value < 0, width, format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormat(ulong value, int width, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        var length = Format(new NumberWriter(destination), value, isNegative: false, width, format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormat(long value, int width, ReadOnlySpan<char> format, Span<byte> utf8Destination, out int bytesWritten)
    {
        var length = Format(new NumberWriter(utf8Destination), Magnitude(value), value < 0, width, format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormat(ulong value, int width, ReadOnlySpan<char> format, Span<byte> utf8Destination, out int bytesWritten)
    {
        var length = Format(new NumberWriter(utf8Destination), value, isNegative: false, width, format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    /// <inheritdoc cref="ToString(ulong, bool, int, ReadOnlySpan{char})"/>
    /// <returns>How many units the text has, also when fewer fitted.</returns>
    public static int Format(scoped NumberWriter writer, ulong magnitude, bool isNegative, int width, scoped ReadOnlySpan<char> format)
    {
        var specifier = ParseFormat(format, out var precision);
        var bits = (isNegative ? 0 - magnitude : magnitude) & (ulong.MaxValue >> (64 - width));
        switch (specifier)
        {
            case 'R' or 'r':
                FormatDecimal(ref writer, magnitude, isNegative, precision: 0);
                break;
            case 'G' or 'g' when precision < 1:
            case 'D' or 'd':
                FormatDecimal(ref writer, magnitude, isNegative, precision);
                break;
            case 'X' or 'x':
                FormatPowerOfTwo(ref writer, bits, 4, precision, specifier);
                break;
            case 'B' or 'b':
                FormatPowerOfTwo(ref writer, bits, 1, precision, specifier);
                break;
            default:
                var number = new NumberBuffer(stackalloc byte[MaxInt64Length]) { IsNegative = isNegative };
                number.Assign(magnitude);
                FormatNumber(ref writer, ref number, specifier, precision, format);
                break;
        }

        return writer.Length;
    }

    /// <summary>The letter and the precision (-1 when absent) of a standard format; '\0' for a custom one.</summary>
    /// <exception cref="FormatException">The precision is above 999,999,999.</exception>
    public static char ParseFormat(scoped ReadOnlySpan<char> format, out int precision)
    {
        precision = -1;
        if (format.IsEmpty || format[0] == '\0')
        {
            return 'G';
        }

        if (!char.IsAsciiLetter(format[0]))
        {
            return '\0';
        }

        var value = 0;
        var i = 1;
        for (; i < format.Length && char.IsAsciiDigit(format[i]); i++)
        {
            if (value > MaxPrecision / 10)
            {
                ThrowInvalidFormat();
            }

            value = (value * 10) + (format[i] - '0');
        }

        if (i < format.Length && format[i] != '\0')
        {
            return '\0';
        }

        if (i > 1)
        {
            precision = value;
        }

        return format[0];
    }

    /// <summary>A new string of the length, and its characters to fill in before anybody else sees it.</summary>
    public static string NewString(int length, out Span<char> characters)
    {
        var text = new string('\0', length);
        characters = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text.AsSpan()), length);
        return text;
    }

    /// <summary>Formats decimal digits: every format but the ones that an integer has for itself.</summary>
    public static void FormatNumber(
        ref NumberWriter writer, ref NumberBuffer number, char specifier, int precision, scoped ReadOnlySpan<char> format)
    {
        var isRounded = number.IsFloatingPoint;
        switch (specifier)
        {
            case '\0':
                FormatCustom(ref writer, ref number, format);
                break;
            case 'R' or 'r' or 'G' or 'g' when precision < 0 && number.KeepsTrailingZeros:
                WriteSign(ref writer, number);
                FormatFixed(ref writer, number, Math.Max(number.Count - number.Scale, 0), grouped: false);
                break;
            case 'R' or 'r' or 'G' or 'g':
                var digits = precision < 1 ? number.Count : precision;
                number.Round(digits, isRounded);
                WriteSign(ref writer, number);
                FormatGeneral(ref writer, number, digits, specifier is 'G' or 'R' ? 'E' : 'e');
                break;
            case 'E' or 'e':
                digits = precision < 0 ? 6 : precision;
                number.Round(digits + 1, isRounded);
                WriteSign(ref writer, number);
                FormatScientific(ref writer, number, digits, specifier);
                break;
            case 'C' or 'c' or 'F' or 'f' or 'N' or 'n' or 'P' or 'p':
                var letter = (char)(specifier & ~0x20);
                digits = precision < 0 ? InvariantDecimalDigits : precision;
                number.Scale += letter == 'P' ? 2 : 0;
                number.Round(number.Scale + digits, isRounded);
                if (letter == 'C')
                {
                    writer.Append('(', number.IsNegative ? 1 : 0);
                    writer.Append('\u00A4');
                }
                else
                {
                    WriteSign(ref writer, number);
                }

                FormatFixed(ref writer, number, digits, grouped: letter != 'F');
                if (letter == 'P')
                {
                    writer.Append(" %");
                }

                writer.Append(')', letter == 'C' && number.IsNegative ? 1 : 0);
                break;
            default:
                ThrowInvalidFormat();
                break;
        }
    }

    public static void ThrowInvalidFormat() => throw new FormatException("Format specifier was invalid.");

    public static void FormatDecimal(ref NumberWriter writer, ulong magnitude, bool isNegative, int precision)
    {
        Span<char> buffer = stackalloc char[MaxInt64Length];
        var digits = buffer[WriteDecimal(magnitude, isNegative: false, buffer)..];
        writer.Append('-', isNegative ? 1 : 0);
        writer.Append('0', precision - digits.Length);
        writer.Append(digits);
    }

    // The specifier's own case is the case of the digits above 9.
    private static void FormatPowerOfTwo(ref NumberWriter writer, ulong bits, int bitsPerDigit, int precision, char specifier)
    {
        var digits = (BitOperations.Log2(bits) + bitsPerDigit) / bitsPerDigit;
        writer.Append('0', precision - digits);
        while (digits > 0)
        {
            digits--;
            var digit = (int)(bits >> (digits * bitsPerDigit)) & ((1 << bitsPerDigit) - 1);
            writer.Append((char)(digit < 10 ? '0' + digit : digit - 10 + 'A' + (specifier & 0x20)));
        }
    }

    private static void WriteSign(ref NumberWriter writer, in NumberBuffer number) => writer.Append('-', number.IsNegative ? 1 : 0);

    private static void FormatGeneral(ref NumberWriter writer, in NumberBuffer number, int digits, char exponentLetter)
    {
        if (number.Scale > digits || number.Scale < -3)
        {
            FormatScientific(ref writer, number, number.Count - 1, exponentLetter, minimumExponentDigits: 2);
            return;
        }

        FormatFixed(ref writer, number, Math.Max(0, number.Count - number.Scale), grouped: false);
    }

    private static void FormatScientific(
        ref NumberWriter writer, in NumberBuffer number, int decimals, char letter, int minimumExponentDigits = 3)
    {
        writer.Append((char)('0' + number[0]));
        if (decimals > 0)
        {
            writer.Append('.');
            WriteDigits(ref writer, number, 1, decimals);
        }

        FormatExponent(ref writer, number.Count == 0 ? 0 : number.Scale - 1, letter, minimumExponentDigits, writePlus: true);
    }

    private static void FormatExponent(ref NumberWriter writer, int exponent, char letter, int minimumDigits, bool writePlus)
    {
        writer.Append(letter);
        if (exponent < 0)
        {
            writer.Append('-');
        }
        else if (writePlus)
        {
            writer.Append('+');
        }

        FormatDecimal(ref writer, (ulong)Math.Abs(exponent), isNegative: false, minimumDigits);
    }

    private static void FormatFixed(ref NumberWriter writer, in NumberBuffer number, int decimals, bool grouped)
    {
        if (number.Scale <= 0)
        {
            writer.Append('0');
        }

        for (var i = 0; i < number.Scale; i++)
        {
            if (grouped && i > 0 && (number.Scale - i) % 3 == 0)
            {
                writer.Append(',');
            }

            writer.Append((char)('0' + number[i]));
        }

        if (decimals > 0)
        {
            writer.Append('.');
            WriteDigits(ref writer, number, number.Scale, decimals);
        }
    }

    private static void WriteDigits(ref NumberWriter writer, in NumberBuffer number, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            writer.Append((char)('0' + number[i]));
        }
    }
}
