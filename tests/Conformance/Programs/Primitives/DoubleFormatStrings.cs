using System;

namespace Tarn.Conformance;

/// <summary>Doubles in the standard formats, exact to any precision.</summary>
public static class DoubleFormatStrings
{
    public static void Run()
    {
        string[] formats =
        [
            "F", "F0", "F1", "F3", "F20", "F60", "E", "E0", "e1", "E5", "E16", "E40", "G", "G1", "G2", "G5", "G15", "G17", "g30", "N",
            "N0", "N4", "C", "C1", "P", "P0", "P3", "R", "r",
        ];
        double[] values =
        [
            0, -0.0, 1, -1, 0.5, 1.5, 2.5, -2.5, 0.125, 0.375, 0.1, -0.001, 0.045, 9.995, 99.5, 1234.5678, -1234567.891, 1e-7, 1.0 / 3,
            1e15, 123456789012345678, 1e20,
        ];
        foreach (var format in formats)
        {
            var line = format + ":";
            foreach (var value in values)
            {
                line += " " + value.ToString(format);
            }

            Console.WriteLine(line);
        }

        Console.WriteLine(double.MaxValue.ToString("F0"));
        Console.WriteLine(double.Epsilon.ToString("E100"));
        Console.WriteLine(0.1.ToString("F100"));
        Console.WriteLine(double.NaN.ToString("F2") + double.PositiveInfinity.ToString("E") + double.NegativeInfinity.ToString("C"));
        Console.WriteLine($"{3.14159:F2} {2.0:N1} {0.256:P1} {1e10:G} {12345.678,12:F1}|{1.5,-8}|");
    }
}
