using System;

namespace Tarn.Conformance;

/// <summary>Truth values as text and back, compared and hashed.</summary>
public static class BooleanText
{
    public static void Run()
    {
        Console.WriteLine($"{true} {false} {bool.TrueString} {bool.FalseString} {true.ToString(null)}");
        string?[] texts =
        [
            null, "", "true", "TRUE", "tRuE", "false", " False ", "\0true\0", "\u00A0true", "1", "0", "yes", "truee", "tru e", "  ",
        ];
        foreach (var text in texts)
        {
            Console.WriteLine(bool.TryParse(text, out var value) ? value.ToString() : "no");
        }

        Console.WriteLine(
            $"{bool.Parse("True")} {bool.Parse("fALSE".AsSpan())} {true.CompareTo(false)} {false.CompareTo(true)} "
            + $"{true.CompareTo(true)} {true.CompareTo(null)} {true.Equals((object)true)} {true.Equals(1)} {true.GetHashCode()} "
            + $"{false.GetHashCode()}");
        Span<char> memory = stackalloc char[4];
        Console.WriteLine($"{true.TryFormat(memory, out var written)} {written} {false.TryFormat(memory, out written)} {written}");
    }
}
