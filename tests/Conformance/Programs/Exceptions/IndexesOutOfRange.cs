using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Every kind of index that can be out of range.</summary>
public static class IndexesOutOfRange
{
    private static void Try(string what, Func<int> action)
    {
        try
        {
            Console.WriteLine($"{what} {action()}");
        }
        catch (IndexOutOfRangeException exception)
        {
            Console.WriteLine($"{what} index: {exception.Message}");
        }
        catch (ArgumentOutOfRangeException exception)
        {
            Console.WriteLine($"{what} argument: {exception.ParamName}");
        }
    }

    public static void Run()
    {
        int[] numbers = [1, 2, 3];
        var table = new int[2, 3];
        int[][] jagged = [[1], []];
        var text = "text";
        var list = new List<int> { 1 };
        string[] words = ["a"];
        for (var index = -1; index < 5; index++)
        {
            var i = index;
            Try("array", () => numbers[i]);
            Try("table", () => table[i, 2]);
            Try("table", () => table[0, i]);
            Try("jagged", () => jagged[i][0]);
            Try("string", () => text[i]);
            Try("list", () => list[i]);
            Try("span", () => numbers.AsSpan()[i]);
            Try("slice", () => numbers.AsSpan(i).Length);
            Try("words", () => words[i].Length);
            Try("store", () => numbers[i] = i);
            Try("last", () => numbers[^(i + 1)]);
            Try("substring", () => text.Substring(i, 2).Length);
        }
    }
}
