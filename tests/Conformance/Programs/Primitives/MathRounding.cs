using System;

namespace Tarn.Conformance;

/// <summary>Floor, ceiling, truncation, and rounding in every mode.</summary>
public static class MathRounding
{
    public static void Run()
    {
        double[] values =
        [
            0, -0.0, 0.1, 0.49999999999999994, 0.5, 0.50000000000000011, 0.9, 1, 1.5, 2.5, 3.5, -0.1, -0.5, -1.5, -2.5, -2.6, 1e15 + 0.5,
            4503599627370495.5, 4503599627370496.5, 9007199254740993, 1e300, -1e300,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5e-324, 2147483647.5, -2147483648.5,
        ];
        MidpointRounding[] modes =
        [
            MidpointRounding.ToEven, MidpointRounding.AwayFromZero, MidpointRounding.ToZero, MidpointRounding.ToNegativeInfinity,
            MidpointRounding.ToPositiveInfinity,
        ];
        foreach (var x in values)
        {
            var line = $"{x}: {Math.Floor(x)} {Math.Ceiling(x)} {Math.Truncate(x)} {Math.Round(x)}";
            var f = (float)x;
            line += $" | {MathF.Floor(f)} {MathF.Ceiling(f)} {MathF.Truncate(f)} {MathF.Round(f)} |";
            foreach (var mode in modes)
            {
                line += $" {Math.Round(x, mode)} {MathF.Round(f, mode)}";
            }

            Console.WriteLine(line);
        }

        double[] decimals = [2.135, 2.145, 1.005, -1.005, 1234.56789, 0.000125, 99.995, 1e14 + 0.37];
        foreach (var x in decimals)
        {
            var line = x.ToString() + ":";
            for (var digits = 0; digits <= 6; digits++)
            {
                line +=
                    $" {Math.Round(x, digits)} {Math.Round(x, digits, MidpointRounding.AwayFromZero)} "
                    + $"{Math.Round(x, digits, MidpointRounding.ToZero)} {MathF.Round((float)x, digits)}";
            }

            Console.WriteLine(line);
        }

        foreach (var x in values)
        {
            Console.WriteLine(
                $"{Math.BitIncrement(x)} {Math.BitDecrement(x)} {Math.ILogB(x)} {Math.ScaleB(x, 3)} {Math.ScaleB(x, -1074)} "
                + $"{Math.ScaleB(x, 2000)} {Math.CopySign(x, -1)} {Math.Abs(x)} {Math.Sqrt(x)}");
        }
    }
}
