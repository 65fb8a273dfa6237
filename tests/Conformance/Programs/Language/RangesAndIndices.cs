using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Indices from the end and ranges: of arrays, text, spans, lists, types of one's own; their members; what is out of range; list patterns.</summary>
public static class RangesAndIndices
{
    private sealed class Window(string text)
    {
        public int Length => text.Length;

        public char this[int index] => text[index];

        public string Slice(int start, int length) => $"{start}+{length}:{text.Substring(start, length)}";
    }

    private sealed class Own
    {
        public string this[Index index] => "index " + index;

        public string this[Range range] => "range " + range;
    }

    private static void Try(string title, Func<object> work)
    {
        try
        {
            Console.WriteLine(title + ": " + work());
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + ": " + exception.GetType().Name);
        }
    }

    private static string Match(ReadOnlySpan<int> numbers) => numbers switch
    {
        [] => "empty",
        [var only] => $"only {only}",
        [0, .., 0] => "zeros at both ends",
        [> 5, .. var rest] => $"big, and {rest.Length} more",
        [.., 1 or 2] => "ends in one or two",
        [_, _, ..] and not [_, _] => $"{numbers.Length} others",
        _ => "two others",
    };

    public static void Run()
    {
        int[] array = [0, 1, 2, 3, 4, 5, 6, 7];
        Console.WriteLine($"{array[^1]} {array[^8]} {string.Join(",", array[2..5])} {string.Join(",", array[..3])} {string.Join(",", array[^3..])} {string.Join(",", array[..])} {array[3..3].Length}");
        const string Text = "hello, world";
        Console.WriteLine($"{Text[^1]}{Text[..5]}|{Text[7..]}|{Text[^5..^2]}|{Text[5..5]}|");
        Span<int> span = array;
        span[1..4].Fill(9);
        span[^1] = -1;
        Console.WriteLine(string.Join(",", array) + span[^2..].Length);
        var list = new List<string> { "a", "b", "c" };
        Console.WriteLine(list[^1] + list[^3]);
        list[^2] += "!";
        Console.WriteLine(string.Join("", list));
        var window = new Window("abcdef");
        Console.WriteLine(window[^2] + " " + window[1..^1] + " " + window[^2..] + " " + window[..2]);
        var own = new Own();
        Console.WriteLine(own[5] + " " + own[^5] + " " + own[1..^2] + " " + own[..] + " " + own[^3..]);
        Index end = ^2;
        Range middle = 1..end;
        Console.WriteLine($"{end} {end.Value} {end.IsFromEnd} {end.GetOffset(10)} {middle} {middle.Start} {middle.End} {middle.GetOffsetAndLength(8)} {Range.All} {Range.StartAt(2)} {Range.EndAt(^1)}");
        Console.WriteLine($"{Index.Start} {Index.End} {end.Equals(^2)} {end.Equals(2)} {middle.Equals(1..^2)} {new Range(1, 2).Equals(1..2)} {(Index)7} {end.GetHashCode() == (^2).GetHashCode()}");
        Console.WriteLine(string.Join(",", array[middle]) + Text[middle]);
        var (from, to) = (6, 2);
        Try("turned", () => array[from..to]);
        Try("too far", () => array[..9]);
        Try("before", () => array[^9]);
        Try("text too far", () => Text[13..]);
        Try("zero from end", () => array[^0]);
        Try("negative index", () => new Index(-1));
        Try("range of list", () => list.GetRange(1, 2).Count);
        Try("window", () => window[4..2]);
        foreach (var numbers in (int[][])[[], [4], [0, 5, 0], [9, 1], [9, 1, 1, 1], [3, 2], [3, 4, 5], [3, 4]])
        {
            Console.WriteLine(Match(numbers));
        }

        Console.WriteLine("racecar" is [var first, .. var inner, var last] && first == last ? inner : "no");
        Console.WriteLine(list is [_, { Length: 2 } second, _] ? second : "no");
    }
}
