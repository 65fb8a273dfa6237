using System;

namespace Tarn.Conformance;

/// <summary><see cref="string.Split(char[])"/> in all its forms: kinds of separators, counts, options.</summary>
public static class StringSplitting
{
    private static readonly string[] Texts = ["", ",", "a", ",a,,b,", " a , b ,, c ", ",,,", "a--b---c", "one two\tthree\n four"];

    private static readonly StringSplitOptions[] Options =
    [
        StringSplitOptions.None,
        StringSplitOptions.RemoveEmptyEntries,
        StringSplitOptions.TrimEntries,
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries,
    ];

    public static void Run()
    {
        foreach (var text in Texts)
        {
            foreach (var options in Options)
            {
                Print(text.Split(',', options));
                for (var count = 0; count < 4; count++)
                {
                    Print(text.Split(',', count, options));
                }

                Print(text.Split([',', ' ', '-'], 3, options));
                Print(text.Split("--", options));
                Print(text.Split((string?)null, 2, options));
                Print(text.Split([", ", ",", "---", ""], options));
                Print(text.Split((char[]?)null, options));
            }
        }

        Print("a b".Split());
        Print("a.b/c".Split('.', '/'));
        var whole = "whole";
        Console.WriteLine(ReferenceEquals(whole, whole.Split(',')[0]));
    }

    private static void Print(string[] pieces) => Console.WriteLine(pieces.Length + ": [" + string.Join("|", pieces) + "]");
}
