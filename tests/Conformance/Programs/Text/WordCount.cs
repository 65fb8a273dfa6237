using System;
using System.Collections.Generic;
using System.Text;

namespace Tarn.Conformance;

/// <summary>A small program of the usual kind: words of a text, counted, sorted, printed in columns.</summary>
public static class WordCount
{
    private const string Text = """
        The kernel boots, the kernel prints, and the kernel halts.
        What the loader gave, the kernel keeps; what it kept, it frees.
        A page, a frame, a heap: the frame backs the page, the page backs the heap.
        """;

    public static void Run()
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var word = new StringBuilder();
        foreach (var c in Text + " ")
        {
            if (char.IsLetter(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                var key = word.ToString();
                counts[key] = counts.GetValueOrDefault(key) + 1;
                word.Clear();
            }
        }

        var sorted = new List<KeyValuePair<string, int>>(counts);
        sorted.Sort((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : string.CompareOrdinal(a.Key, b.Key));
        foreach (var (key, count) in sorted)
        {
            Console.WriteLine($"{key,-8}{count,3} {new string('#', count)}");
        }

        foreach (var line in Text.Split('\n'))
        {
            var words = line.Split([' ', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
            Array.Reverse(words);
            Console.WriteLine(string.Join(" ", words).Trim());
        }
    }
}
