using System;

namespace Tarn.Conformance;

/// <summary>Floating-point values alive across throws.</summary>
public static class FloatingPointAcrossHandlers
{
    private static double Root(double value) => value < 0 ? throw new ArgumentException("negative") : Math.Sqrt(value);

    public static void Run()
    {
        double a = 1.5, b = 2.5, c = 3.5, sum = 0;
        var f = 0.25f;
        decimal m = 1.1m;
        for (var turn = 0; turn < 8; turn++)
        {
            try
            {
                sum += Root(a - (turn * 0.5)) * b;
                f *= 1.5f;
            }
            catch (ArgumentException)
            {
                sum -= c;
                m *= 2;
                b = -b;
            }
            finally
            {
                c += 0.125;
            }

            Console.WriteLine($"{a} {b} {c} {sum} {f} {m}");
        }
    }
}
