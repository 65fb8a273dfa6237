using System;

namespace Tarn.Conformance;

/// <summary>Classification, comparison, equality and hash codes of floating-point numbers.</summary>
public static class FloatingPointMembers
{
    public static void Run()
    {
        double[] values =
        [
            0, -0.0, 1, -1, 0.5, 1.5, 2, 3, -4, 1e300, 5e-324, 2.2250738585072014E-308, double.MaxValue, double.NaN, -double.NaN,
            double.PositiveInfinity, double.NegativeInfinity,
        ];
        foreach (var x in values)
        {
            var f = (float)x;
            Console.WriteLine(
                $"{x}: {double.IsNaN(x)} {double.IsInfinity(x)} {double.IsFinite(x)} {double.IsNegative(x)} {double.IsNormal(x)} "
                + $"{double.IsSubnormal(x)} {double.IsPositiveInfinity(x)} {double.IsNegativeInfinity(x)}");
            Console.WriteLine(
                $"  {double.IsInteger(x)} {double.IsEvenInteger(x)} {double.IsOddInteger(x)} {double.IsPow2(x)} "
                + $"{double.IsRealNumber(x)} {double.IsPositive(x)} {x.GetHashCode()} {f.GetHashCode()}");
            Console.WriteLine(
                $"  {float.IsNaN(f)} {float.IsInfinity(f)} {float.IsFinite(f)} {float.IsNegative(f)} {float.IsNormal(f)} "
                + $"{float.IsSubnormal(f)} {float.IsInteger(f)} {float.IsPow2(f)} {f}");
            var line = " ";
            foreach (var y in values)
            {
                line += " " + x.CompareTo(y).ToString() + f.CompareTo((float)y).ToString() + (x.Equals(y) ? "=" : "!")
                    + (x == y ? "=" : "!") + (x < y ? "<" : " ") + (x >= y ? ">=" : "  ");
            }

            Console.WriteLine(line);
        }

        object boxed = 1.5;
        Console.WriteLine(
            $"{boxed.Equals(1.5)} {boxed.Equals(1.5f)} {1.5.CompareTo(boxed)} {1.5.CompareTo(null)} {double.Epsilon > 0} "
            + $"{float.Epsilon / 2}");
        Console.WriteLine(
            $"{double.MaxValue} {double.MinValue} {double.Epsilon} {double.Pi} {double.E} {double.Tau} {double.NegativeZero} "
            + $"{float.MaxValue} {float.MinValue} {float.Epsilon} {float.Pi}");
        Console.WriteLine(
            $"{5.5 % 2} {-5.5 % 2} {5.5 % -2} {5.5f % 2f} {1e300 % 7} {1e30f % 3f} {double.PositiveInfinity % 2} {1 % 0.0} {0.0 % 1} "
            + $"{3 % double.PositiveInfinity}");
    }
}
