using System;

namespace Tarn.Conformance;

/// <summary>Doubles in custom formats.</summary>
public static class DoubleCustomFormats
{
    public static void Run()
    {
        string[] formats =
        [
            "0", "0.0", "0.00", "#.##", "#,##0.00", "000.000", "0.###", "0.0##", "#", "0.00;(0.00)", "0.0;-0.0;nil", "#;#;", "0%", "0.0%",
            "#0.##\u2030", "0E+0", "0.00e-00", "##0.###E+00", "#,#.#",
            "0,,.000", "'<'0.0'>'", "0.0 kg", "\\0.0", "#.#E0", "00.00E000",
        ];
        double[] values =
        [
            0, -0.0, 0.4, 0.5, -0.4, 1.005, 2.675, -1234.5678, 1234567.891, 0.000123, 1e10, -1e-10, 99.995, 12.5, 1e16, 123456789012345680,
            double.MaxValue,
        ];
        foreach (var format in formats)
        {
            var line = format + " :";
            foreach (var value in values)
            {
                var text = value.ToString(format);
                line += " [" + (text.Length > 60 ? text.Substring(0, 60) + "..." + text.Length.ToString() : text) + "]";
            }

            Console.WriteLine(line);
        }
    }
}
