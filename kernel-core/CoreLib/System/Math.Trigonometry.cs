using System.Numerics;

namespace System;

// Trigonometric functions and their inverses, in double-double like the exponentials.
public static partial class Math
{
    private const double QuarterPi = 0.7853981633974483;

    // 2 / pi in binary: the first bit is a half. Enough for the largest double and 200 bits behind its last.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561, 0xB724_6E3A_424D_D2E0,
        0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484, 0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4,
        0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F, 0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D,
        0x7527_BAC7_EBE5_F17B, 0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB,
    ];

    public static double Sin(double a) => !double.IsFinite(a) ? double.NaN : Abs(a) < TinyArgument ? a : SineAndCosine(a).Sine.Value;

    public static double Cos(double d) => double.IsFinite(d) ? SineAndCosine(d).Cosine.Value : double.NaN;

    public static (double Sin, double Cos) SinCos(double x)
    {
        if (!double.IsFinite(x))
        {
            return (double.NaN, double.NaN);
        }

        var (sine, cosine) = SineAndCosine(x);
        return (Abs(x) < TinyArgument ? x : sine.Value, cosine.Value);
    }

    public static double Tan(double a)
    {
        if (!double.IsFinite(a) || Abs(a) < TinyArgument)
        {
            return double.IsFinite(a) ? a : double.NaN;
        }

        var (sine, cosine) = SineAndCosine(a);
        return (sine / cosine).Value;
    }

    public static double Asin(double d)
    {
        if (!(Abs(d) < 1))
        {
            return Abs(d) == 1 ? CopySign(DoubleDouble.HalfPi.High, d) : double.NaN;
        }

        if (Abs(d) < TinyArgument)
        {
            return d;
        }

        return ArcTangent(d / DoubleDouble.Sqrt(DoubleDouble.Sum(1, d) * DoubleDouble.Sum(1, -d))).Value;
    }

    public static double Acos(double d)
    {
        if (!(Abs(d) <= 1))
        {
            return double.NaN;
        }

        return d == -1 ? PI : ArcTangent(DoubleDouble.Sqrt(DoubleDouble.Sum(1, -d) / DoubleDouble.Sum(1, d))).Scale(2).Value;
    }

    public static double Atan(double d) => d == 0 || double.IsNaN(d) ? d : Atan2(d, 1);

    /// <summary>The angle of the point (x, y), between -pi and pi, with the special cases of IEEE 754-2008 (section 9.2.1).</summary>
    public static double Atan2(double y, double x)
    {
        // A quotient this large or small no longer changes what it is added to.
        const int FarApart = 70;

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var isLeft = double.IsNegative(x);
        if (y == 0)
        {
            return CopySign(isLeft ? PI : 0, y);
        }

        if (double.IsInfinity(y) || double.IsInfinity(x))
        {
            var quarters = !double.IsInfinity(x) ? 2 : !double.IsInfinity(y) ? isLeft ? 4 : 0 : isLeft ? 3 : 1;
            return CopySign(DoubleDouble.HalfPi.Scale(0.5).High * quarters, y);
        }

        var xExponent = x == 0 ? int.MinValue / 2 : ILogB(x);
        var yExponent = ILogB(y);
        if (yExponent - xExponent > FarApart)
        {
            return CopySign(DoubleDouble.HalfPi.High, y);
        }

        if (xExponent - yExponent > FarApart)
        {
            return isLeft ? CopySign(PI, y) : y / x;
        }

        var angle = ArcTangent(new DoubleDouble(ScaleB(Abs(y), -xExponent)) / ScaleB(Abs(x), -xExponent));
        return CopySign((isLeft ? DoubleDouble.Pi - angle : angle).Value, y);
    }

    private static (DoubleDouble Sine, DoubleDouble Cosine) SineAndCosine(double x)
    {
        var quadrant = 0;
        DoubleDouble angle = x;
        if (Abs(x) > QuarterPi)
        {
            angle = ReduceToQuadrant(Abs(x), out quadrant);
            if (x < 0)
            {
                angle = -angle;
                quadrant = -quadrant;
            }
        }

        // Both series, from their smallest terms: 27 is where they fall below 2^-106.
        var square = angle * angle;
        DoubleDouble sine = 1;
        DoubleDouble cosine = 1;
        for (var n = 27; n > 1; n -= 2)
        {
            sine = 1 - (square * sine / (n * (n - 1)));
            cosine = 1 - (square * cosine / ((n - 1) * (n - 2)));
        }

        sine *= angle;
        return (quadrant & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    // Subtracts the nearest multiple of pi / 2 after M. Payne and R. Hanek, "Radian reduction for trigonometric functions" (SIGNUM
    // Newsletter 18, 1983): of the product with 2 / pi only the bits that count are computed, two for the quadrant and 254 behind the
    // point.
    private static DoubleDouble ReduceToQuadrant(double x, out int quadrant)
    {
        var significand = (BitConverter.DoubleToUInt64Bits(x) & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000;
        var exponent = ILogB(x) - 52;

        // Four words of 2 / pi, from the bit that has weight 2 in the product; bits of weight 4 and above are whole turns.
        var first = exponent - 2;
        ulong carry = 0;
        Span<ulong> product = stackalloc ulong[4];
        for (var i = 3; i >= 0; i--)
        {
            var high = BigMul(significand, WordOfTwoOverPi(first + (64 * i)), out var low);
            product[i] = low + carry;
            carry = high + (product[i] < low ? 1u : 0u);
        }

        // The two bits of the quadrant go, the fraction is left; from a half on it counts down from the next quadrant.
        quadrant = (int)(product[0] >> 62);
        ShiftLeft(product, 2);
        var isNegative = (long)product[0] < 0;
        if (isNegative)
        {
            quadrant++;
            Negate(product);
        }

        var leadingZeros = product[0] != 0 ? BitOperations.LeadingZeroCount(product[0]) : 64 + BitOperations.LeadingZeroCount(product[1]);
        ShiftLeft(product, leadingZeros);
        var upper = product[0] >> 11;
        var lower = ((product[0] & 0x7FF) << 42) | (product[1] >> 22);
        var fraction = new DoubleDouble(upper * PowerOfTwo(-53), lower * PowerOfTwo(-106)).Scale(PowerOfTwo(-leadingZeros));
        return (isNegative ? -fraction : fraction) * DoubleDouble.HalfPi;
    }

    // The 64 bits from the given one on; outside the table they are zero.
    private static ulong WordOfTwoOverPi(int firstBit)
    {
        var index = firstBit >> 6;
        var offset = firstBit & 63;
        var table = TwoOverPi;
        var high = (uint)index < (uint)table.Length ? table[index] : 0;
        var low = (uint)(index + 1) < (uint)table.Length ? table[index + 1] : 0;
        return offset == 0 ? high : (high << offset) | (low >> (64 - offset));
    }

    private static void ShiftLeft(Span<ulong> words, int bits)
    {
        for (; bits >= 64; bits -= 64)
        {
            words[1..].CopyTo(words);
            words[^1] = 0;
        }

        for (var i = 0; bits > 0 && i < words.Length; i++)
        {
            words[i] = (words[i] << bits) | (i + 1 < words.Length ? words[i + 1] >> (64 - bits) : 0);
        }
    }

    private static void Negate(Span<ulong> words)
    {
        var isBorrowed = false;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            words[i] = isBorrowed ? ~words[i] : 0 - words[i];
            isBorrowed |= words[i] != 0;
        }
    }

    // Above 1 it is a right angle less that of the reciprocal. Three times the tangent of half the angle, then the series, whose argument
    // is below 0.0985.
    private static DoubleDouble ArcTangent(DoubleDouble x)
    {
        var isNegative = x.High < 0;
        if (isNegative)
        {
            x = -x;
        }

        var isSteep = x.High > 1;
        if (isSteep)
        {
            x = 1 / x;
        }

        const int Halvings = 3;
        for (var i = 0; i < Halvings; i++)
        {
            x /= DoubleDouble.Sqrt((x * x) + 1) + 1;
        }

        const int LastDivisor = 35;
        var square = x * x;
        DoubleDouble sum = 0;
        for (var divisor = LastDivisor; divisor > 1; divisor -= 2)
        {
            sum = square * ((new DoubleDouble(1) / divisor) - sum);
        }

        var angle = (x * (1 - sum)).Scale(1 << Halvings);
        angle = isSteep ? DoubleDouble.HalfPi - angle : angle;
        return isNegative ? -angle : angle;
    }
}
