using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// What <see cref="Math"/> does, for float. The functions are computed in double, whose rounding error is far below float's.
/// </summary>
public static class MathF
{
    public const float E = 2.71828183f;
    public const float PI = 3.14159265f;
    public const float Tau = 6.283185307f;

    private const float TwoToThe23 = 8388608f;
    private const float RoundingLimit = 1e8f;
    private const int MaxRoundingDigits = 6;

    private static ReadOnlySpan<float> RoundingPowers => [1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float x) => Math.Abs(x);

    public static int Sign(float x) => Math.Sign(x);

    public static float Max(float x, float y) => Math.Max(x, y);

    public static float Min(float x, float y) => Math.Min(x, y);

    public static float MaxMagnitude(float x, float y) => (float)Math.MaxMagnitude(x, y);

    public static float MinMagnitude(float x, float y) => (float)Math.MinMagnitude(x, y);

    public static float CopySign(float x, float y) =>
        BitConverter.UInt32BitsToSingle(
            (BitConverter.SingleToUInt32Bits(x) & ~float.SignMask) | (BitConverter.SingleToUInt32Bits(y) & float.SignMask));

    /// <summary>The smallest number that is greater.</summary>
    public static float BitIncrement(float x)
    {
        var bits = BitConverter.SingleToInt32Bits(x);
        if (float.IsNaN(x) || x == float.PositiveInfinity)
        {
            return x;
        }

        return x == 0 ? float.Epsilon : BitConverter.Int32BitsToSingle(bits + (bits < 0 ? -1 : 1));
    }

    /// <summary>The greatest number that is smaller.</summary>
    public static float BitDecrement(float x) => -BitIncrement(-x);

    public static int ILogB(float x) => Math.ILogB(x);

    public static float ScaleB(float x, int n) => (float)Math.ScaleB(x, n);

    public static float IEEERemainder(float x, float y) => (float)Math.IEEERemainder(x, y);

    /// <remarks>ILC: the call inside is the instruction SQRTSS.</remarks>
    [Intrinsic]
    public static float Sqrt(float x) => Sqrt(x);

    public static float Truncate(float x) => Abs(x) < TwoToThe23 ? CopySign((int)x, x) : x;

    public static float Floor(float x)
    {
        var truncated = Truncate(x);
        return truncated > x ? truncated - 1 : truncated;
    }

    public static float Ceiling(float x)
    {
        var truncated = Truncate(x);
        return truncated < x ? truncated + 1 : truncated;
    }

    public static float Round(float x) => Abs(x) < TwoToThe23 ? CopySign(Abs(x) + TwoToThe23 - TwoToThe23, x) : x;

    /// <inheritdoc cref="Math.Round(double, MidpointRounding)"/>
    public static float Round(float x, MidpointRounding mode) => mode switch
    {
        MidpointRounding.AwayFromZero => Truncate(x + CopySign(0.49999997f, x)),
        MidpointRounding.ToEven => Round(x),
        MidpointRounding.ToZero => Truncate(x),
        MidpointRounding.ToNegativeInfinity => Floor(x),
        MidpointRounding.ToPositiveInfinity => Ceiling(x),
        _ => throw new ArgumentException("The rounding mode is none of them.", nameof(mode)),
    };

    public static float Round(float x, int digits) => Round(x, digits, MidpointRounding.ToEven);

    /// <exception cref="ArgumentOutOfRangeException">The digits are not 0 to 6.</exception>
    /// <inheritdoc cref="Math.Round(double, int, MidpointRounding)"/>
    public static float Round(float x, int digits, MidpointRounding mode)
    {
        if ((uint)digits > MaxRoundingDigits)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), "Rounding digits must be between 0 and 6, inclusive.");
        }

        if (!(Abs(x) < RoundingLimit))
        {
            return x;
        }

        var power = RoundingPowers[digits];
        return Round(x * power, mode) / power;
    }

    public static float Cbrt(float x) => (float)Math.Cbrt(x);

    public static float Exp(float x) => (float)Math.Exp(x);

    public static float Log(float x) => (float)Math.Log(x);

    public static float Log(float x, float y)
    {
        if (float.IsNaN(x) || float.IsNaN(y))
        {
            return x + y;
        }

        return y == 1 || (x != 1 && (y == 0 || float.IsPositiveInfinity(y))) ? float.NaN : Log(x) / Log(y);
    }

    public static float Log2(float x) => (float)Math.Log2(x);

    public static float Log10(float x) => (float)Math.Log10(x);

    public static float Pow(float x, float y) => (float)Math.Pow(x, y);

    public static float Sin(float x) => (float)Math.Sin(x);

    public static float Cos(float x) => (float)Math.Cos(x);

    public static float Tan(float x) => (float)Math.Tan(x);

    public static (float Sin, float Cos) SinCos(float x)
    {
        var (sine, cosine) = Math.SinCos(x);
        return ((float)sine, (float)cosine);
    }

    public static float Asin(float x) => (float)Math.Asin(x);

    public static float Acos(float x) => (float)Math.Acos(x);

    public static float Atan(float x) => (float)Math.Atan(x);

    public static float Atan2(float y, float x) => (float)Math.Atan2(y, x);

    public static float Sinh(float x) => (float)Math.Sinh(x);

    public static float Cosh(float x) => (float)Math.Cosh(x);

    public static float Tanh(float x) => (float)Math.Tanh(x);
}
