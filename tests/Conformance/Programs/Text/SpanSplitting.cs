using System;

namespace Tarn.Conformance;

/// <summary>Dividing spans without allocating: enumerators of ranges, and ranges into a span.</summary>
public static class SpanSplitting
{
    private static readonly string[] Texts = ["", ",", "a", ",a,,b,", " a , b ,, c ", "a--b---c", "one two\tthree "];

    public static void Run()
    {
        foreach (var text in Texts)
        {
            foreach (var range in text.AsSpan().Split(','))
            {
                Console.Write("[" + text[range] + "]");
            }

            Console.Write(" ");
            foreach (var range in text.AsSpan().Split("--"))
            {
                Console.Write("[" + text[range] + "]");
            }

            Console.Write(" ");
            foreach (var range in text.AsSpan().SplitAny(',', ' ', '-'))
            {
                Console.Write("[" + text[range] + "]");
            }

            Console.Write(" ");
            foreach (var range in text.AsSpan().SplitAny())
            {
                Console.Write("[" + text[range] + "]");
            }

            Console.WriteLine();
            Span<Range> ranges = stackalloc Range[3];
            for (var options = 0; options < 4; options++)
            {
                Print(text, ranges, text.AsSpan().Split(ranges, ',', (StringSplitOptions)options));
                Print(text, ranges, text.AsSpan().Split(ranges, "--", (StringSplitOptions)options));
                Print(text, ranges, text.AsSpan().SplitAny(ranges, ", -", (StringSplitOptions)options));
                Print(text, ranges, text.AsSpan().SplitAny(ranges, ["b ", ",", "--"], (StringSplitOptions)options));
                Print(text, ranges[..1], text.AsSpan().Split(ranges[..1], ',', (StringSplitOptions)options));
            }

            Console.WriteLine();
        }

        ReadOnlySpan<int> numbers = [1, 0, 2, 3, 0, 0];
        foreach (var range in numbers.Split(0))
        {
            Console.Write(numbers[range].Length + " ");
        }

        Console.WriteLine(numbers.CountAny(0, 3));
    }

    private static void Print(string text, Span<Range> ranges, int count)
    {
        Console.Write(count);
        foreach (var range in ranges[..count])
        {
            Console.Write("(" + text[range] + ")");
        }

        Console.Write(" ");
    }
}
