using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>Text to doubles and floats, correctly rounded, shown as bits.</summary>
public static class DoubleParsing
{
    private static void Show(string text)
    {
        var isDouble = double.TryParse(text, out var number);
        var isSingle = float.TryParse(text, out var single);
        var shown = text.Length > 40 ? text.Substring(0, 40) + "..." : text;
        Console.WriteLine("[" + shown + "] " + (isDouble ? BitConverter.DoubleToInt64Bits(number).ToString("X16") : "no") + " "
            + (isSingle ? BitConverter.SingleToInt32Bits(single).ToString("X8") : "no"));
    }

    public static void Run()
    {
        string[] texts =
        [
            "0", "-0", "1", "-1.5", ".5", "5.", "1e5", "1E-5", "1e+5", " 12.5 ", "1,234.5", "1,2,3", "+7", "--7", "1e", "1e+", "e5", ".",
            "", " ", "abc", "1.2.3", "0x1p3", "NaN", "nan", "-NaN", "Infinity", "-infinity",
            "+Infinity", "Inf", "1e308", "1e309", "-1e400", "1e-323", "1e-324", "2e-324", "2.4703282292062327e-324",
            "2.4703282292062328e-324", "4.9e-324", "2.2250738585072011e-308", "2.2250738585072012e-308",
            "2.2250738585072014e-308", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308",
            "1.797693134862315808e308", "9007199254740992", "9007199254740993", "9007199254740994",
            "9007199254740993.0000000000000000000000000000000001", "0.1", "0.2", "0.3", "123456789012345678901234567890", "3.4028235e38",
            "3.4028236e38", "1e99999999999", "0e99999999999", "1e-99999999999",
            "0.000000000000000000000000000000000000000000001", "1.4e-45", "0.7e-45", "16777217", "16777217.0000001", "8.5",
            "100000000000000016777215", "100000000000000016777216",
        ];
        foreach (var text in texts)
        {
            Show(text);
        }

        // Half way between 1 and the next double, then above it by a digit that only a long look shows; and as many digits as a double
        // can need.
        Show("1.00000000000000011102230246251565404236316680908203125");
        Show("1.00000000000000011102230246251565404236316680908203125" + new string('0', 900) + "1");
        Show("1.00000000000000011102230246251565404236316680908203124" + new string('9', 900));
        Show("0." + new string('0', 400) + new string('7', 800) + "e390");
        Show(new string('9', 309));
        Show(new string('9', 308) + "." + new string('3', 1000));
        Show(new string('0', 1000) + "12" + new string('0', 50) + "e-40");
        Console.WriteLine(double.Parse("(1,234.5)", NumberStyles.Any).ToString() + " " + double.Parse("\u00A42.50",
            NumberStyles.Currency).ToString() + " " + double.Parse("12.5-", NumberStyles.Number).ToString());
        Console.WriteLine(double.Parse("2.5"u8).ToString() + " " + float.Parse("2.5e3".AsSpan()).ToString() + " " + (double.TryParse("1e5",
            NumberStyles.Number, null, out _) ? "yes" : "no"));
    }
}
