using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>Text to integers with number styles.</summary>
public static class IntegerParsingStyles
{
    public static void Run()
    {
        NumberStyles[] styles =
        [
            NumberStyles.None, NumberStyles.Integer, NumberStyles.AllowLeadingSign, NumberStyles.Number, NumberStyles.Currency,
            NumberStyles.Any, NumberStyles.Float,
            NumberStyles.AllowThousands, NumberStyles.HexNumber, NumberStyles.AllowHexSpecifier, NumberStyles.BinaryNumber,
        ];
        string[] texts =
        [
            "0", "10", " 10 ", "-10", "10-", "+10", "(10)", "( 10 )", "1,234", "1,2,3,4", ",1", "1,234.00", "12.50", "1e2", "1E+2",
            "15e-1", "1e", "\u00A410", "-\u00A410", "10\u00A4", "\u00A4 10",
            "ff", "FF", "0xFF", "80", "11111111", "101 ", "fffffffff", "111111111", "1e99999999999", "0e99999999999", ".0", "1.", ".",
        ];
        foreach (var style in styles)
        {
            var line = ((int)style).ToString("X3") + ":";
            foreach (var text in texts)
            {
                line += int.TryParse(text, style, null, out var int32) ? " " + int32.ToString() : " -";
                line += byte.TryParse(text, style, CultureInfo.InvariantCulture, out var uint8) ? "/" + uint8.ToString() : "/-";
                line += sbyte.TryParse(text, style, null, out var int8) ? "/" + int8.ToString() : "/-";
            }

            Console.WriteLine(line);
        }

        Console.WriteLine(long.Parse("FFFFFFFFFFFFFFFF", NumberStyles.HexNumber));
        Console.WriteLine(ulong.Parse("8000000000000000", NumberStyles.HexNumber));
        Console.WriteLine(short.Parse("1000000000000000", NumberStyles.BinaryNumber));
        Console.WriteLine(uint.Parse("DEADBEEF"u8, NumberStyles.HexNumber));
        Console.WriteLine(ulong.Parse("18,446,744,073,709,551,615", NumberStyles.Number));
        Console.WriteLine(long.Parse("-9223372036854775808.000", NumberStyles.Number));
    }
}
