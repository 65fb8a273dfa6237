namespace System;

public static partial class Math
{
    private const double TwoToThe52 = 4503599627370496.0;

    // Multiplying larger numbers by a power of ten would only round them.
    private const double RoundingLimit = 1e16;

    private const int MaxRoundingDigits = 15;

    private static ReadOnlySpan<double> RoundingPowers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The integer part. From 2^52 on, every number is an integer.</summary>
    public static double Truncate(double d) => Abs(d) < TwoToThe52 ? CopySign((long)d, d) : d;

    public static double Floor(double d)
    {
        var truncated = Truncate(d);
        return truncated > d ? truncated - 1 : truncated;
    }

    public static double Ceiling(double a)
    {
        var truncated = Truncate(a);
        return truncated < a ? truncated + 1 : truncated;
    }

    /// <summary>To the nearest integer, half to even: adding 2^52 leaves no bits for the fraction.</summary>
    public static double Round(double a) => Abs(a) < TwoToThe52 ? CopySign(Abs(a) + TwoToThe52 - TwoToThe52, a) : a;

    /// <exception cref="ArgumentException">The mode is none of them.</exception>
    public static double Round(double value, MidpointRounding mode) => mode switch
    {
        // One less than half in the last place: half itself would carry 0.49999999999999994 to 1.
        MidpointRounding.AwayFromZero => Truncate(value + CopySign(0.49999999999999994, value)),
        MidpointRounding.ToEven => Round(value),
        MidpointRounding.ToZero => Truncate(value),
        MidpointRounding.ToNegativeInfinity => Floor(value),
        MidpointRounding.ToPositiveInfinity => Ceiling(value),
        _ => throw new ArgumentException("The rounding mode is none of them.", nameof(mode)),
    };

    /// <inheritdoc cref="Round(double, int, MidpointRounding)"/>
    public static double Round(double value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <summary>
    /// To a number of decimals. The decimal point is moved first, which itself rounds: 2.135 with two digits may go either way.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The digits are not 0 to 15.</exception>
    /// <exception cref="ArgumentException">The mode is none of them.</exception>
    public static double Round(double value, int digits, MidpointRounding mode)
    {
        if ((uint)digits > MaxRoundingDigits)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), "Rounding digits must be between 0 and 15, inclusive.");
        }

        if (!(Abs(value) < RoundingLimit))
        {
            return value;
        }

        var power = RoundingPowers[digits];
        return Round(value * power, mode) / power;
    }
}
