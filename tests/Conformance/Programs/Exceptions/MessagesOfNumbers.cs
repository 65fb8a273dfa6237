using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>Type and message of what numbers run into: text that is none, results that do not fit.</summary>
public static class MessagesOfNumbers
{
    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine($"{what}: {action()}");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{what}: {exception.GetType().FullName}: {exception.Message}");
        }
    }

    public static void Run()
    {
        foreach (var text in new[] { "x", "", " ", "12 3", "99999999999999999999999999999999999999999999999", "-1", "1e400", null })
        {
            Try($"sbyte '{text}'", () => sbyte.Parse(text));
            Try($"byte '{text}'", () => byte.Parse(text));
            Try($"short '{text}'", () => short.Parse(text));
            Try($"ushort '{text}'", () => ushort.Parse(text));
            Try($"int '{text}'", () => int.Parse(text));
            Try($"uint '{text}'", () => uint.Parse(text));
            Try($"long '{text}'", () => long.Parse(text));
            Try($"ulong '{text}'", () => ulong.Parse(text));
            Try($"nint '{text}'", () => nint.Parse(text));
            Try($"Int128 '{text}'", () => Int128.Parse(text));
            Try($"UInt128 '{text}'", () => UInt128.Parse(text));
            Try($"double '{text}'", () => double.Parse(text));
            Try($"float '{text}'", () => float.Parse(text));
            Try($"decimal '{text}'", () => decimal.Parse(text));
            Try($"bool '{text}'", () => bool.Parse(text));
            Try($"char '{text}'", () => char.Parse(text));
            Try($"span '{text}'", () => int.Parse(text.AsSpan()));
            Try($"hexadecimal '{text}'", () => int.Parse(text, NumberStyles.HexNumber));
        }

        var least = int.MinValue;
        var most = int.MaxValue;
        var large = decimal.MaxValue;
        Try("abs", () => Math.Abs(least));
        Try("abs long", () => Math.Abs(long.MinValue + least - least));
        Try("sign", () => Math.Sign(double.NaN + least));
        Try("clamp", () => Math.Clamp(1, most, least));
        Try("divide", () => least / (most - most));
        Try("remainder", () => least % (most - most));
        Try("quotient", () => least / (most / -most));
        Try("add", () => checked(most + 1));
        Try("narrow", () => checked((byte)most));
        Try("double to int", () => checked((int)(most * 4.0)));
        Try("to int of text", () => Convert.ToInt32("x"));
        Try("decimal", () => large * 2m);
        Try("decimal divided", () => 1m / (most - most));
        Try("Int128", () => checked((int)(Int128)long.MaxValue));
        Try("Int128 divided", () => Int128.One / (Int128)(most - most));
        Try("round", () => Math.Round(1.5, 20));
        Try("format", () => most.ToString("Q"));
        Try("format of double", () => 1.5.ToString("Q"));
        Try("format null", () => string.Format(null, 5));
        Try("base", () => Convert.ToInt32("12", 7));
        Try("base digit", () => Convert.ToInt32("19", 8));
        Try("hexadecimal", () => Convert.FromHexString("abc"));
    }
}
