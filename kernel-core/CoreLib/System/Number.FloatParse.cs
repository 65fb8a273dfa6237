using System.Globalization;
using System.Numerics;

namespace System;

internal static partial class Number
{
    // 10^1094 and a bit: the denominator of 768 digits that start 326 places after the decimal point.
    private const int ParseBlocks = 116;

    // Decimal exponents beyond which every number is infinite or zero, in any of the types.
    private const int MaxFloatScale = 310;
    private const int MinFloatScale = -326;

    /// <summary>Reads a floating-point number, correctly rounded (half to even) whatever its length. Too large is infinity.</summary>
    /// <param name="text">The text, in UTF-16 or UTF-8.</param>
    /// <param name="style">What is allowed around the digits.</param>
    /// <param name="type">The type to read.</param>
    /// <param name="bits">The number.</param>
    /// <exception cref="ArgumentException">The style is not one for floating-point numbers.</exception>
    public static bool TryParseFloat<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, in FloatType type, out ulong bits)
        where TChar : struct
    {
        CheckFloatStyle(style);
        var number = new NumberBuffer(stackalloc byte[NumberBuffer.DoubleDigits]);
        if (!TryParseNumber(text, style, ref number))
        {
            return TryParseFloatName(text, type, out bits);
        }

        bits = RoundToBinary(number, type) | (number.IsNegative ? type.SignBit : 0);
        return true;
    }

    /// <inheritdoc cref="TryParseFloat{TChar}(ReadOnlySpan{TChar}, NumberStyles, in FloatType, out ulong)"/>
    /// <exception cref="FormatException">The text is not a number.</exception>
    public static ulong ParseFloat<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, in FloatType type)
        where TChar : struct
    {
        if (!TryParseFloat(text, style, type, out var bits))
        {
            ThrowParseError(ParseStatus.Malformed, text, "");
        }

        return bits;
    }

    /// <inheritdoc cref="ParseFloat{TChar}(ReadOnlySpan{TChar}, NumberStyles, in FloatType)"/>
    public static ulong ParseFloat(string text, NumberStyles style, in FloatType type)
    {
        CheckFloatStyle(style);
        ArgumentNullException.ThrowIfNull(text, "s");
        return ParseFloat(text.AsSpan(), style, type);
    }

    /// <summary>The number in another floating-point type, rounded half to even.</summary>
    public static ulong Convert(ulong bits, in FloatType from, in FloatType to)
    {
        var sign = (bits & from.SignBit) != 0 ? to.SignBit : 0;
        var magnitude = bits & ~from.SignBit;
        if (magnitude >= from.Infinity)
        {
            return sign | to.Infinity | (magnitude > from.Infinity ? 1ul << (to.FractionBits - 1) : 0);
        }

        var significand = from.Decompose(bits, out var exponent, out _);
        if (significand == 0)
        {
            return sign;
        }

        var leadingZeros = BitOperations.LeadingZeroCount(significand);
        return sign | RoundToBinary(significand << leadingZeros, exponent + 63 - leadingZeros, isExact: true, to);
    }

    private static void CheckFloatStyle(NumberStyles style)
    {
        if ((style & ~NumberStyles.Any) != 0)
        {
            throw new ArgumentException("The number style is not one for floating-point numbers.", nameof(style));
        }
    }

    private static bool TryParseFloatName<TChar>(ReadOnlySpan<TChar> text, in FloatType type, out ulong bits)
        where TChar : struct
    {
        var start = SkipWhiteSpace(text, 0);
        var end = text.Length;
        while (end > start && IsWhiteSpace(At(text, end - 1)))
        {
            end--;
        }

        var isNegative = At(text, start) == '-';
        start += At(text, start) is '-' or '+' ? 1 : 0;
        text = text[Math.Min(start, end)..end];
        bits = isNegative ? type.SignBit : 0;
        if (IsName(text, "infinity"))
        {
            bits |= type.Infinity;
            return true;
        }

        if (IsName(text, "nan"))
        {
            // double.NaN has the sign bit set, as what the processor makes of an invalid operation; -NaN is the same.
            bits = type.Infinity | (1ul << (type.FractionBits - 1)) | type.SignBit;
            return true;
        }

        bits = 0;
        return false;
    }

    // Divides exactly, one bit at a time, until the quotient has 64 bits; the remainder only matters for being zero or not.
    private static ulong RoundToBinary(scoped in NumberBuffer number, in FloatType type)
    {
        if (number.Count == 0 || number.Scale < MinFloatScale)
        {
            return 0;
        }

        if (number.Scale > MaxFloatScale)
        {
            return type.Infinity;
        }

        var numerator = new BigNatural(stackalloc uint[ParseBlocks], 0);
        var denominator = new BigNatural(stackalloc uint[ParseBlocks], 1);
        for (var i = 0; i < number.Count; i++)
        {
            numerator.MultiplyAdd(10, (uint)number[i]);
        }

        numerator.MultiplyPowerOfTen(number.Scale - number.Count);
        denominator.MultiplyPowerOfTen(number.Count - number.Scale);

        // Brings the fraction into 1 to 2, where its whole part is the first bit.
        var exponent = numerator.BitLength - denominator.BitLength;
        numerator.ShiftLeft(Math.Max(-exponent, 0));
        denominator.ShiftLeft(Math.Max(exponent, 0));
        if (numerator.CompareTo(denominator) < 0)
        {
            numerator.ShiftLeft(1);
            exponent--;
        }

        ulong quotient = 0;
        for (var i = 0; i < 64; i++)
        {
            quotient <<= 1;
            if (numerator.CompareTo(denominator) >= 0)
            {
                numerator.Subtract(denominator);
                quotient |= 1;
            }

            numerator.ShiftLeft(1);
        }

        return RoundToBinary(quotient, exponent, isExact: numerator.IsZero && !number.HasNonZeroTail, type);
    }

    // The value is quotient × 2^(exponent - 63), or a little more if it is not exact.
    private static ulong RoundToBinary(ulong quotient, int exponent, bool isExact, in FloatType type)
    {
        // Below the smallest normal exponent the significand loses a bit for each power of two.
        var smallestExponent = 1 - type.Bias;
        var dropped = 63 - type.FractionBits + Math.Max(smallestExponent - exponent, 0);
        if (dropped > 64)
        {
            return 0;
        }

        var significand = dropped == 64 ? 0 : quotient >> dropped;
        var half = 1ul << (dropped - 1);
        var rest = quotient & (half | (half - 1));
        if (rest > half || (rest == half && (!isExact || (significand & 1) != 0)))
        {
            significand++;
        }

        // The significand's leading bit adds one to the exponent field, and so does a carry out of rounding.
        var bits = ((ulong)Math.Max(exponent - smallestExponent, 0) << type.FractionBits) + significand;
        return Math.Min(bits, type.Infinity);
    }
}
