using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tarn.Conformance;

/// <summary>Interpolated strings: as strings, into builders and spans, into a handler of one's own.</summary>
public static class InterpolatedStrings
{
    private readonly struct Point(int x, int y) : ISpanFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"<{x.ToString(format)};{y.ToString(format)}>";

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            var text = ToString(format.ToString(), provider);
            charsWritten = 0;
            if (!text.TryCopyTo(destination))
            {
                return false;
            }

            charsWritten = text.Length;
            return true;
        }

        public override string ToString() => ToString(null, null);
    }

    [InterpolatedStringHandler]
    private ref struct Counter
    {
        public Counter(int literalLength, int formattedCount, bool enabled, out bool wanted)
        {
            wanted = enabled;
            Text = $"({literalLength},{formattedCount})";
        }

        public string Text { get; private set; }

        public void AppendLiteral(string value) => Text += "L" + value.Length;

        public void AppendFormatted<T>(T value) => Text += "F" + value;

        public void AppendFormatted(string? value, int alignment) => Text += "S" + alignment + value;
    }

    private static string Log(bool enabled, [InterpolatedStringHandlerArgument(nameof(enabled))] Counter counter) =>
        enabled ? counter.Text : "off";

    public static void Run()
    {
        var number = 42;
        var text = "text";
        string? none = null;
        Console.WriteLine($"{number} {text} {none} {'c'} {true} {1.5} {-7L} {(byte)200}");
        Console.WriteLine($"{number,6}|{number,-6}|{text,6}|{text,-6}|{none,3}|{'c',3}|");
        Console.WriteLine($"{number:X8} {number:D5} {3.14159:F2} {1234.5:N1} {0.125:P0}");
        Console.WriteLine($"{number,8:X4}|{2.0,-8:F2}|{new Point(1, 2)} {new Point(1, 2):D2} {new Point(3, 4),12}|");
        Console.WriteLine($"{(Point?)null}|{(int?)5}|");
        Console.WriteLine($"{{{number}}} {{escaped}} \"quoted\" {(number > 1 ? "yes" : "no")}");
        Console.WriteLine($$"""raw {{number}} {not a hole} {{{number}}}""");
        var length = 3000;
        var wide = $"{number,0}{text}{new string('x', length)}{number}";
        Console.WriteLine(wide.Length + wide[^3..]);
        Console.WriteLine($"{$"{$"{number}"}!"}?" + $"{text.AsSpan(1, 2)}" + $"{text.AsSpan(),8}");

        var builder = new StringBuilder("start ");
        builder.Append($"{number:X}-{text,6}-{none}").AppendLine($"+{1.25:F1}").Append(CultureInfo.InvariantCulture, $"{number,-4}|");
        Console.WriteLine(builder.ToString().ReplaceLineEndings("/"));

        Span<char> buffer = stackalloc char[16];
        Console.WriteLine(buffer.TryWrite($"{number} and {text}", out var written) + " " + written + " " + buffer[..written].ToString());
        Console.WriteLine(buffer.TryWrite($"{text}{text}{text}{text}{number}", out written) + " " + written);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number:F1}"));

        Console.WriteLine(Log(true, $"abc{number}de{"s",4}") + Log(false, $"never {Fail()}"));
        const string Constant = "con";
        const string Joined = $"{Constant}stant";
        Console.WriteLine(Joined);
    }

    private static string Fail()
    {
        Console.WriteLine("evaluated in vain");
        return "";
    }
}
