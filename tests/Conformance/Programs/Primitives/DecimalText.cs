using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>Decimal numbers as text and back.</summary>
public static class DecimalText
{
    public static void Run()
    {
        string[] formats =
        [
            "", "G", "G3", "g10", "F", "F0", "F3", "F30", "N", "N1", "E", "e3", "C", "C0", "P", "P1", "0", "0.00", "#,##0.0#", "000.0",
            "#.#;(#.#);none", "0.0%", "0.00E+0",
        ];
        decimal[] values =
        [
            0m, 0.00m, 1m, 1.0m, 1.50m, -0.005m, 0.125m, 2.5m, -1234567.895m, 0.0000000000000000000000000001m, decimal.MaxValue,
            decimal.MinValue, 99.995m,
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

        string?[] texts =
        [
            null, "", "0", "-0", "0.00", "1.50", " 12.5 ", "1,234.50", "-7", "7-", "(7)", "1e3", "79228162514264337593543950335",
            "79228162514264337593543950336", "7922816251426433759354395033.55", "0.00000000000000000000000000005",
            "0.00000000000000000000000000015", "0.000000000000000000000000000049999999", "12345678901234567890123456789.12345", "abc",
            "1.2.3", ".5", "5.", "99999999999999999999999999999999",
        ];
        foreach (var text in texts)
        {
            var line = $"[{text}] " + (decimal.TryParse(text, out var number) ? number.ToString() + "/" + number.Scale.ToString() : "no");
            Console.WriteLine(line + " " + (decimal.TryParse(text, NumberStyles.Any, null, out number) ? number.ToString() : "no"));
        }

        Console.WriteLine(decimal.Parse("2.50"u8).ToString() + decimal.Parse("3.5".AsSpan()).ToString("F2") + $"{1.5m,8:F3}|{2.50m,-6}|");
    }
}
