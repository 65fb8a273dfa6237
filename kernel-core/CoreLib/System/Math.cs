using System.Runtime.CompilerServices;

namespace System;

/// <summary>Arithmetic beyond the operators.</summary>
/// <remarks>
/// Only what every x86-64 processor has is an instruction here (<see cref="Sqrt(double)"/>); ILC's other intrinsics ask for later
/// instruction sets, so these methods are not marked as such and their bodies are what runs.
/// </remarks>
public static partial class Math
{
    public const double E = 2.7182818284590452354;
    public const double PI = 3.14159265358979323846;
    public const double Tau = 6.283185307179586476925;

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Abs(sbyte value)
    {
        if (value < 0)
        {
            value = (sbyte)-value;
            if (value < 0)
            {
                ThrowNegatedSmallest();
            }
        }

        return value;
    }

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Abs(short value)
    {
        if (value < 0)
        {
            value = (short)-value;
            if (value < 0)
            {
                ThrowNegatedSmallest();
            }
        }

        return value;
    }

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Abs(int value)
    {
        if (value < 0)
        {
            value = -value;
            if (value < 0)
            {
                ThrowNegatedSmallest();
            }
        }

        return value;
    }

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Abs(long value)
    {
        if (value < 0)
        {
            value = -value;
            if (value < 0)
            {
                ThrowNegatedSmallest();
            }
        }

        return value;
    }

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Abs(nint value)
    {
        if (value < 0)
        {
            value = -value;
            if (value < 0)
            {
                ThrowNegatedSmallest();
            }
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float value) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) & ~float.SignMask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double value) => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) & ~double.SignMask);

    public static int Sign(sbyte value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static int Sign(short value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static int Sign(int value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static int Sign(long value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static int Sign(nint value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <exception cref="ArithmeticException">The value is not a number.</exception>
    public static int Sign(float value) =>
        value < 0 ? -1 : value > 0 ? 1 : value == 0 ? 0 : throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");

    /// <exception cref="ArithmeticException">The value is not a number.</exception>
    public static int Sign(double value) =>
        value < 0 ? -1 : value > 0 ? 1 : value == 0 ? 0 : throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Max(sbyte val1, sbyte val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Max(byte val1, byte val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Max(short val1, short val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Max(ushort val1, ushort val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Max(int val1, int val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Max(uint val1, uint val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Max(long val1, long val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Max(ulong val1, ulong val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Max(nint val1, nint val2) => val1 >= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Max(nuint val1, nuint val2) => val1 >= val2 ? val1 : val2;

    /// <summary>Not a number if either is; of the two zeros, the positive one.</summary>
    public static float Max(float val1, float val2)
    {
        if (val1 != val2)
        {
            return float.IsNaN(val1) || val1 > val2 ? val1 : val2;
        }

        return float.IsNegative(val2) ? val1 : val2;
    }

    /// <summary>Not a number if either is; of the two zeros, the positive one.</summary>
    public static double Max(double val1, double val2)
    {
        if (val1 != val2)
        {
            return double.IsNaN(val1) || val1 > val2 ? val1 : val2;
        }

        return double.IsNegative(val2) ? val1 : val2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Min(sbyte val1, sbyte val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Min(byte val1, byte val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Min(short val1, short val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Min(ushort val1, ushort val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Min(int val1, int val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Min(uint val1, uint val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Min(long val1, long val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Min(ulong val1, ulong val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Min(nint val1, nint val2) => val1 <= val2 ? val1 : val2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Min(nuint val1, nuint val2) => val1 <= val2 ? val1 : val2;

    /// <summary>Not a number if either is; of the two zeros, the negative one.</summary>
    public static float Min(float val1, float val2)
    {
        if (val1 != val2)
        {
            return float.IsNaN(val1) || val1 < val2 ? val1 : val2;
        }

        return float.IsNegative(val1) ? val1 : val2;
    }

    /// <summary>Not a number if either is; of the two zeros, the negative one.</summary>
    public static double Min(double val1, double val2)
    {
        if (val1 != val2)
        {
            return double.IsNaN(val1) || val1 < val2 ? val1 : val2;
        }

        return double.IsNegative(val1) ? val1 : val2;
    }

    public static double MaxMagnitude(double x, double y)
    {
        var left = Abs(x);
        var right = Abs(y);
        if (left != right)
        {
            return double.IsNaN(left) || left > right ? x : y;
        }

        return double.IsNegative(y) ? x : y;
    }

    public static double MinMagnitude(double x, double y)
    {
        var left = Abs(x);
        var right = Abs(y);
        if (left != right)
        {
            return double.IsNaN(left) || left < right ? x : y;
        }

        return double.IsNegative(x) ? x : y;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Clamp(sbyte value, sbyte min, sbyte max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Clamp(byte value, byte min, byte max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Clamp(short value, short min, short max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Clamp(ushort value, ushort min, ushort max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Clamp(int value, int min, int max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Clamp(uint value, uint min, uint max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Clamp(long value, long min, long max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Clamp(ulong value, ulong min, ulong max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Clamp(nint value, nint min, nint max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Clamp(nuint value, nuint min, nuint max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Clamp(float value, float min, float max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Clamp(double value, double min, double max)
    {
        if (min > max)
        {
            ThrowMinimumAboveMaximum(min, max);
        }

        return value < min ? min : value > max ? max : value;
    }

    public static int DivRem(int a, int b, out int result)
    {
        var quotient = a / b;
        result = a - (quotient * b);
        return quotient;
    }

    public static long DivRem(long a, long b, out long result)
    {
        var quotient = a / b;
        result = a - (quotient * b);
        return quotient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (sbyte Quotient, sbyte Remainder) DivRem(sbyte left, sbyte right)
    {
        var quotient = (sbyte)(left / right);
        return (quotient, (sbyte)(left - (quotient * right)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (byte Quotient, byte Remainder) DivRem(byte left, byte right)
    {
        var quotient = (byte)(left / right);
        return (quotient, (byte)(left - (quotient * right)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (short Quotient, short Remainder) DivRem(short left, short right)
    {
        var quotient = (short)(left / right);
        return (quotient, (short)(left - (quotient * right)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ushort Quotient, ushort Remainder) DivRem(ushort left, ushort right)
    {
        var quotient = (ushort)(left / right);
        return (quotient, (ushort)(left - (quotient * right)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Quotient, int Remainder) DivRem(int left, int right)
    {
        var quotient = left / right;
        return (quotient, left - (quotient * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Quotient, uint Remainder) DivRem(uint left, uint right)
    {
        var quotient = left / right;
        return (quotient, left - (quotient * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (long Quotient, long Remainder) DivRem(long left, long right)
    {
        var quotient = left / right;
        return (quotient, left - (quotient * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Quotient, ulong Remainder) DivRem(ulong left, ulong right)
    {
        var quotient = left / right;
        return (quotient, left - (quotient * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (nint Quotient, nint Remainder) DivRem(nint left, nint right)
    {
        var quotient = left / right;
        return (quotient, left - (quotient * right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (nuint Quotient, nuint Remainder) DivRem(nuint left, nuint right)
    {
        var quotient = left / right;
        return (quotient, left - (quotient * right));
    }

    public static long BigMul(int a, int b) => (long)a * b;

    public static ulong BigMul(uint a, uint b) => (ulong)a * b;

    /// <summary>The 128 bits of the product: the upper half is returned.</summary>
    public static ulong BigMul(ulong a, ulong b, out ulong low)
    {
        // Four products of halves. The middle sum cannot overflow: (2^32 - 1)^2 + 2 (2^32 - 1) = 2^64 - 1.
        var lowProduct = (ulong)(uint)a * (uint)b;
        var middle = ((a >> 32) * (uint)b) + (lowProduct >> 32);
        var otherMiddle = ((ulong)(uint)a * (b >> 32)) + (uint)middle;
        low = (otherMiddle << 32) | (uint)lowProduct;
        return ((a >> 32) * (b >> 32)) + (middle >> 32) + (otherMiddle >> 32);
    }

    /// <inheritdoc cref="BigMul(ulong, ulong, out ulong)"/>
    public static long BigMul(long a, long b, out long low)
    {
        var high = BigMul((ulong)a, (ulong)b, out var unsignedLow);
        low = (long)unsignedLow;
        return (long)high - ((a >> 63) & b) - ((b >> 63) & a);
    }

    /// <remarks>ILC: the call inside is the instruction SQRTSD.</remarks>
    [Intrinsic]
    public static double Sqrt(double d) => Sqrt(d);

    public static double CopySign(double x, double y) =>
        BitConverter.UInt64BitsToDouble(
            (BitConverter.DoubleToUInt64Bits(x) & ~double.SignMask) | (BitConverter.DoubleToUInt64Bits(y) & double.SignMask));

    /// <summary>The smallest number that is greater.</summary>
    public static double BitIncrement(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        if (double.IsNaN(x) || x == double.PositiveInfinity)
        {
            return x;
        }

        return x == 0 ? double.Epsilon : BitConverter.Int64BitsToDouble(bits + (bits < 0 ? -1 : 1));
    }

    /// <summary>The greatest number that is smaller.</summary>
    public static double BitDecrement(double x) => -BitIncrement(-x);

    /// <summary>The exponent of the number in base 2.</summary>
    /// <returns>int.MinValue for zero, int.MaxValue for infinities and what is not a number.</returns>
    public static int ILogB(double x)
    {
        if (x == 0)
        {
            return int.MinValue;
        }

        if (!double.IsFinite(x))
        {
            return int.MaxValue;
        }

        var bias = 0;
        if (double.IsSubnormal(x))
        {
            x *= TwoToThe64;
            bias = 64;
        }

        return (int)((BitConverter.DoubleToUInt64Bits(x) & double.InfinityBits) >> 52) - 1023 - bias;
    }

    /// <summary>x × 2^n, rounded once.</summary>
    public static double ScaleB(double x, int n)
    {
        // In steps that a double can hold. Those down are 53 short of the smallest normal exponent, so that only the last one can round.
        for (; n > 1023 && double.IsFinite(x) && x != 0; n -= 1023)
        {
            x *= PowerOfTwo(1023);
        }

        for (; n < -1022 && x != 0; n += 969)
        {
            x *= PowerOfTwo(-969);
        }

        return x * PowerOfTwo(Clamp(n, -1022, 1023));
    }

    /// <summary>The remainder of the division whose quotient is rounded to the nearest integer (IEEE 754-2008, section 5.3.1).</summary>
    public static double IEEERemainder(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var regular = x % y;
        if (double.IsNaN(regular))
        {
            return double.NaN;
        }

        if (regular == 0)
        {
            return CopySign(0, x);
        }

        var alternative = regular - (Abs(y) * Sign(x));
        if (Abs(alternative) != Abs(regular))
        {
            return Abs(alternative) < Abs(regular) ? alternative : regular;
        }

        // Half way: the even quotient.
        var quotient = x / y;
        return Abs(Round(quotient)) > Abs(quotient) ? alternative : regular;
    }

    internal static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static void ThrowNegatedSmallest() =>
        throw new OverflowException("Negating the minimum value of a twos complement number is invalid.");

    private static void ThrowMinimumAboveMaximum<T>(T min, T max)
        where T : struct =>
        throw new ArgumentException(string.Concat(string.Concat("'", min.ToString(), "' cannot be greater than "), max.ToString(), "."));
}
