using System.Runtime.CompilerServices;

namespace System.Numerics;

/// <summary>Conversions between any two of the primitive number types. For a given pair the compiler keeps one path of it.</summary>
internal static class NumberConversion
{
    private const double TwoToThe63 = 9223372036854775808.0;

    public static TTo Convert<TFrom, TTo>(TFrom value, NumberConversionMode mode)
    {
        if (typeof(TFrom) == typeof(TTo))
        {
            return Unsafe.As<TFrom, TTo>(ref value);
        }

        if (IsFloatingPoint<TFrom>())
        {
            var number = typeof(TFrom) == typeof(float) ? Unsafe.As<TFrom, float>(ref value) : Unsafe.As<TFrom, double>(ref value);
            return IsFloatingPoint<TTo>() ? FromDouble<TTo>(number)
                : typeof(TTo) == typeof(decimal) ? FromDecimal<TTo>(ToDecimal(number, mode))
                : FromBits<TTo>(RoundToInteger(number, Width<TTo>(), IsSigned<TTo>(), mode));
        }

        if (typeof(TFrom) == typeof(decimal))
        {
            var number = Unsafe.As<TFrom, decimal>(ref value);
            return typeof(TTo) == typeof(float) ? FromDouble<TTo>((float)number)
                : typeof(TTo) == typeof(double) ? FromDouble<TTo>((double)number)
                : FromBits<TTo>(RoundToInteger(number, Width<TTo>(), IsSigned<TTo>(), mode));
        }

        var bits = ToBits(value);
        var isNegative = IsSigned<TFrom>() && (long)bits < 0;
        if (typeof(TTo) == typeof(float))
        {
            var single = isNegative ? (float)(long)bits : (float)bits;
            return Unsafe.As<float, TTo>(ref single);
        }

        if (typeof(TTo) == typeof(double))
        {
            return FromDouble<TTo>(isNegative ? (long)bits : (double)bits);
        }

        if (typeof(TTo) == typeof(decimal))
        {
            return FromDecimal<TTo>(isNegative ? (long)bits : (decimal)bits);
        }

        var width = Width<TTo>();
        return FromBits<TTo>(mode == NumberConversionMode.Truncating ? bits : Limit(bits, isNegative, width, IsSigned<TTo>(), mode));
    }

    private static bool IsFloatingPoint<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    private static bool IsSigned<T>() =>
        typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(int) || typeof(T) == typeof(long)
        || typeof(T) == typeof(nint);

    private static int Width<T>()
    {
        if (typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte))
        {
            return 8;
        }

        if (typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(char))
        {
            return 16;
        }

        if (typeof(T) == typeof(int) || typeof(T) == typeof(uint))
        {
            return 32;
        }

        if (typeof(T) == typeof(long) || typeof(T) == typeof(ulong) || typeof(T) == typeof(nint) || typeof(T) == typeof(nuint))
        {
            return 64;
        }

        throw new NotSupportedException("Only the primitive number types convert into each other.");
    }

    // An integer, sign-extended to 64 bits.
    private static ulong ToBits<T>(T value) => (Width<T>(), IsSigned<T>()) switch
    {
        (8, true) => (ulong)Unsafe.As<T, sbyte>(ref value),
        (8, false) => Unsafe.As<T, byte>(ref value),
        (16, true) => (ulong)Unsafe.As<T, short>(ref value),
        (16, false) => Unsafe.As<T, ushort>(ref value),
        (32, true) => (ulong)Unsafe.As<T, int>(ref value),
        (32, false) => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    };

    // The lowest bits, which come first in memory.
    private static T FromBits<T>(ulong bits) => Unsafe.As<ulong, T>(ref bits);

    private static T FromDouble<T>(double value)
    {
        if (typeof(T) == typeof(float))
        {
            var single = (float)value;
            return Unsafe.As<float, T>(ref single);
        }

        return Unsafe.As<double, T>(ref value);
    }

    private static T FromDecimal<T>(decimal value) => Unsafe.As<decimal, T>(ref value);

    private static ulong Largest(int width, bool isSigned) => ulong.MaxValue >> (isSigned ? 65 - width : 64 - width);

    private static ulong Limit(ulong bits, bool isNegative, int width, bool isSigned, NumberConversionMode mode)
    {
        var largest = Largest(width, isSigned);
        var smallest = isSigned ? ~largest : 0;
        if (isNegative ? (long)bits >= (long)smallest && isSigned : bits <= largest)
        {
            return bits;
        }

        if (mode == NumberConversionMode.Checked)
        {
            ThrowOutOfRange();
        }

        return isNegative ? smallest : largest;
    }

    // Out of range, a floating-point number gives the nearest integer in every mode but the checked one.
    private static ulong RoundToInteger(double value, int width, bool isSigned, NumberConversionMode mode)
    {
        // The first number beyond the largest is a power of two, which a double holds exactly.
        var limit = isSigned ? TwoToThe63 : 2 * TwoToThe63;
        for (var i = width; i < 64; i++)
        {
            limit /= 2;
        }

        value = Math.Truncate(value);
        var smallest = isSigned ? -limit : 0;
        if (value >= smallest && value < limit)
        {
            return value >= TwoToThe63 ? (ulong)(long)(value - TwoToThe63) + (1ul << 63) : (ulong)(long)value;
        }

        if (mode == NumberConversionMode.Checked)
        {
            ThrowOutOfRange();
        }

        var largest = Largest(width, isSigned);
        return double.IsNaN(value) ? 0 : value > 0 ? largest : isSigned ? ~largest : 0;
    }

    private static ulong RoundToInteger(decimal value, int width, bool isSigned, NumberConversionMode mode)
    {
        value = decimal.Truncate(value);
        if (mode != NumberConversionMode.Checked)
        {
            value = Math.Clamp(value, long.MinValue, ulong.MaxValue);
        }

        return value < 0 ? Limit((ulong)(long)value, true, width, isSigned, mode) : Limit((ulong)value, false, width, isSigned, mode);
    }

    private static decimal ToDecimal(double value, NumberConversionMode mode)
    {
        const double TwoToThe96 = 79228162514264337593543950336.0;
        if (mode != NumberConversionMode.Checked)
        {
            if (double.IsNaN(value))
            {
                return 0;
            }

            if (Math.Abs(value) >= TwoToThe96)
            {
                return value > 0 ? decimal.MaxValue : decimal.MinValue;
            }
        }

        return (decimal)value;
    }

    private static void ThrowOutOfRange() => throw new OverflowException("The number is too large or too small for its type.");
}
