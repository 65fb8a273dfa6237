using System;

namespace Tarn.Conformance;

/// <summary>Where elementary functions have exact results, no result, or infinite ones.</summary>
public static class MathSpecialCases
{
    public static void Run()
    {
        double[] values =
        [
            0, -0.0, 1, -1, 2, -2, 0.5, double.Epsilon, 1e-200, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity,
            double.NaN,
        ];
        foreach (var x in values)
        {
            Console.WriteLine(
                $"{x}: {Math.Sqrt(x)} {Math.Cbrt(Math.Round(x)):E11} {(Math.Abs(x) < 1e-100 ? Math.Sin(x) : 0)} "
                + $"{(x == 0 ? Math.Cos(x) : 0)} {(Math.Abs(x) < 1e-100 ? Math.Tan(x) : 0)} {Math.Tanh(x * 100)}");
            Console.WriteLine(
                $"  {(x == 0 || double.IsInfinity(x) || double.IsNaN(x) ? Math.Exp(x) : 0)} "
                + $"{(x is 1 or <= 0 or double.NaN or double.PositiveInfinity ? Math.Log(x) : 0)} "
                + $"{(x is 1 or 2 or 0.5 or <= 0 ? Math.Log2(x) : 0)}");
            Console.WriteLine(
                $"  {(x is 1 or <= 0 ? Math.Log10(x) : 0)} {(Math.Abs(x) is 0 or > 1 ? Math.Asin(x) : 0)} "
                + $"{(x is 1 or > 1 ? Math.Acos(x) : 0)} {Math.Atan(x / 1e-100 * 1e200)} {(double.IsFinite(x) ? 0 : Math.Sin(x))} "
                + $"{Math.Sinh(x * 1000)} {Math.Cosh(x * 1000)}");
            foreach (var y in values)
            {
                Console.WriteLine(
                    $"  {Math.Pow(x, y):E11} {Math.Max(x, y)} {Math.Min(x, y)} {Math.MaxMagnitude(x, y)} {Math.MinMagnitude(x, y)} "
                    + $"{Math.IEEERemainder(x, y)} {(x == 0 || y == 0 ? Math.Atan2(x, y) : 0)}");
            }
        }

        for (var n = 0; n <= 22; n++)
        {
            Console.WriteLine(
                $"{Math.Pow(10, n)} {Math.Pow(2, n * 40)} {Math.Pow(2, -n * 40)} {Math.Pow(3, n)} {Math.Pow(-1.5, n)} "
                + $"{Math.Log2(Math.Pow(2, n))} {Math.Log10(Math.Pow(10, n))} {Math.Cbrt(n * n * n):E11} {Math.Exp(-n * 50):E8}");
        }
    }
}
