using System;

namespace Tarn.Conformance;

/// <summary>Elementary functions to twelve digits, which leaves the last place to whoever rounds better.</summary>
public static class MathFunctions
{
    public static void Run()
    {
        double[] values =
        [
            0.001, 0.1, 0.25, 0.5, 0.7, 0.785398163397448, 0.9, 1, 1.25, 1.5707963, 2, 2.5, 3.1415926535, 5, 10, 20, 100, 700.5, 1e5, 1e10,
            1e22, 1e300,
        ];
        foreach (var x in values)
        {
            Console.WriteLine($"{x}: sin {Math.Sin(x):E11} cos {Math.Cos(x):E11} tan {Math.Tan(x):E11} {Math.Sin(-x):E11}");
            Console.WriteLine(
                $"  exp {Math.Exp(x):E11} {Math.Exp(-x):E11} log {Math.Log(x):E11} {Math.Log2(x):E11} {Math.Log10(x):E11} cbrt "
                + $"{Math.Cbrt(x):E11} sqrt {Math.Sqrt(x)}");
            Console.WriteLine(
                $"  atan {Math.Atan(x):E11} {Math.Atan2(x, 2):E11} {Math.Atan2(-x, -3):E11} sinh {Math.Sinh(x):E11} cosh "
                + $"{Math.Cosh(x):E11} tanh {Math.Tanh(x):E11}");
            Console.WriteLine(
                $"  pow {Math.Pow(x, 0.5):E11} {Math.Pow(x, 1.7):E11} {Math.Pow(x, -3):E11} {Math.Pow(1.0001, x):E11} "
                + $"{Math.Log(x, 7):E11}");
            if (x <= 1)
            {
                Console.WriteLine($"  asin {Math.Asin(x):E11} {Math.Asin(-x):E11} acos {Math.Acos(x):E11} {Math.Acos(-x):E11}");
            }

            var f = (float)x;
            Console.WriteLine(
                $"  float {MathF.Sin(f):E5} {MathF.Cos(f):E5} {MathF.Exp(f / 10):E5} {MathF.Log(f):E5} {MathF.Pow(f, 0.3f):E5} "
                + $"{MathF.Atan2(f, 3):E5} {MathF.Sqrt(f)}");
        }
    }
}
