using System;

namespace Tarn.Conformance;

/// <summary>Conversions between primitive types that succeed, and numbers in other bases.</summary>
public static class ConvertNumbers
{
    public static void Run()
    {
        double[] values = [0, 0.5, 1.5, 2.5, -0.5, -1.5, 3.49999, 100.7, -100.2, 126.5];
        foreach (var value in values)
        {
            Console.WriteLine(
                $"{Convert.ToSByte(value)} {Convert.ToInt16(value)} {Convert.ToInt32(value)} {Convert.ToInt64(value)} "
                + $"{Convert.ToInt32((float)value)} {Convert.ToByte(Math.Abs(value))} {Convert.ToUInt64(Math.Abs(value))} "
                + $"{Convert.ToBoolean(value)} {Convert.ToSingle(value)}");
        }

        Console.WriteLine(
            $"{Convert.ToInt32(2147483647.4)} {Convert.ToInt64(-9.2e18)} {Convert.ToUInt32(4294967295.4)} {Convert.ToUInt64(1.8e19)} "
            + $"{Convert.ToByte(255.4)}");
        Console.WriteLine(
            $"{Convert.ToInt32("42")} {Convert.ToInt32((string?)null)} {Convert.ToDouble("1.5e3")} {Convert.ToBoolean("true")} "
            + $"{Convert.ToByte('A')} {Convert.ToChar(66)} {Convert.ToInt64(true)} {Convert.ToUInt16(65535L)} "
            + $"{Convert.ToInt16((sbyte)-5)}");
        string[] hexadecimal = ["0", "ff", "0xFF", "7fffffff", "80000000", "FFFFFFFF"];
        foreach (var text in hexadecimal)
        {
            Console.WriteLine($"{Convert.ToInt32(text, 16)} {Convert.ToUInt32(text, 16)} {Convert.ToInt64(text, 16)}");
        }

        Console.WriteLine(
            $"{Convert.ToInt32("-123", 10)} {Convert.ToInt32("777", 8)} {Convert.ToByte("11111111", 2)} "
            + $"{Convert.ToSByte("11111111", 2)} {Convert.ToInt16("177777", 8)} {Convert.ToUInt64("FFFFFFFFFFFFFFFF", 16)} "
            + $"{Convert.ToInt64("+77", 10)}");
        int[] numbers = [0, 1, 8, 255, -1, int.MinValue, int.MaxValue];
        foreach (var number in numbers)
        {
            Console.WriteLine(
                $"{Convert.ToString(number, 2)} {Convert.ToString(number, 8)} {Convert.ToString(number, 10)} "
                + $"{Convert.ToString(number, 16)} {Convert.ToString((short)number, 2)} {Convert.ToString((byte)number, 16)} "
                + $"{Convert.ToString((long)number, 16)}");
        }

        Console.WriteLine(Convert.ToString(12) + Convert.ToString(true) + Convert.ToString('x') + Convert.ToString(1.5)
            + Convert.ToString((object?)null) + Convert.ToString((object)7));
    }
}
