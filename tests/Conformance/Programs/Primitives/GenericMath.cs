using System;
using System.Collections.Generic;
using System.Numerics;

namespace Tarn.Conformance;

/// <summary>Arithmetic on type parameters, through the static members of INumber and its kin.</summary>
public static class GenericMath
{
    private static T Sum<T>(IEnumerable<T> values)
        where T : INumber<T>
    {
        var sum = T.Zero;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static T Mean<T>(ReadOnlySpan<T> values)
        where T : INumber<T>
    {
        var sum = T.AdditiveIdentity;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / T.CreateChecked(values.Length);
    }

    private static T GreatestCommonDivisor<T>(T left, T right)
        where T : IBinaryInteger<T>
    {
        while (!T.IsZero(right))
        {
            (left, right) = (right, left % right);
        }

        return left;
    }

    private static string Signed<T>(T value)
        where T : ISignedNumber<T>, INumber<T>, IMinMaxValue<T> =>
        $"{-value} {T.Abs(value)} {T.IsNegative(value)} {T.Sign(value)} {T.NegativeOne} "
        + $"{T.CopySign(value, T.One)} {T.MinValue} {T.MaxValue}";

    private static string Integer<T>(T value, T other)
        where T : IBinaryInteger<T>
    {
        var (quotient, remainder) = T.DivRem(value, other);
        return $"{value + other} {value - other} {value * other} {quotient} {remainder} {value & other} {value | other} "
            + $"{value ^ other} {~value} "
            + $"{value << 3} {value >> 2} {value >>> 2} {T.PopCount(value)} {T.LeadingZeroCount(value)} {T.TrailingZeroCount(value)} "
            + $"{T.RotateLeft(value, 3)} {T.RotateRight(value, 3)} {T.IsPow2(value)} {T.IsEvenInteger(value)} {T.IsOddInteger(value)} "
            + $"{T.Max(value, other)} {T.Min(value, other)} {T.Clamp(value, T.Zero, other)} {T.MaxMagnitude(value, other)} {value > other} "
            + $"{value == other} {value != other} {value <= other} {value.CompareTo(other)} {value.GetByteCount()} "
            + $"{T.AllBitsSet} {T.Radix} "
            + $"{GreatestCommonDivisor(value, other)} {value.GetShortestBitLength()} {T.IsFinite(value)} {T.IsNaN(value)} "
            + $"{T.IsInteger(value)}";
    }

    private static string Float<T>(T value, T other)
        where T : IBinaryFloatingPointIeee754<T> =>
        $"{value + other} {value - other} {value * other} {value / other} {value % other} {-value} {T.Abs(value)} {T.Sqrt(T.Abs(value))} "
        + $"{T.Floor(value)} {T.Ceiling(value)} {T.Round(value)} {T.Truncate(value)} {T.Round(value, 1)} {T.Max(value, other)} "
        + $"{T.MinMagnitude(value, other)} {T.MaxNumber(value, T.NaN)} {T.Max(value, T.NaN)} {T.IsNaN(value)} {T.IsInteger(value)} "
        + $"{T.Lerp(value, other, T.CreateChecked(0.25))} {T.BitIncrement(value)} {T.ILogB(value)} {T.ScaleB(value, 3)} {T.Epsilon} {T.Pi} "
        + $"{T.PositiveInfinity} {T.IsNegative(T.NegativeZero)} {T.Clamp(value, T.Zero, T.One)} {T.CopySign(value, -other)} {T.One + T.E}";

    private static string Convert<T>(T value)
        where T : INumberBase<T> =>
        $"{sbyte.CreateSaturating(value)} {byte.CreateSaturating(value)} {short.CreateTruncating(value)} {ushort.CreateSaturating(value)} "
        + $"{int.CreateSaturating(value)} {uint.CreateTruncating(value)} {long.CreateSaturating(value)} {ulong.CreateSaturating(value)} "
        + $"{nint.CreateTruncating(value)} {nuint.CreateSaturating(value)} {float.CreateChecked(value)} {double.CreateSaturating(value)} "
        + $"{byte.CreateTruncating(value)} {sbyte.CreateTruncating(value)} {ulong.CreateTruncating(value)} {int.CreateTruncating(value)}";

    public static void Run()
    {
        Console.WriteLine(
            $"{Sum([1, 2, 3])} {Sum([1.5, 2.25])} {Sum<byte>([200, 100])} {Sum([1L << 40, -1L])} {Sum<uint>([])} {Sum([0.1f, 0.2f])} "
            + $"{Sum([0.1m, 0.20m])}");
        Console.WriteLine($"{Mean<int>([1, 2, 4])} {Mean<double>([1, 2, 4])} {Mean<ulong>([ulong.MaxValue])} {Mean<short>([-3, -4])}");
        Console.WriteLine(Signed(5) + " " + Signed((sbyte)-5) + " " + Signed(-2.5) + " " + Signed(7L) + " " + Signed((short)-300) + " "
            + Signed(1.5f) + " " + Signed(-1.50m));
        Console.WriteLine(Integer(100, 7));
        Console.WriteLine(Integer(-100, 7));
        Console.WriteLine(Integer((byte)200, (byte)60));
        Console.WriteLine(Integer((sbyte)-100, (sbyte)7));
        Console.WriteLine(Integer((short)-30000, (short)123));
        Console.WriteLine(Integer((ushort)60000, (ushort)123));
        Console.WriteLine(Integer(4000000000u, 48u));
        Console.WriteLine(Integer(-1234567890123L, 987L));
        Console.WriteLine(Integer(12345678901234567890UL, 1000UL));
        Console.WriteLine(Integer((nint)(-64), (nint)6));
        Console.WriteLine(Integer((nuint)64, (nuint)6));
        Console.WriteLine(Float(2.75, -1.5));
        Console.WriteLine(Float(-7.125f, 2f));
        Console.WriteLine(Convert(-1) + " " + Convert(300) + " " + Convert((byte)200));
        Console.WriteLine(Convert(long.MinValue) + " " + Convert(ulong.MaxValue));
        Console.WriteLine(Convert(1e10) + " " + Convert(-2.75) + " " + Convert(255.5f));
        Console.WriteLine(Convert(-1.5m) + " " + Convert(123456789012.75m)
            + $" {decimal.CreateChecked(2.5)} {decimal.CreateSaturating(1e30)}");
        Console.WriteLine(Convert(double.PositiveInfinity) + " " + Convert(9.3e18));
        Console.WriteLine(int.CreateChecked(41L) + byte.CreateChecked(1.99) + int.Parse("3") + int.Max(3, 9) + int.Log2(1024)
            + uint.PopCount(255));
    }
}
