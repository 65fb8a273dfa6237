namespace System;

// Exponentials and logarithms. Every function reduces its argument, sums a power series in double-double and rounds once.
public static partial class Math
{
    // e^x is infinite above and rounds to zero below.
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;

    // Below this, functions that start with x at zero are x: the next term, x^3 / 6 or so, is no longer half a unit in the last place.
    private const double TinyArgument = 1.0 / (1 << 28);

    private const double RootOfTwo = 1.4142135623730951;

    public static double Exp(double d)
    {
        if (double.IsNaN(d) || d > LargestExponent)
        {
            return d > 0 ? double.PositiveInfinity : d;
        }

        return d < SmallestExponent ? 0 : ExponentialToDouble(d);
    }

    /// <summary>The natural logarithm; not a number for negative arguments.</summary>
    public static double Log(double d) => LogarithmIsSpecial(d, out var special) ? special : Logarithm(d).Value;

    public static double Log2(double x) =>
        LogarithmIsSpecial(x, out var special) ? special : (Logarithm(x) * DoubleDouble.ReciprocalLn2).Value;

    public static double Log10(double d) =>
        LogarithmIsSpecial(d, out var special) ? special : (Logarithm(d) * DoubleDouble.ReciprocalLn10).Value;

    /// <summary>The logarithm to a base: a quotient of two rounded logarithms, as in .NET.</summary>
    public static double Log(double a, double newBase)
    {
        if (double.IsNaN(a) || double.IsNaN(newBase))
        {
            return a + newBase;
        }

        return newBase == 1 || (a != 1 && (newBase == 0 || double.IsPositiveInfinity(newBase))) ? double.NaN : Log(a) / Log(newBase);
    }

    /// <summary>x^y, with the special cases of IEEE 754-2008 (section 9.2.1).</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var magnitude = Abs(x);
        if (double.IsInfinity(y))
        {
            return magnitude == 1 ? 1 : magnitude > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        var isNegative = double.IsNegative(x) && double.IsOddInteger(y);
        if (magnitude == 1 && double.IsInteger(y))
        {
            return isNegative ? -1 : 1;
        }

        if (magnitude == 0 || double.IsInfinity(magnitude))
        {
            var limit = magnitude == 0 == y < 0 ? double.PositiveInfinity : 0;
            return isNegative ? -limit : limit;
        }

        if (x < 0 && !double.IsInteger(y))
        {
            return double.NaN;
        }

        return isNegative ? -PositivePower(magnitude, y) : PositivePower(magnitude, y);
    }

    public static double Cbrt(double d)
    {
        if (d == 0 || !double.IsFinite(d))
        {
            return d;
        }

        // The exponent is made a multiple of three, which leaves 1 to 8: five steps of Newton's method from a straight line reach all bits
        // of a double.
        var exponent = (int)Floor(ILogB(d) / 3.0);
        var rest = ScaleB(Abs(d), -3 * exponent);
        var root = 0.9 + (rest * 0.15);
        for (var i = 0; i < 5; i++)
        {
            root -= ((root * root * root) - rest) / (3 * root * root);
        }

        var error = (DoubleDouble.Product(root, root) * root) - rest;
        root = (root - (error / (3 * root * root))).Value;
        return CopySign(ScaleB(root, exponent), d);
    }

    public static double Sinh(double value)
    {
        var magnitude = Abs(value);
        if (!(magnitude <= LargestExponent + 1) || magnitude < TinyArgument)
        {
            return magnitude > 1 ? CopySign(double.PositiveInfinity, value) : value;
        }

        if (magnitude < 0.3)
        {
            // e^x - 1 keeps the digits that e^x - e^-x would lose.
            var growth = ExponentialMinusOne(magnitude);
            return CopySign((growth + (growth / (growth + 1))).Value / 2, value);
        }

        var (power, shift) = Exponential(magnitude);
        return CopySign(ScaleB((power - (1 / power).Scale(PowerOfTwo(Max(-2 * shift, -200)))).Value, shift - 1), value);
    }

    public static double Cosh(double value)
    {
        var magnitude = Abs(value);
        if (!(magnitude <= LargestExponent + 1))
        {
            return magnitude > 1 ? double.PositiveInfinity : value;
        }

        var (power, shift) = Exponential(magnitude);
        return ScaleB((power + (1 / power).Scale(PowerOfTwo(Max(-2 * shift, -200)))).Value, shift - 1);
    }

    public static double Tanh(double value)
    {
        const double RoundsToOne = 20;
        var magnitude = Abs(value);
        if (!(magnitude < RoundsToOne) || magnitude < TinyArgument)
        {
            return magnitude > 1 ? CopySign(1, value) : value;
        }

        DoubleDouble growth;
        if (magnitude < 0.15)
        {
            growth = ExponentialMinusOne(2 * magnitude);
        }
        else
        {
            var (power, shift) = Exponential(2 * magnitude);
            growth = power.Scale(PowerOfTwo(shift)) - 1;
        }

        return CopySign((growth / (growth + 2)).Value, value);
    }

    private static bool LogarithmIsSpecial(double x, out double result)
    {
        result = x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        return !(x > 0) || double.IsPositiveInfinity(x);
    }

    private static double PositivePower(double x, double y)
    {
        // Beyond this every power but those of numbers next to 1 is zero or infinite, and the products would overflow.
        var exponent = Logarithm(x);
        var estimate = exponent.High * y;
        if (estimate > LargestExponent + 1)
        {
            return double.PositiveInfinity;
        }

        return estimate < SmallestExponent - 1 ? 0 : ExponentialToDouble(exponent * y);
    }

    private static double ExponentialToDouble(DoubleDouble x)
    {
        var (power, shift) = Exponential(x);
        return ScaleB(power.Value, shift);
    }

    // e^x as a number near 1 times a power of two.
    private static (DoubleDouble Power, int Shift) Exponential(DoubleDouble x)
    {
        var shift = Round(x.High * DoubleDouble.ReciprocalLn2.High);
        return (ExponentialMinusOne(x - (DoubleDouble.Ln2 * shift)) + 1, (int)shift);
    }

    // e^x - 1 for x within half of ln 2: the series at x / 256, then e^2x - 1 = 2 (e^x - 1) + (e^x - 1)^2 eight times.
    private static DoubleDouble ExponentialMinusOne(DoubleDouble x)
    {
        const int Doublings = 8;
        const int Terms = 9;
        x = x.Scale(1.0 / (1 << Doublings));
        DoubleDouble sum = 1;
        for (var n = Terms; n > 1; n--)
        {
            sum = (sum * x / n) + 1;
        }

        sum *= x;
        for (var i = 0; i < Doublings; i++)
        {
            sum = sum.Scale(2) + (sum * sum);
        }

        return sum;
    }

    // The natural logarithm of a positive, finite number: 2 artanh((m - 1) / (m + 1)) for its significand m between the root of a half and
    // that of two.
    private static DoubleDouble Logarithm(double x)
    {
        var exponent = ILogB(x);
        var significand = ScaleB(x, -exponent);
        if (significand > RootOfTwo)
        {
            significand /= 2;
            exponent++;
        }

        var ratio = new DoubleDouble(significand - 1) / DoubleDouble.Sum(significand, 1);
        var square = ratio * ratio;

        // The ratio is below 0.172: 21 terms leave less than 2^-110.
        const int LastDivisor = 43;
        DoubleDouble sum = 0;
        for (var divisor = LastDivisor; divisor > 1; divisor -= 2)
        {
            sum = (sum + (new DoubleDouble(1) / divisor)) * square;
        }

        return (ratio * (sum + 1)).Scale(2) + (DoubleDouble.Ln2 * exponent);
    }
}
