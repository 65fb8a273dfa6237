using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Strings made from others: constructors, concatenation, join, parts, padding, trimming, replacing, case.</summary>
public static class StringBuilding
{
    public static unsafe void Run()
    {
        Constructors();
        Concatenation();
        Parts();
        Replacing();
        Casing();
    }

    private static unsafe void Constructors()
    {
        char[] letters = ['a', 'b', 'c', 'd'];
        Console.WriteLine(
            new string(letters) + "|" + new string(letters, 1, 2) + "|" + new string('x', 3) + "|" + new string((char[]?)null) + "|");
        Console.WriteLine(new string(letters.AsSpan(2)) + "|" + new string('x', 0) + "|" + new string([]) + "|");
        fixed (char* first = letters)
        {
            Console.WriteLine(new string(first, 1, 3));
        }

        fixed (char* terminated = "ends\0here")
        {
            Console.WriteLine(new string(terminated));
        }

        Console.WriteLine(string.Create(5, 'v', static (span, start) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char)(start + i);
            }
        }));
        Console.WriteLine("copy me".ToCharArray().Length + " " + new string("copy me".ToCharArray(2, 3)));
    }

    private static void Concatenation()
    {
        string? none = null;
        object number = 5;
        Console.WriteLine("a" + none + "b" + number + 'c' + 1.5 + true);
        Console.WriteLine(string.Concat("a", "b", "c", "d") + string.Concat(none, none) + string.Concat(1, null, "x"));
        Console.WriteLine(string.Concat("1", "2", "3", "4", "5", "6") + string.Concat(new object?[] { 1, null, 'x' }));
        Console.WriteLine(string.Concat("ab".AsSpan(), "cd".AsSpan(1), "".AsSpan(), "ef".AsSpan()));
        Console.WriteLine(string.Concat(new List<string> { "x", "y" }) + string.Concat<int>(new List<int> { 1, 2 }));
        Console.WriteLine(
            string.Join(", ", "a", none, "c") + "|" + string.Join('-', 1, 2, 3) + "|" + string.Join(",", new List<int> { 4, 5 }));
        Console.WriteLine(
            string.Join("+", ["x", "y", "z"], 1, 2) + "|" + string.Join(",", Array.Empty<string>()) + "|" + string.Join(none, "a", "b"));
        var text = "";
        for (var i = 0; i < 10; i++)
        {
            text += i;
        }

        Console.WriteLine(text);
    }

    private static void Parts()
    {
        const string Text = "abcdef";
        Console.WriteLine(Text.Substring(2) + "|" + Text.Substring(2, 3) + "|" + Text.Substring(6) + "|" + Text.Substring(0, 0) + "|");
        Console.WriteLine(Text[1..^1] + "|" + Text[..2] + "|" + Text[^2..] + "|" + Text[^1] + Text[0]);
        Console.WriteLine(
            Text.Insert(0, "X") + "|" + Text.Insert(6, "Y") + "|" + Text.Insert(3, "") + "|" + Text.Remove(2) + "|" + Text.Remove(1, 4));
        Console.WriteLine("[" + Text.PadLeft(8) + "][" + Text.PadRight(8, '.') + "][" + Text.PadLeft(3) + "]");
        const string Padded = " \t x y \n\u00A0";
        Console.WriteLine("[" + Padded.Trim() + "][" + Padded.TrimStart().Length + "][" + Padded.TrimEnd().Length + "]");
        Console.WriteLine(
            "xxaxx".Trim('x') + "|" + "xyaxy".Trim('x', 'y') + "|" + "xxaxx".TrimStart('x') + "|" + "xxaxx".TrimEnd('x') + "|" +
            "xx".Trim('x') + "|");
        Console.WriteLine(" a ".Trim(null) + "|" + " a ".Trim([]) + "|" + ReferenceEquals(Text, Text.Trim()));
        foreach (var c in Text)
        {
            Console.Write((char)(c + 1));
        }

        Console.WriteLine();
        Console.WriteLine(
            string.IsNullOrEmpty("") + " " + string.IsNullOrEmpty(null) + " " + string.IsNullOrWhiteSpace(" \t") + " " +
            string.IsNullOrWhiteSpace("x"));
    }

    private static void Replacing()
    {
        Console.WriteLine(
            "banana".Replace('a', 'o') + "|" + "banana".Replace("an", "AN") + "|" + "banana".Replace("a", null) + "|" +
            "aaa".Replace("aa", "b"));
        Console.WriteLine(
            "banana".Replace("x", "y") + "|" + "BaNaNa".Replace("an", "..", StringComparison.OrdinalIgnoreCase) + "|" +
            "aaa".Replace("a", "") + "|");
        Console.WriteLine("one\r\ntwo\rthree\nfour\ffive\u0085six".ReplaceLineEndings("/"));
        Console.WriteLine("abc".Replace("abc", "abcabc").Replace("b", "bb"));
    }

    private static void Casing()
    {
        Console.WriteLine("Straße äöü ÀÉ ǆ Ω ы".ToUpperInvariant() + "|" + "STRASSE ÄÖÜ àé Σ Ы".ToLowerInvariant());
        Console.WriteLine("MiXeD".ToUpper() + "MiXeD".ToLower() + ReferenceEquals("UP", "UP".ToUpper()));
    }
}
