using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Remainders, conversions to and from every integer, comparisons with what is not a number, signed zeroes.</summary>
public static class FloatingPointArithmetic
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Hide<T>(T value) => value;

    public static void Run()
    {
        double
        [
            ] values = [0, -0.0, 1, -1, 0.5, 5.75, -5.75, 1e10, -1e10, 1e19, -1e19, 1e300, -1e300, double.Epsilon, double.MaxValue,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, 4294967296, 9223372036854775807, 18446744073709551615
        ];
        foreach (var value in values)
        {
            Console.WriteLine(
                $"{BitConverter.DoubleToInt64Bits(value)}: {(int)value} {(uint)value} {(long)value} {(ulong)value} " +
                $"{BitConverter.DoubleToInt64Bits((float)value)}");
            Console.WriteLine(
                $"  {(byte)value} {(sbyte)value} {(short)value} {(ushort)value} {(int)(float)value} {(ulong)(float)value} {(nint)value}");
            Console.WriteLine(
                $"  {value < 1} {value > 1} {value == Hide(value)} {value != Hide(value)} {value <= 0} {value >= 0} {-value == 0} " +
                $"{double.IsNaN(value)}");
        }

        double[] divisors = [1, -1, 0.3, 3, 1e-5, 1e5, double.PositiveInfinity, 7e200];
        foreach (var value in values)
        {
            foreach (var divisor in divisors)
            {
                Console.WriteLine(
                    $"{BitConverter.DoubleToInt64Bits(value % divisor)} {BitConverter.SingleToInt32Bits((float)value % (float)divisor)}");
            }
        }

        Console.WriteLine(double.IsNaN(Hide(1.0) % Hide(0.0)));
        Console.WriteLine(BitConverter.DoubleToInt64Bits(Hide(-0.0) % 1));
        ulong
        [
            ] integers = [0, 1, 1UL << 24, (1UL << 24) + 1, 1UL << 53, (1UL << 53) + 1, 1UL << 63, (1UL << 63) + 1024, (1UL << 63) +
            1025, ulong.MaxValue, ulong.MaxValue - 1024, 0x8000_0080_0000_0001
        ];
        foreach (var integer in integers)
        {
            Console.WriteLine(
                $"{BitConverter.DoubleToInt64Bits(integer)} {BitConverter.SingleToInt32Bits(integer)} " +
                $"{BitConverter.DoubleToInt64Bits((long)integer)} {BitConverter.SingleToInt32Bits((long)integer)} " +
                $"{BitConverter.DoubleToInt64Bits((uint)integer)} {BitConverter.SingleToInt32Bits((uint)integer)} " +
                $"{BitConverter.DoubleToInt64Bits((int)integer)}");
        }

        var sum = 0.0;
        for (var i = 1; i <= 1000; i++)
        {
            sum += 1.0 / i;
        }

        Console.WriteLine(BitConverter.DoubleToInt64Bits(sum));
        float single = 0;
        for (var i = 1; i <= 1000; i++)
        {
            single += 1f / i;
        }

        Console.WriteLine(BitConverter.SingleToInt32Bits(single));
        Console.WriteLine(BitConverter.DoubleToInt64Bits(Hide(1.0) / Hide(-0.0)));
        Console.WriteLine(BitConverter.DoubleToInt64Bits(-Hide(0.0)));
    }
}
