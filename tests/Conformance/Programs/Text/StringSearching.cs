using System;

namespace Tarn.Conformance;

/// <summary>Where characters and strings are found, forwards and backwards, with and without regard to case, at the edges too.</summary>
public static class StringSearching
{
    private static readonly string[] Texts = ["", "a", "abcabc", "aXbxA", "ÄäßΣσς", "aaaa"];
    private static readonly string[] Values = ["", "a", "A", "bc", "x", "ä", "σ", "aa", "abcabcabc"];
    private static readonly StringComparison[] Comparisons = [StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase];

    public static void Run()
    {
        foreach (var text in Texts)
        {
            foreach (var value in Values)
            {
                foreach (var comparison in Comparisons)
                {
                    Console.WriteLine(
                        text + "/" + value + ": " + text.IndexOf(value, comparison) + " " + text.LastIndexOf(value, comparison) + " " +
                        text.Contains(value, comparison) + " " + text.StartsWith(value, comparison) + " " +
                        text.EndsWith(value, comparison));
                }

                Console.WriteLine(
                    text.IndexOf(value) + " " + text.LastIndexOf(value) + " " + text.StartsWith(value) + " " + text.EndsWith(value));
            }
        }

        const string Sentence = "the cat and the hat and the mat";
        for (var start = 0; start <= Sentence.Length; start += 5)
        {
            Console.Write(Sentence.IndexOf("the", start, StringComparison.Ordinal) + " ");
            Console.Write(Sentence.IndexOf('a', start) + " ");
            Console.Write(Sentence.LastIndexOf("and", start, StringComparison.Ordinal) + " ");
            Console.Write(Sentence.IndexOfAny(['x', 'h', 'm'], start) + " ");
            Console.WriteLine(
                start < Sentence.Length ? Sentence.LastIndexOf('t', start) + " " + Sentence.LastIndexOfAny(['c', 'n'], start) : "");
        }

        Console.WriteLine(Sentence.IndexOf("at", 6, 10, StringComparison.Ordinal));
        Console.WriteLine(Sentence.LastIndexOf("at", 30, 10, StringComparison.Ordinal));
        Console.WriteLine(Sentence.LastIndexOf("", 5, 3, StringComparison.Ordinal));
        Console.WriteLine(
            "".LastIndexOf("", StringComparison.Ordinal) + " " + "".LastIndexOf('x') + " " +
            "abc".LastIndexOf("", 3, StringComparison.Ordinal));
        Console.WriteLine(
            Sentence.Contains('z') + " " + Sentence.Contains('m') + " " + Sentence.Contains('M', StringComparison.OrdinalIgnoreCase));
        Console.WriteLine(Sentence.StartsWith('t') + " " + Sentence.EndsWith('x') + " " + "".StartsWith('x') + " " + "".EndsWith('x'));
    }
}
