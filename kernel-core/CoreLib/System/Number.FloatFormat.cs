using System.Numerics;
using System.Runtime.CompilerServices;

namespace System;

internal static partial class Number
{
    // Enough for 2^1079, which is what either side of a double's fraction reaches, and ten times as much.
    private const int DoubleBlocks = 36;

    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <param name="bits">The number.</param>
    /// <param name="type">The type it has.</param>
    public static string ToShortestString(ulong bits, in FloatType type)
    {
        // The longest is -2.2250738585072014E-308.
        Span<char> scratch = stackalloc char[ScratchLength];
        return new string(scratch[..FormatShortest(new NumberWriter(scratch), bits, type)]);
    }

    /// <summary>Formats a floating-point number.</summary>
    /// <param name="bits">The number.</param>
    /// <param name="type">The type it has.</param>
    /// <param name="format">The format string; empty for the shortest text that reads back as the same number.</param>
    public static string ToString(ulong bits, in FloatType type, scoped ReadOnlySpan<char> format)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        var length = Format(new NumberWriter(scratch), bits, type, format);
        if (length <= ScratchLength)
        {
            return new string(scratch[..length]);
        }

        var text = NewString(length, out var characters);
        Format(new NumberWriter(characters), bits, type, format);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormatShortest(ulong bits, in FloatType type, Span<char> destination, out int charsWritten)
    {
        var length = FormatShortest(new NumberWriter(destination), bits, type);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormatShortest(ulong bits, in FloatType type, Span<byte> utf8Destination, out int bytesWritten)
    {
        var length = FormatShortest(new NumberWriter(utf8Destination), bits, type);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormat(ulong bits, in FloatType type, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        var length = Format(new NumberWriter(destination), bits, type, format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormat(ulong bits, in FloatType type, ReadOnlySpan<char> format, Span<byte> utf8Destination, out int bytesWritten)
    {
        var length = Format(new NumberWriter(utf8Destination), bits, type, format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    /// <inheritdoc cref="ToShortestString"/>
    public static int FormatShortest(scoped NumberWriter writer, ulong bits, in FloatType type)
    {
        if (!TryFormatName(ref writer, bits, type))
        {
            var number = new NumberBuffer(stackalloc byte[MaxInt64Length]) { IsFloatingPoint = true };
            GenerateDigits(ref number, bits, type, digits: -1, areDecimals: false);
            WriteSign(ref writer, number);
            FormatGeneral(ref writer, number, ShortestPrecision(number, type), 'E');
        }

        return writer.Length;
    }

    /// <inheritdoc cref="ToString(ulong, in FloatType, ReadOnlySpan{char})"/>
    public static int Format(scoped NumberWriter writer, ulong bits, in FloatType type, scoped ReadOnlySpan<char> format)
    {
        if (TryFormatName(ref writer, bits, type))
        {
            return writer.Length;
        }

        var specifier = ParseFormat(format, out var precision);
        var digits = precision;
        var areDecimals = false;
        switch (specifier)
        {
            case '\0':
                digits = type.ReliableDigits;
                break;
            case 'E' or 'e':
                digits = (precision < 0 ? 6 : precision) + 1;
                break;
            case 'G' or 'g':
                digits = precision == 0 ? -1 : precision;
                break;
            case 'R' or 'r':
                digits = -1;
                break;
            case 'C' or 'c' or 'F' or 'f' or 'N' or 'n':
                digits = precision < 0 ? InvariantDecimalDigits : precision;
                areDecimals = true;
                break;
            case 'P' or 'p':
                digits = (precision < 0 ? InvariantDecimalDigits : precision) + 2;
                areDecimals = true;
                break;
            default:
                ThrowInvalidFormat();
                break;
        }

        var number = new NumberBuffer(stackalloc byte[digits < 0 ? MaxInt64Length : NumberBuffer.DoubleDigits]) { IsFloatingPoint = true };
        GenerateDigits(ref number, bits, type, digits, areDecimals);
        FormatNumber(ref writer, ref number, specifier, digits < 0 ? ShortestPrecision(number, type) : precision, format);
        return writer.Length;
    }

    private static bool TryFormatName(ref NumberWriter writer, ulong bits, in FloatType type)
    {
        var magnitude = bits & ~type.SignBit;
        if (magnitude < type.Infinity)
        {
            return false;
        }

        writer.Append(magnitude > type.Infinity ? "NaN" : bits != magnitude ? "-Infinity" : "Infinity");
        return true;
    }

    // An exponent appears where plain digits would claim more than the type can tell apart.
    private static int ShortestPrecision(in NumberBuffer number, in FloatType type) => Math.Max(number.Count, type.DistinctDigits);

    // Exact digit generation after Steele and White ("How to print floating-point numbers accurately", PLDI 1990), as simplified by Burger
    // and Dybvig ("Printing floating-point numbers quickly and accurately", PLDI 1996). The value is numerator / denominator; the margins,
    // also over the denominator, reach half way to its neighbours. digits < 0 asks for the shortest digits that only this value rounds to,
    // else for so many digits or decimals.
    private static void GenerateDigits(scoped ref NumberBuffer number, ulong bits, in FloatType type, int digits, bool areDecimals)
    {
        number.IsNegative = (bits & type.SignBit) != 0;
        var significand = type.Decompose(bits, out var exponent, out var isLowerNeighborCloser);
        if (significand == 0)
        {
            return;
        }

        var numerator = new BigNatural(stackalloc uint[DoubleBlocks], significand);
        var denominator = new BigNatural(stackalloc uint[DoubleBlocks], 1);
        var lowerMargin = new BigNatural(stackalloc uint[DoubleBlocks], 1);
        var upperMargin = new BigNatural(stackalloc uint[DoubleBlocks], isLowerNeighborCloser ? 2u : 1);
        var marginBits = isLowerNeighborCloser ? 2 : 1;
        numerator.ShiftLeft(Math.Max(exponent, 0) + marginBits);
        denominator.ShiftLeft(Math.Max(-exponent, 0) + marginBits);
        lowerMargin.ShiftLeft(Math.Max(exponent, 0));
        upperMargin.ShiftLeft(Math.Max(exponent, 0));

        // 78913 / 2^18 is just below log10(2): the estimate of floor(log10(value)) + 1 is right or one too low.
        number.Scale = (((BitOperations.Log2(significand) + exponent) * 78913) >> 18) + 1;
        denominator.MultiplyPowerOfTen(number.Scale);
        numerator.MultiplyPowerOfTen(-number.Scale);
        lowerMargin.MultiplyPowerOfTen(-number.Scale);
        upperMargin.MultiplyPowerOfTen(-number.Scale);
        if (numerator.CompareTo(denominator) >= 0)
        {
            number.Scale++;
        }
        else
        {
            numerator.MultiplyAdd(10, 0);
            lowerMargin.MultiplyAdd(10, 0);
            upperMargin.MultiplyAdd(10, 0);
        }

        if (digits < 0)
        {
            // A text exactly half way reads back as the even neighbour.
            var isEven = (significand & 1) == 0;
            while (true)
            {
                number.Digits[number.Count++] = (byte)numerator.DivideToDigit(denominator);
                var canRoundDown = numerator.CompareTo(lowerMargin) < (isEven ? 1 : 0);
                var canRoundUp = numerator.CompareSum(upperMargin, denominator) > (isEven ? -1 : 0);
                if (canRoundDown || canRoundUp)
                {
                    if (canRoundUp && (!canRoundDown || RoundsUp(number, ref numerator, denominator)))
                    {
                        number.RoundUp();
                    }

                    return;
                }

                numerator.MultiplyAdd(10, 0);
                lowerMargin.MultiplyAdd(10, 0);
                upperMargin.MultiplyAdd(10, 0);
            }
        }

        var count = areDecimals ? number.Scale + digits : digits;
        if (count < 0)
        {
            return;
        }

        if (count == 0)
        {
            denominator.MultiplyAdd(10, 0);
        }

        while (number.Count < count && !numerator.IsZero)
        {
            if (number.Count > 0)
            {
                numerator.MultiplyAdd(10, 0);
            }

            number.Digits[number.Count++] = (byte)numerator.DivideToDigit(denominator);
        }

        if (RoundsUp(number, ref numerator, denominator))
        {
            number.RoundUp();
        }
    }

    // Exactly half goes to the even digit.
    private static bool RoundsUp(in NumberBuffer number, ref BigNatural remainder, in BigNatural denominator)
    {
        remainder.ShiftLeft(1);
        return remainder.CompareTo(denominator) > -(number[number.Count - 1] & 1);
    }
}
