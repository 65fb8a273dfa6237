using System;
using System.Text;

namespace Tarn.Conformance;

/// <summary>Spans of characters: slicing, trimming, searching, comparing, matching, enumerating.</summary>
public static class SpansOfText
{
    public static void Run()
    {
        var line = "  key = value ; comment  ".AsSpan();
        var separator = line.IndexOf('=');
        var key = line[..separator].Trim();
        var rest = line[(separator + 1)..];
        var value = rest[..rest.IndexOf(';')].Trim();
        Console.WriteLine($"[{key}][{value}]");
        Console.WriteLine(key is "key" ? "matched" : "not matched");
        Console.WriteLine(
            key.SequenceEqual("key") + " " + key.Equals("KEY", StringComparison.OrdinalIgnoreCase) + " " + key.StartsWith("ke") + " " +
            key.EndsWith("y"));
        Console.WriteLine(Math.Sign(key.CompareTo("kez", StringComparison.Ordinal)) + " " + Math.Sign(key.SequenceCompareTo("ke")));
        Console.WriteLine(
            line.IndexOfAny("=;") + " " + line.LastIndexOf('e') + " " + line.IndexOf("value") + " " + line.LastIndexOf("  ") + " " +
            line.Contains("COMMENT", StringComparison.OrdinalIgnoreCase));
        Console.WriteLine(
            line.IndexOfAnyExcept(' ') + " " + line.LastIndexOfAnyExcept(' ') + " " + line.IndexOfAnyInRange('x', 'z') + " " +
            line.Count('e') + " " + line.ContainsAny('q', 'z'));
        Console.WriteLine(
            "xxabcxx".AsSpan().Trim('x').ToString() + " " + "xyabyx".AsSpan().Trim("xy").ToString() + " " +
            "xxab".AsSpan().TrimStart('x').ToString());

        Span<char> buffer = stackalloc char[8];
        buffer.Fill('-');
        "abc".AsSpan().CopyTo(buffer[2..]);
        Console.WriteLine(buffer.ToString());
        buffer.Reverse();
        Console.WriteLine(buffer.ToString());
        buffer.Replace('-', '+');
        buffer.Sort();
        Console.WriteLine(buffer.ToString());
        Console.WriteLine(
            "MixedÄ".AsSpan().ToUpperInvariant(buffer) + buffer.ToString() + "toolongforit".AsSpan().ToLowerInvariant(buffer));
        Console.WriteLine(
            "  ".AsSpan().IsWhiteSpace() + " " + default(ReadOnlySpan<char>).IsEmpty + " " + "abcd".AsSpan().CommonPrefixLength("abxd"));

        foreach (var part in "one\ntwo\r\nthree\n".AsSpan().EnumerateLines())
        {
            Console.WriteLine($"<{part}>");
        }

        foreach (var rune in "aé😀\uD800z".AsSpan().EnumerateRunes())
        {
            Console.Write(rune.Value.ToString("X") + " ");
        }

        Console.WriteLine();
        var memory = "remember".AsMemory();
        Console.WriteLine(memory[2..5].ToString() + " " + memory.Length + " " + memory.Slice(6).Span[0]);
        Console.WriteLine(int.Parse("  12 ".AsSpan()) + int.Parse("30"));

        Console.WriteLine(Classify("stop") + Classify("go") + Classify("") + Classify("else"));
    }

    private static int Classify(ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "go":
                return 1;
            case "stop":
                return 2;
            case []:
                return 3;
            default:
                return 4;
        }
    }
}
