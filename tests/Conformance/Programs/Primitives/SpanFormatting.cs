using System;

namespace Tarn.Conformance;

/// <summary>Numbers written into memory of every length around the one they need, as UTF-16 and UTF-8.</summary>
public static class SpanFormatting
{
    private static void Show<T>(T value, string format)
        where T : ISpanFormattable, IUtf8SpanFormattable
    {
        Span<char> characters = stackalloc char[64];
        Span<byte> bytes = stackalloc byte[64];
        value.TryFormat(characters, out var length, format, null);
        value.TryFormat(bytes, out var utf8Length, format, null);
        Console.WriteLine($"{characters[..length]} {length} {Convert.ToHexString(bytes[..utf8Length])}");
        for (var room = 0; room < length + 2; room++)
        {
            var fits = value.TryFormat(characters[..room], out var written, format, null);
            var utf8Fits = value.TryFormat(bytes[..room], out var utf8Written, format, null);
            Console.WriteLine($"  {room} {fits} {written} {utf8Fits} {utf8Written}");
        }
    }

    public static void Run()
    {
        Show(-12, "");
        Show((byte)200, "X4");
        Show(ulong.MaxValue, "N0");
        Show(1.5, "");
        Show(-0.25f, "P1");
        Show(1234.5, "C2");
        Show(5L, "0'\u00E9\u20AC'");
        Show(double.NaN, "F2");
        Show('\u20AC', "");
        Show((nint)(-7), "D3");
        Show(TimeSpan.FromSeconds(-61), "g");
        Console.WriteLine(5.TryFormat(new char[300], out var count, new string('0', 250)) ? count : -1);
        Console.WriteLine(1.ToString("D250").Length + 1.5.ToString("F300").Length + (-3).ToString("N99"));
    }
}
