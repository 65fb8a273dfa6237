using System;
using System.Text;

namespace Tarn.Conformance;

/// <summary><see cref="StringBuilder"/>: appending, inserting, removing, replacing, growing.</summary>
public static class StringBuilders
{
    public static void Run()
    {
        var builder = new StringBuilder();
        builder.Append('a').Append("bc").Append(1).Append(-2L).Append(3.5).Append(true).Append((object?)null);
        builder.Append((string?)null).Append('x', 3);
        builder.Append("hello", 1, 3).Append(['p', 'q']).Append("span".AsSpan(1)).Append((byte)7).Append(8u).Append(9UL);
        builder.Append((object)"o");
        Console.WriteLine(builder.ToString() + " " + builder.Length);
        builder.AppendLine().AppendLine("line").AppendJoin(", ", "a", "b").AppendJoin('|', 1, 2).AppendFormat("<{0,4}>{1:X}", "f", 255);
        Console.WriteLine(builder.ToString().ReplaceLineEndings("/"));

        var text = new StringBuilder("0123456789");
        text.Insert(0, "start").Insert(text.Length, "end").Insert(5, 42).Insert(5, '!').Insert(6, "ab", 2).Insert(0, true).Insert(3, 1.5);
        Console.WriteLine(text);
        text.Remove(0, 4).Remove(text.Length - 3, 3);
        Console.WriteLine(text);
        text.Replace("ab", "cde").Replace('5', '_').Replace("1", "").Replace("0", "zero", 0, 14);
        Console.WriteLine(text);
        text[0] = 'Q';
        text.Length -= 2;
        Console.WriteLine(text.ToString(1, 5) + " " + text[0] + " " + text.Length);
        text.Length += 2;
        Console.WriteLine((int)text[^1]);
        Console.WriteLine(text.Clear().Length + " [" + text + "]");

        var grown = new StringBuilder(4);
        for (var i = 0; i < 3000; i++)
        {
            grown.Append(i % 10);
        }

        Console.WriteLine(
            grown.Length + " " + grown.ToString(2990, 10) + " " + grown.Equals(new StringBuilder(grown.ToString())) + grown.Equals("x"));
        var copied = new char[5];
        grown.CopyTo(123, copied, 1, 3);
        Console.WriteLine(copied[1..4]);
        var total = 0;
        foreach (var chunk in grown.GetChunks())
        {
            total += chunk.Length;
        }

        Console.WriteLine(total);
        grown.Append(grown).Append(grown, 0, 2);
        Console.WriteLine(grown.Length);
        Console.WriteLine(new StringBuilder("abcdef", 1, 3, 16).Append(new StringBuilder("XY")).ToString());
    }
}
