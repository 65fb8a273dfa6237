namespace System;

/// <summary>
/// A number as the unevaluated sum of two doubles, the lower at most half a unit in the last place of the upper: about 106 bits. Functions
/// computed in it and rounded at the end are correctly rounded but for one argument in many thousands.
/// </summary>
/// <remarks>
/// The operations are those of T. J. Dekker, "A floating-point technique for extending the available precision" (Numerische Mathematik 18,
/// 1971), and D. E. Knuth's exact sum. They hold for magnitudes between about 2^-900 and 2^990; callers scale what lies outside.
/// </remarks>
internal readonly struct DoubleDouble(double high, double low = 0)
{
    // 2^27 + 1 splits the 53 bits of a significand into halves whose products are exact.
    private const double Splitter = 134217729;

    public readonly double High = high;
    public readonly double Low = low;

    public static DoubleDouble HalfPi => new(1.5707963267948966, 6.123233995736766e-17);

    public static DoubleDouble Pi => new(3.141592653589793, 1.2246467991473532e-16);

    public static DoubleDouble Ln2 => new(0.6931471805599453, 2.3190468138462996e-17);

    public static DoubleDouble ReciprocalLn2 => new(1.4426950408889634, 2.0355273740931033e-17);

    public static DoubleDouble ReciprocalLn10 => new(0.4342944819032518, 1.098319650216765e-17);

    /// <summary>The nearest double.</summary>
    public double Value => High + Low;

    /// <summary>a + b, exactly.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        var sum = a + b;
        var shareOfB = sum - a;
        return new(sum, (a - (sum - shareOfB)) + (b - shareOfB));
    }

    /// <summary>a × b, exactly.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        var product = a * b;
        var (aHigh, aLow) = Split(a);
        var (bHigh, bLow) = Split(b);
        return new(product, ((((aHigh * bHigh) - product) + (aHigh * bLow)) + (aLow * bHigh)) + (aLow * bLow));
    }

    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        // One step of Newton's method doubles the bits of the processor's root.
        var root = Math.Sqrt(value.High);
        if (root == 0)
        {
            return default;
        }

        var rest = value - Product(root, root);
        return Normalize(root, rest.High / (2 * root));
    }

    public static implicit operator DoubleDouble(double value) => new(value);

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var high = Sum(left.High, right.High);
        var low = Sum(left.Low, right.Low);
        high = Normalize(high.High, high.Low + low.High);
        return Normalize(high.High, high.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var product = Product(left.High, right.High);
        return Normalize(product.High, product.Low + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        var first = left.High / right.High;
        var rest = left - (right * first);
        var second = rest.High / right.High;
        rest -= right * second;
        return Normalize(first, second) + (rest.High / right.High);
    }

    /// <summary>Multiplies by a power of two, exactly.</summary>
    public DoubleDouble Scale(double powerOfTwo) => new(High * powerOfTwo, Low * powerOfTwo);

    // The sum of two doubles of which the first is not the smaller.
    private static DoubleDouble Normalize(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }

    private static (double High, double Low) Split(double value)
    {
        var scaled = Splitter * value;
        var high = scaled - (scaled - value);
        return (high, value - high);
    }
}
