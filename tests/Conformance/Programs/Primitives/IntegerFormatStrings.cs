using System;

namespace Tarn.Conformance;

/// <summary>Integers in the standard formats.</summary>
public static class IntegerFormatStrings
{
    public static void Run()
    {
        string[] formats =
        [
            "D", "d3", "D25", "X", "x", "X2", "x16", "X20", "B", "b8", "B40", "G", "G0", "g3", "G20", "R", "N", "n0", "N3", "F", "F0",
            "F4", "E", "E0", "e2", "E20", "C", "C0", "c3", "P", "P0", "p1",
        ];
        long[] values = [0, 1, -1, 9, 10, -16, 255, -256, 1000, 1234567, -1234567, 999_999_999_999, long.MaxValue, long.MinValue];
        foreach (var format in formats)
        {
            var line = format + ":";
            foreach (var value in values)
            {
                line += " " + value.ToString(format);
            }

            Console.WriteLine(line);
            Console.WriteLine(((sbyte)-77).ToString(format) + " " + ((byte)200).ToString(format) + " " + ((short)-12345).ToString(format)
                + " " + ((ushort)54321).ToString(format));
            Console.WriteLine((-1234567890).ToString(format) + " " + 4000000000u.ToString(format) + " " + ulong.MaxValue.ToString(format)
                + " " + ((nint)(-5)).ToString(format));
        }

        Console.WriteLine($"{255:X4} {-1:x} {7:D3} {1234567:N0} {5,4}|{5,-4}|{-17:B} {123:E2}");
    }
}
