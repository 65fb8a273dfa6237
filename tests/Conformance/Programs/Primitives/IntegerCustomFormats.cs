using System;

namespace Tarn.Conformance;

/// <summary>Integers in custom formats.</summary>
public static class IntegerCustomFormats
{
    public static void Run()
    {
        string[] formats =
        [
            "0", "00000", "#", "#####", "#,##0", "#,#", "0,0", "0,,", "#,##0,", "0.00", "#.##", "0.0#", ".00", "000-00-0000", "(000) 000",
            "#;(#)", "#;(#);zero", "0;;", "'n='0", "\"q\"0", "\\#0", "0%", "#0.0%", "0\u2030", "0E0", "0.00E+00", "0.0e-0", "##0.0E+000",
                "0 'units'", "a0b0c0", "E", "0e", "%0x",
        ];
        long[] values = [0, 5, -5, 42, 123, -1234, 1234567, 9876543210, -1, 1500, 999999];
        foreach (var format in formats)
        {
            var line = format + " :";
            foreach (var value in values)
            {
                line += " [" + value.ToString(format) + "]";
            }

            Console.WriteLine(line);
        }

        Console.WriteLine(((byte)7).ToString("000") + ulong.MaxValue.ToString("#,##0") + ((short)-3).ToString("+0;-0"));
    }
}
