using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>Integers of 128 bits.</summary>
public static class WideIntegers
{
    public static void Run()
    {
        UInt128[] values =
        [
            0, 1, 10, ulong.MaxValue, UInt128.One << 64, UInt128.Parse("12345678901234567890123456789"), UInt128.MaxValue,
            UInt128.MaxValue >> 1, 1000000007,
        ];
        foreach (var left in values)
        {
            var signed = (Int128)left;
            Console.WriteLine(
                $"{left} {signed} {left:X} {signed:N0} {left:D42} {signed:E3} {(double)(ulong)left} {(byte)left} {(long)signed} "
                + $"{-signed} {~left}");
            Console.WriteLine(
                $"  {UInt128.LeadingZeroCount(left)} {UInt128.TrailingZeroCount(left)} {UInt128.PopCount(left)} {UInt128.IsPow2(left)} "
                + $"{left << 5} {left >> 70} {signed >> 70} {signed >>> 70} {Int128.Sign(signed)} {UInt128.RotateLeft(left, 100)}");
            foreach (var right in values)
            {
                var other = (Int128)right;
                var line =
                    $"  {left + right} {left - right} {left * right} {left & right} {left ^ right} {left < right} "
                    + $"{left.CompareTo(right)} ";
                line += $"{signed + other} {signed - other} {signed * other} {signed < other} {signed == other}";
                if (right != 0)
                {
                    line += $" {left / right} {left % right} {signed / other} {signed % other}";
                }

                Console.WriteLine(line);
            }
        }

        string[] texts =
        [
            "", "-1", "170141183460469231731687303715884105727", "170141183460469231731687303715884105728",
            "-170141183460469231731687303715884105728", "-170141183460469231731687303715884105729",
            "340282366920938463463374607431768211455", "340282366920938463463374607431768211456", "1,000", " 5 ",
            "99999999999999999999999999999999999999999",
        ];
        foreach (var text in texts)
        {
            Console.WriteLine(
                $"{text}: {(UInt128.TryParse(text, out var unsigned) ? unsigned.ToString() : "no")} "
                + $"{(Int128.TryParse(text, out var signed) ? signed.ToString() : "no")}");
        }

        Console.WriteLine(
            $"{UInt128.Parse("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", NumberStyles.HexNumber)} "
            + $"{Int128.Parse("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", NumberStyles.HexNumber)} {Int128.MinValue} {Int128.MaxValue} "
            + $"{Int128.Abs(-5)} {new UInt128(1, 2)}");
    }
}
