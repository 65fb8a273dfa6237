using System;

namespace Tarn.Conformance;

/// <summary>Floating-point numbers of 16 bits.</summary>
public static class HalfPrecision
{
    public static void Run()
    {
        for (var bits = 0; bits < 0x10000; bits += 331)
        {
            var value = BitConverter.UInt16BitsToHalf((ushort)bits);
            Console.WriteLine(
                $"{value} {(float)value} {value:E2} {value.GetHashCode()} {Half.IsNaN(value)} {Half.IsSubnormal(value)} "
                + $"{(Half)(float)value == value} {(double)value}");
        }

        double[] numbers = [0.1, 1.0 / 3, 65504, 65519.99, 65520, 1e-8, 2.98e-8, 2.99e-8, 6e-8, 2049, 2051, -1.5, 1e300];
        foreach (var number in numbers)
        {
            Console.WriteLine(
                $"{(Half)number} {(Half)(float)number} {BitConverter.HalfToUInt16Bits((Half)number):X4} "
                + $"{Half.Parse(number.ToString())}");
        }

        var left = (Half)1.5f;
        var right = (Half)(-0.1f);
        Console.WriteLine(
            $"{left + right} {left - right} {left * right} {left / right} {left % right} {-left} {left > right} {left.CompareTo(right)} "
            + $"{Half.NaN.Equals(Half.NaN)} {Half.NaN == Half.NaN} {Half.MaxValue} {Half.Epsilon} {(int)left} {(Half)7}");
    }
}
