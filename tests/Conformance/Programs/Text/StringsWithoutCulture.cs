using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>What asks the current culture unless told otherwise, with letters that are not ASCII, of mixed case, and beyond U+FFFF.</summary>
public static class StringsWithoutCulture
{
    private static readonly string[] Texts =
    [
        "", "a", "A", "b", "z", "Z", "_", "ä", "Ä", "é", "e\u0301", "ß", "ss", "ẞ", "ı", "I", "i", "İ", "σ", "ς", "Σ", "я", "Я", "ǆ", "ǅ", "Ǆ", "\u00AD", "co-op", "coop",
        "CO-OP", "\uE000", "Ａ", "ａ", "😀", "𐐀", "𐐨", "𐐨b", "𐐀B", "\uD801", "\uD801\uE000", "\uDC00", "\uDC28", "a\uDC28", "𐓘", "𐒰", "𑣀", "𑢠", "𞤢", "𞤀", "𞥃", "𖹠", "𖹀", "𐖗", "𐕰", "\0", "a\0",
    ];

    public static void Run()
    {
        foreach (var a in Texts)
        {
            foreach (var b in Texts)
            {
                Console.Write(Sign(string.Compare(a, b)));
                Console.Write(Sign(a.CompareTo(b)));
                Console.Write(Sign(string.Compare(a, b, true)));
                Console.Write(Sign(string.Compare(a, b, StringComparison.CurrentCultureIgnoreCase)));
                Console.Write(Sign(string.Compare(a, b, StringComparison.InvariantCulture)));
                Console.Write(Sign(string.Compare(a, b, StringComparison.OrdinalIgnoreCase)));
                Console.Write(Sign(Comparer<string>.Default.Compare(a, b)));
                Console.Write(Sign(StringComparer.CurrentCulture.Compare(a, b)));
                Console.Write(Sign(StringComparer.InvariantCultureIgnoreCase.Compare(a, b)));
                Console.Write(a.Equals(b, StringComparison.CurrentCultureIgnoreCase) ? "=" : "!");
                Console.Write(a.Equals(b, StringComparison.OrdinalIgnoreCase) ? "=" : "!");
                Console.Write(a.StartsWith(b) ? "s" : "-");
                Console.Write(a.EndsWith(b) ? "e" : "-");
                Console.Write(a.StartsWith(b, StringComparison.CurrentCultureIgnoreCase) ? "S" : "-");
                Console.Write(a.EndsWith(b, StringComparison.OrdinalIgnoreCase) ? "E" : "-");
                Console.Write(" ");
            }

            Console.WriteLine();
        }

        foreach (var a in Texts)
        {
            var text = "x" + a + "-" + a.ToUpper() + "-" + a.ToLowerInvariant();
            Console.Write(Codes(a.ToUpperInvariant()) + Codes(a.ToLower()) + text.IndexOf(a) + " " + text.LastIndexOf(a));
            foreach (var b in Texts)
            {
                Console.Write(" " + text.IndexOf(b, StringComparison.OrdinalIgnoreCase) + "," + text.LastIndexOf(b, StringComparison.CurrentCultureIgnoreCase) + "," + text.IndexOf(b));
                if (a.Equals(b, StringComparison.OrdinalIgnoreCase) != (StringComparer.OrdinalIgnoreCase.GetHashCode(a) == StringComparer.OrdinalIgnoreCase.GetHashCode(b)))
                {
                    Console.Write(" hashes of " + Codes(b));
                }
            }

            Console.WriteLine();
        }

        Span<char> upper = stackalloc char[8];
        var written = "ä𐐨\uDC28ǆ".AsSpan().ToUpperInvariant(upper);
        Console.WriteLine(Codes(upper[..written].ToString()));
        Console.WriteLine(Codes("xÄyä𐐀".Replace("Ä", "-", StringComparison.CurrentCultureIgnoreCase).Replace("𐐨", "+", StringComparison.OrdinalIgnoreCase)));

        var sorted = (string[])Texts.Clone();
        Array.Sort(sorted);
        Show(sorted);
        var list = new List<string>(Texts);
        list.Sort();
        Show(list);
        Show(new SortedDictionary<string, int> { ["ä"] = 1, ["z"] = 2, ["A"] = 3, ["a"] = 4 }.Keys);
        Console.WriteLine(Array.BinarySearch(sorted, "ä") >= 0);
        Console.WriteLine(new HashSet<string>(Texts, StringComparer.CurrentCultureIgnoreCase).Count + " " + new HashSet<string>(Texts, StringComparer.OrdinalIgnoreCase).Count);
        Console.WriteLine("a\u00ADb".IndexOf("ab") + " " + "abc".IndexOf("\0") + " " + "\r\n".IndexOf("\n") + " " + "abc".LastIndexOf("") + " " + "".IndexOf(""));
    }

    private static void Show(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Console.Write(Codes(text));
        }

        Console.WriteLine();
    }

    private static string Codes(string text)
    {
        var codes = "";
        foreach (var c in text)
        {
            codes += $"{(int)c:X4}.";
        }

        return codes + " ";
    }

    private static string Sign(int order) => order < 0 ? "<" : order > 0 ? ">" : "0";
}
