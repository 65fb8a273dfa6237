using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Sorting and binary search of arrays and spans, of sizes around each of the algorithm's thresholds.</summary>
public static class ArraySorting
{
    private sealed class ByLength : IComparer<string>
    {
        public int Compare(string? x, string? y) => (x?.Length ?? -1).CompareTo(y?.Length ?? -1);
    }

    public static void Run()
    {
        int[] sizes = [0, 1, 2, 3, 4, 15, 16, 17, 18, 33, 100, 1000];
        foreach (var size in sizes)
        {
            foreach (var kind in new[] { 0, 1, 2, 3 })
            {
                var numbers = Numbers(size, kind);
                var copy = (int[])numbers.Clone();
                Array.Sort(numbers);
                Array.Sort(copy, (a, b) => b.CompareTo(a));
                Array.Reverse(copy);
                Console.Write(IsSorted(numbers) + (numbers.AsSpan().SequenceEqual(copy) ? "=" : "!") + Checksum(numbers) + " ");
            }

            Console.WriteLine();
        }

        double[] doubles = [3.5, double.NaN, -1, double.NegativeInfinity, 0, -0.0, double.PositiveInfinity, double.NaN, 2];
        Array.Sort(doubles);
        Console.WriteLine(string.Join(" ", doubles));
        string?[] words = ["ccc", "a", null, "dddd", "bb", ""];
        Array.Sort(words, new ByLength());
        Console.WriteLine(string.Join(",", words));
        Array.Sort(words, StringComparer.Ordinal);
        Console.WriteLine(string.Join(",", words));
        (int, string)[] pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a")];
        Array.Sort(pairs);
        Console.WriteLine(string.Join(" ", pairs));

        int[] keys = [5, 2, 9, 1];
        string[] items = ["five", "two", "nine", "one"];
        Array.Sort(keys, items);
        Console.WriteLine(string.Join(",", keys) + " " + string.Join(",", items));
        var many = Numbers(200, 1);
        var indices = new int[200];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }

        var original = (int[])many.Clone();
        Array.Sort(many, indices);
        var consistent = true;
        for (var i = 0; i < many.Length; i++)
        {
            consistent &= original[indices[i]] == many[i];
        }

        Console.WriteLine(IsSorted(many) + consistent.ToString());
        int[] part = [9, 8, 7, 6, 5, 4];
        Array.Sort(part, 1, 4);
        Console.WriteLine(string.Join(",", part));
        part.AsSpan(2).Sort((a, b) => b - a);
        Console.WriteLine(string.Join(",", part));

        int[] sorted = [1, 3, 5, 7, 9, 11];
        for (var i = 0; i <= 12; i++)
        {
            Console.Write(Array.BinarySearch(sorted, i) + " ");
        }

        Console.WriteLine(sorted.AsSpan(2).BinarySearch(9));
        char[] letters = ['d', 'a', 'c'];
        byte[] bytes = [200, 3, 100];
        long[] longs = [long.MaxValue, long.MinValue, 0];
        DayOfWeek[] days = [DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Sunday];
        Array.Sort(letters);
        Array.Sort(bytes);
        Array.Sort(longs);
        Array.Sort(days);
        Console.WriteLine(new string(letters) + bytes[0] + bytes[2] + longs[0] + (int)days[0] + (int)days[2]);
        int?[] nullable = [3, null, 1];
        Array.Sort(nullable);
        Console.WriteLine(string.Join("/", nullable));
    }

    private enum DayOfWeek
    {
        Sunday,
        Monday,
        Friday = 5,
    }

    private static int[] Numbers(int size, int kind)
    {
        var numbers = new int[size];
        var random = 42u;
        for (var i = 0; i < size; i++)
        {
            random = (random * 1664525) + 1013904223;
            numbers[i] = kind switch
            {
                0 => i,
                1 => (int)random,
                2 => size - i,
                _ => (int)(random >> 28),
            };
        }

        return numbers;
    }

    private static bool IsSorted(int[] numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i - 1] > numbers[i])
            {
                return false;
            }
        }

        return true;
    }

    private static uint Checksum(int[] numbers)
    {
        var sum = 17u;
        foreach (var number in numbers)
        {
            sum = (sum * 31) + (uint)number;
        }

        return sum;
    }
}
