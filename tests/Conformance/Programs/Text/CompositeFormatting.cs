using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary><see cref="string.Format(string, object?)"/>: indices, alignment, formats, escapes, formatters of one's own.</summary>
public static class CompositeFormatting
{
    private sealed class Temperature(int degrees) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) =>
            format == "F" ? (degrees * 9 / 5) + 32 + "°F" : degrees + "°C";

        public override string ToString() => ToString(null, null);
    }

    private sealed class Shouting : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
            (arg?.ToString() ?? "nothing").ToUpperInvariant() + "!" + format;
    }

    public static void Run()
    {
        Console.WriteLine(string.Format("{0} {1} {0}", "a", 2));
        Console.WriteLine(string.Format("{0,5}|{0,-5}|{1,3}|{1,-3}|", 42, "long text"));
        Console.WriteLine(string.Format("{0:X4} {0:x} {0:D6} {1:F2} {1:E3} {2:N0}", 255, 3.14159, 1234567));
        Console.WriteLine(string.Format("{0,10:F3}|{0,-10:F1}|", 2.5));
        Console.WriteLine(string.Format("{{{0}}} {{0}} }}{{", 1));
        Console.WriteLine(string.Format("[{0}] [{1}] [{2}]", null, "", new object?[] { 1 }.Length));
        Console.WriteLine(string.Format("{0}{1}{2}{3}", 1, 'c', true, 5L));
        Console.WriteLine(string.Format("{2}{1}{0}", ["x", "y", "z"]));
        Console.WriteLine(string.Format("{0} {0:F} {0,8:F}|", new Temperature(20)));
        Console.WriteLine(string.Format(new Shouting(), "{0:?} {1}", "hello", null));
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:0.00} {1:#,##0}", 1.005, 9876543));
        Console.WriteLine(string.Format("{0 , 4 }|{0  }|{1 :D3}", 7, 8));
        Console.WriteLine(string.Format("no items"));
        Console.WriteLine(string.Format("", 1).Length);
    }
}
