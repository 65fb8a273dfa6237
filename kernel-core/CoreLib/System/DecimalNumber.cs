namespace System;

/// <summary>
/// A decimal in pieces, and its arithmetic: ± coefficient / 10^scale, with a coefficient of 96 bits and a scale of 0 to 28.
/// </summary>
internal readonly struct DecimalNumber(ulong low, uint high, int scale, bool isNegative)
{
    public const int MaxScale = 28;

    private const int CoefficientBits = 96;

    // A coefficient times 10^28, and another power of ten: 96 + 94 + 4 bits.
    private const int Blocks = 8;

    private const int MaxDigits = 29;

    // The product of two coefficients of 32 bits has at most 20 digits: with more decimals than this, none is left.
    private const int MaxSmallScale = MaxScale + 19;

    public readonly ulong Low = low;
    public readonly uint High = high;
    public readonly int Scale = scale;
    public readonly bool IsNegative = isNegative;

    public bool IsZero => Low == 0 && High == 0;

    private bool IsSmall => High == 0 && Low <= uint.MaxValue;

    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static DecimalNumber Add(in DecimalNumber left, in DecimalNumber right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var sum = left.Coefficient(stackalloc uint[Blocks], scale);
        var other = right.Coefficient(stackalloc uint[Blocks], scale);
        if (left.IsNegative == right.IsNegative)
        {
            sum.AddProduct(other, 1);
            return Fit(ref sum, scale, left.IsNegative);
        }

        if (sum.CompareTo(other) >= 0)
        {
            sum.Subtract(other);
            return Fit(ref sum, scale, left.IsNegative);
        }

        other.Subtract(sum);
        return Fit(ref other, scale, right.IsNegative);
    }

    public DecimalNumber Negate() => new(Low, High, Scale, !IsNegative);

    public DecimalNumber Abs() => new(Low, High, Scale, isNegative: false);

    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static DecimalNumber Multiply(in DecimalNumber left, in DecimalNumber right)
    {
        var product = new BigNatural(stackalloc uint[Blocks], 0);
        var factor = left.Coefficient(stackalloc uint[Blocks], left.Scale);
        product.AddProduct(factor, right.High);
        product.ShiftLeft(32);
        product.AddProduct(factor, (uint)(right.Low >> 32));
        product.ShiftLeft(32);
        product.AddProduct(factor, (uint)right.Low);

        // As in .NET, zero keeps its sign and its decimals only when both factors are small.
        var areSmall = left.IsSmall && right.IsSmall;
        if (areSmall ? left.Scale + right.Scale > MaxSmallScale : product.IsZero)
        {
            return default;
        }

        return Fit(ref product, left.Scale + right.Scale, left.IsNegative != right.IsNegative);
    }

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is out of range.</exception>
    public static DecimalNumber Divide(in DecimalNumber left, in DecimalNumber right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        // The whole quotient, then digits while there are any and they fit. One more than fits rounds the others.
        var scale = Math.Max(left.Scale - right.Scale, 0);
        var isNegative = left.IsNegative != right.IsNegative;
        var remainder = left.Coefficient(stackalloc uint[Blocks], right.Scale + scale);
        var quotient = new BigNatural(stackalloc uint[Blocks], 0);
        DivideToInteger(ref quotient, ref remainder, right.Coefficient(stackalloc uint[Blocks], right.Scale));
        if (remainder.IsZero)
        {
            return Fit(ref quotient, scale, isNegative);
        }

        var divisor = right.Coefficient(stackalloc uint[Blocks], right.Scale);
        while (!remainder.IsZero && scale <= MaxScale && quotient.BitLength <= CoefficientBits)
        {
            remainder.MultiplyAdd(10, 0);
            quotient.MultiplyAdd(10, (uint)remainder.DivideToDigit(divisor));
            scale++;
        }

        if (!TryFit(ref quotient, scale, isNegative, hasTail: !remainder.IsZero, out var result))
        {
            throw OutOfRange();
        }

        return result.RemoveTrailingZeros();
    }

    /// <summary>The remainder of a division towards zero; it has the sign of the dividend.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static DecimalNumber Remainder(in DecimalNumber left, in DecimalNumber right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        var scale = Math.Max(left.Scale, right.Scale);
        var remainder = left.Coefficient(stackalloc uint[Blocks], scale);
        var divisor = right.Coefficient(stackalloc uint[Blocks], scale);
        if (remainder.CompareTo(divisor) < 0)
        {
            return left;
        }

        var quotient = new BigNatural(stackalloc uint[Blocks], 0);
        DivideToInteger(ref quotient, ref remainder, divisor);
        return Fit(ref remainder, scale, left.IsNegative);
    }

    public static int Compare(in DecimalNumber left, in DecimalNumber right)
    {
        if (left.IsZero || right.IsZero)
        {
            return (left.IsZero ? 0 : left.IsNegative ? -1 : 1) - (right.IsZero ? 0 : right.IsNegative ? -1 : 1);
        }

        if (left.IsNegative != right.IsNegative)
        {
            return left.IsNegative ? -1 : 1;
        }

        var scale = Math.Max(left.Scale, right.Scale);
        var magnitude = left.Coefficient(stackalloc uint[Blocks], scale);
        var order = magnitude.CompareTo(right.Coefficient(stackalloc uint[Blocks], scale));
        return left.IsNegative ? -order : order;
    }

    /// <summary>Drops decimals beyond the given number.</summary>
    public DecimalNumber Round(int decimals, MidpointRounding mode)
    {
        if (Scale <= decimals)
        {
            return this;
        }

        var value = Coefficient(stackalloc uint[Blocks], Scale);
        var digit = 0u;
        var hasTail = false;
        for (var i = Scale; i > decimals; i--)
        {
            hasTail |= digit != 0;
            digit = value.Divide(10);
        }

        var isInexact = hasTail || digit != 0;
        var isAwayFromZero = mode switch
        {
            MidpointRounding.ToEven => digit > 5 || (digit == 5 && (hasTail || (value[0] & 1) != 0)),
            MidpointRounding.AwayFromZero => digit >= 5,
            MidpointRounding.ToNegativeInfinity => isInexact && IsNegative,
            MidpointRounding.ToPositiveInfinity => isInexact && !IsNegative,
            _ => false,
        };
        if (isAwayFromZero)
        {
            value.Increment();
        }

        return ToNumber(value, decimals, IsNegative);
    }

    /// <summary>The same number without zeros at the end of its decimals.</summary>
    /// <param name="most">How many zeros at most are removed.</param>
    public DecimalNumber RemoveTrailingZeros(int most = MaxScale)
    {
        var number = this;
        for (; most > 0 && number.Scale > 0; most--)
        {
            var value = number.Coefficient(stackalloc uint[Blocks], number.Scale);
            if (value.Divide(10) != 0)
            {
                break;
            }

            number = ToNumber(value, number.Scale - 1, IsNegative);
        }

        return number;
    }

    /// <summary>From digits: those that do not fit are rounded away, half to even.</summary>
    /// <returns>Whether the number is in range.</returns>
    public static bool TryFromDigits(scoped in NumberBuffer digits, out DecimalNumber number)
    {
        number = default;
        if (digits.Count > 0 && digits.Scale > MaxDigits)
        {
            return false;
        }

        // Two digits more than can fit, and whether more follow, decide how it rounds.
        var value = new BigNatural(stackalloc uint[Blocks], 0);
        var count = Math.Min(digits.Count, MaxDigits + 2);
        var hasTail = digits.HasNonZeroTail;
        for (var i = 0; i < digits.Count; i++)
        {
            if (i < count)
            {
                value.MultiplyAdd(10, (uint)digits[i]);
            }
            else
            {
                hasTail |= digits[i] != 0;
            }
        }

        var scale = count - digits.Scale;
        if (scale < 0)
        {
            value.MultiplyPowerOfTen(-scale);
            scale = 0;
        }

        return TryFit(ref value, scale, digits.IsNegative, hasTail, out number);
    }

    /// <summary>The digits, trailing zeros included.</summary>
    /// <param name="number">Room for 29 digits.</param>
    public void ToDigits(scoped ref NumberBuffer number)
    {
        var value = Coefficient(stackalloc uint[Blocks], Scale);
        var count = 0;
        while (!value.IsZero)
        {
            number.Digits[count++] = (byte)value.Divide(10);
        }

        number.Digits[..count].Reverse();
        number.Count = count;
        number.Scale = count - Scale;
        number.IsNegative = IsNegative && !IsZero;
    }

    private BigNatural Coefficient(Span<uint> blocks, int scale)
    {
        var value = new BigNatural(blocks, Low, High);
        value.MultiplyPowerOfTen(scale - Scale);
        return value;
    }

    // One bit of the quotient at a time; the divisor is used up.
    private static void DivideToInteger(ref BigNatural quotient, ref BigNatural remainder, BigNatural divisor)
    {
        var shift = Math.Max(remainder.BitLength - divisor.BitLength, 0);
        divisor.ShiftLeft(shift);
        for (; shift >= 0; shift--)
        {
            var fits = remainder.CompareTo(divisor) >= 0;
            if (fits)
            {
                remainder.Subtract(divisor);
            }

            quotient.MultiplyAdd(2, fits ? 1u : 0);
            divisor.Divide(2);
        }
    }

    private static DecimalNumber Fit(ref BigNatural value, int scale, bool isNegative) =>
        TryFit(ref value, scale, isNegative, hasTail: false, out var number) ? number : throw OutOfRange();

    // Takes decimals away until coefficient and scale fit, and rounds half to even. The tail is what is below the last digit already.
    private static bool TryFit(ref BigNatural value, int scale, bool isNegative, bool hasTail, out DecimalNumber number)
    {
        number = default;
        while (true)
        {
            var digit = 0u;
            while (value.BitLength > CoefficientBits || scale > MaxScale)
            {
                if (scale == 0)
                {
                    return false;
                }

                hasTail |= digit != 0;
                digit = value.Divide(10);
                scale--;
            }

            if (digit < 5 || (digit == 5 && !hasTail && (value[0] & 1) == 0))
            {
                number = ToNumber(value, scale, isNegative);
                return true;
            }

            // May carry beyond 96 bits, and goes around once more then.
            value.Increment();
            hasTail = false;
        }
    }

    private static DecimalNumber ToNumber(in BigNatural value, int scale, bool isNegative) =>
        new(((ulong)value[1] << 32) | value[0], value[2], scale, isNegative);

    private static OverflowException OutOfRange() => new("Value was either too large or too small for a Decimal.");
}
