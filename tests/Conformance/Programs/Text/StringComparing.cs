using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Order and equality of strings: operators, methods, comparers.</summary>
public static class StringComparing
{
    private static readonly string?[] Texts = [null, "", "a", "A", "aB", "Ab", "b", "_", "Z", "ä", "Ä", "\0", "a\0", "\uFFFD", "😀"];

    public static void Run()
    {
        foreach (var a in Texts)
        {
            var line = "";
            foreach (var b in Texts)
            {
                line += Sign(string.CompareOrdinal(a, b));
                line += Sign(string.Compare(a, b, StringComparison.OrdinalIgnoreCase));
                line += Sign(string.Compare(a, b));
                line += Sign(StringComparer.Ordinal.Compare(a, b));
                line += string.Equals(a, b, StringComparison.OrdinalIgnoreCase) ? "=" : "!";
                line += a == b ? "=" : "!";
                line += " ";
            }

            Console.WriteLine(line);
        }

        Console.WriteLine(Sign(string.Compare("xxabc", 2, "yABD", 1, 2, StringComparison.OrdinalIgnoreCase)));
        Console.WriteLine(Sign(string.Compare("xxabc", 2, "yABD", 1, 3, StringComparison.OrdinalIgnoreCase)));
        Console.WriteLine(Sign(string.CompareOrdinal("abc", 3, "", 0, 5)));
        Console.WriteLine(Sign("b".CompareTo("a")) + Sign("b".CompareTo((object)"c")) + Sign("b".CompareTo(null)));

        var built = string.Concat("he", "llo");
        Console.WriteLine(built == "hello");
        Console.WriteLine((object)built == (object)"hello");
        Console.WriteLine(built.Equals((object)"hello") + " " + built.Equals((object)5) + " " + built.Equals("HELLO"));
        Console.WriteLine(built.GetHashCode() == "hello".GetHashCode());
        Console.WriteLine(StringComparer.OrdinalIgnoreCase.GetHashCode("HeLLo") == StringComparer.OrdinalIgnoreCase.GetHashCode("hEllO"));
        Console.WriteLine(built.GetHashCode(StringComparison.OrdinalIgnoreCase) == "HELLO".GetHashCode(StringComparison.OrdinalIgnoreCase));

        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["One"] = 1, ["TWO"] = 2 };
        byName["one"] = 11;
        Console.WriteLine(byName.Count + " " + byName["ONE"] + " " + byName.ContainsKey("two") + " " + byName.ContainsKey("three"));

        string[] words = ["pear", "Apple", "fig", "apple", "Pear", "Fig", ""];
        Array.Sort(words, StringComparer.Ordinal);
        Console.WriteLine(string.Join(",", words));
    }

    private static string Sign(int order) => order < 0 ? "<" : order > 0 ? ">" : "0";
}
