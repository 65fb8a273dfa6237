using System;

namespace Tarn.Conformance;

/// <summary>Decimal numbers: operators, rounding, comparison and conversions, with their decimals and signs.</summary>
public static class DecimalArithmetic
{
    private const decimal Constant = 1234.5600m;

    public static void Run()
    {
        decimal[] values =
        [
            0m, 1m, -1m, 0.1m, 0.30m, 1.5m, -2.5m, 3m, 7m, 100.00m, 0.0000000000000000000000000001m, 12345678901234567890.12345678m,
            -99999.99999m, 1e10m, 0.5m,
            19807040628566084398385987584m, Constant,
        ];
        foreach (var left in values)
        {
            foreach (var right in values)
            {
                var line = $"{left} {right}: {left + right} {left - right} {left.CompareTo(right)} {left == right} {left < right}";
                line += right == 0 ? "" : $" {left % right}";
                if (Math.Abs(left) < 1e14m && Math.Abs(right) < 1e14m)
                {
                    line += $" {left * right}";
                    line += Math.Abs(right) > 0.01m ? $" {left / right}" : "";
                }

                Console.WriteLine(line);
            }

            Console.WriteLine(
                $"{-left} {decimal.Floor(left)} {decimal.Ceiling(left)} {decimal.Truncate(left)} {Math.Round(left, 1)} "
                + $"{Math.Round(left, MidpointRounding.AwayFromZero)} {left.GetHashCode()} {left.Scale} {Math.Sign(left)} "
                + $"{Math.Max(left, 1)}");
            Console.WriteLine(
                $"{(double)left} {(float)left} {(int)(left % 1000)} {(long)(left % 1000000)} {(byte)Math.Abs(left % 100)} "
                + $"{string.Join(',', decimal.GetBits(left))}");
        }

        Console.WriteLine(
            $"{decimal.MaxValue} {decimal.MinValue} {decimal.One} {decimal.MinusOne} {decimal.Zero} {decimal.MaxValue - 1} "
            + $"{decimal.MaxValue / 3} {1m / 3} {2m / 3} {10m / 4} {1.00m / 8}");
        double[] doubles = [0, 0.1, 1.0 / 3, 123456.789, 1e15, 1e20, -1e-10, 1e-28, 1e-30, 0.9999999999999996, 7.9e27];
        foreach (var value in doubles)
        {
            Console.WriteLine($"{(decimal)value} {(decimal)(float)value} {new decimal(value)}");
        }

        Console.WriteLine(
            $"{(decimal)int.MinValue} {(decimal)ulong.MaxValue} {(decimal)'x'} {Convert.ToInt32(2.5m)} {Convert.ToDecimal("1.50")} "
            + $"{Convert.ToByte(254.5m)} {new decimal(-5, 1, 0, true, 3)} {new decimal([1, 0, 0, 0x00020000])}");
        var counter = 1.5m;
        counter++;
        --counter;
        Console.WriteLine(
            $"{counter} {1.0m.Equals(1.00m)} {1.0m.GetHashCode() == 1.00m.GetHashCode()} {1m.Equals((object)1)} "
            + $"{((object)1.0m).Equals(1m)}");
    }
}
