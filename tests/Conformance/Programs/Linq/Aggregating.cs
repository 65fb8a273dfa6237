using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>LINQ: Sum, Min, Max, Average of every type of number, Count, Aggregate, Any, All, Contains; empty sequences, nulls, overflows.</summary>
public static class Aggregating
{
    private static void Try<T>(string title, Func<T> work)
    {
        try
        {
            Console.WriteLine(title + " " + work());
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + " " + exception.GetType().Name + ": " + exception.Message);
        }
    }

    public static void Run()
    {
        int[] numbers = [.. Enumerable.Range(1, 40).Select(x => (x * 37) % 41)];
        var list = numbers.ToList();
        IEnumerable<int> plain = numbers.Where(x => x > 0);
        Console.WriteLine(numbers.Sum() + " " + list.Sum() + " " + plain.Sum() + " " + numbers.Sum(x => (long)x * x));
        Console.WriteLine(numbers.Min() + " " + list.Max() + " " + plain.Min() + " " + plain.Max());
        Console.WriteLine(numbers.Average() + " " + list.Average(x => x * 0.5) + " " + plain.Average(x => (decimal)x));
        Console.WriteLine(numbers.Select(x => (long)x).Sum() + " " + numbers.Select(x => (long)x).ToArray().Max() + " " + numbers.Select(x => (long)x).Average());
        Console.WriteLine(numbers.Select(x => x / 4f).Sum() + " " + numbers.Select(x => x / 4f).Max() + " " + numbers.Select(x => x / 4f).Average());
        Console.WriteLine(numbers.Select(x => x / 8.0).Sum() + " " + numbers.Select(x => x / 8.0).ToArray().Min() + " " + numbers.Select(x => x / 8.0).Average());
        Console.WriteLine(numbers.Select(x => x / 10m).Sum() + " " + numbers.Select(x => x / 10m).Max() + " " + numbers.Select(x => x / 10m).Average());
        Console.WriteLine(numbers.Select(x => (byte)x).ToArray().Max() + " " + numbers.Select(x => (short)-x).ToArray().Min() + " " + numbers.Select(x => (ulong)x).ToArray().Max());
        int?[] nullable = [3, null, 7, null, -2];
        Console.WriteLine(nullable.Sum() + " " + nullable.Min() + " " + nullable.Max() + " " + nullable.Average());
        Console.WriteLine(new int?[] { null }.Sum() + " " + new int?[] { null }.Max() + "|" + new double?[0].Average() + "|");
        Console.WriteLine(new[] { 1, double.NaN, -3 }.Min() + " " + new[] { 1, double.NaN, 3 }.Max() + " " + new[] { 0.0, -0.0 }.Max());
        string[] words = ["pear", "Fig", "apple"];
        Console.WriteLine(words.Max(StringComparer.Ordinal) + words.Min(StringComparer.Ordinal) + words.Max(x => x.Length) + words.Sum(x => x.Length) + words.Min(x => (int?)x[0]));
        Console.WriteLine(words.Count() + " " + words.Count(x => x.Length > 3) + " " + words.LongCount() + " " + plain.Count());
        Console.WriteLine(words.TryGetNonEnumeratedCount(out var known) + " " + known + " " + plain.TryGetNonEnumeratedCount(out known) + known);
        Console.WriteLine(words.Any() + " " + words.Any(x => x == "x") + " " + words.All(x => x.Length > 2) + " " + Enumerable.Empty<int>().All(x => false) + Enumerable.Empty<int>().Any());
        Console.WriteLine(words.Contains("pear") + " " + words.Contains("PEAR") + " " + words.Contains("PEAR", StringComparer.OrdinalIgnoreCase) + " " + plain.Contains(12));
        Console.WriteLine(numbers.Aggregate((x, y) => x ^ y) + " " + words.Aggregate("", (x, y) => x + y[0]) + " " + words.Aggregate(1, (x, y) => x * y.Length, x => "=" + x));
        foreach (var pair in words.AggregateBy(x => x.Length, 0, (x, y) => x + y.Length))
        {
            Console.Write(pair.Key + "=" + pair.Value + " ");
        }

        foreach (var pair in numbers.CountBy(x => x % 4))
        {
            Console.Write(pair.Key + ":" + pair.Value + " ");
        }

        Console.WriteLine();
        int[] none = [];
        Try("max", () => none.Max());
        Try("min", () => none.Where(x => true).Min());
        Try("average", () => none.Average());
        Try("sum", () => none.Sum());
        Try("aggregate", () => none.Aggregate((x, y) => x + y));
        Try("max of text", () => Array.Empty<string>().Max() ?? "null");
        Try("min by", () => none.MinBy(x => x));
        Try("max by", () => Array.Empty<string>().MaxBy(x => x) ?? "null");
        Try("overflow", () => new[] { int.MaxValue, 1 }.Sum());
        Try("overflow of many", () => Enumerable.Repeat(int.MaxValue, 50).ToArray().Sum());
        Try("overflow long", () => new[] { long.MinValue, -1 }.Sum());
        Try("no overflow", () => new[] { int.MaxValue, 1 }.Average());
        Try("null", () => ((int[])null!).Sum());
        Try("null function", () => numbers.Sum((Func<int, int>)null!));
        Try("null any", () => ((IEnumerable<int>)null!).Any());
    }
}
