using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>LINQ: First, Last, Single, ElementAt and their defaults, on arrays, lists and iterators, and what they throw.</summary>
public static class Elements
{
    private static void Try<T>(string title, Func<T> work)
    {
        try
        {
            Console.WriteLine(title + ": " + work());
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + ": " + exception.GetType().Name + ", " + exception.Message);
        }
    }

    private static IEnumerable<T> Iterate<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private static void All(string title, IEnumerable<int> items)
    {
        Try(title + " first", () => items.First());
        Try(title + " first above 3", () => items.First(x => x > 3));
        Try(title + " first above 90", () => items.First(x => x > 90));
        Try(title + " first or default", () => items.FirstOrDefault());
        Try(title + " first or -1", () => items.FirstOrDefault(x => x > 90, -1));
        Try(title + " last", () => items.Last());
        Try(title + " last below 5", () => items.Last(x => x < 5));
        Try(title + " last or default", () => items.LastOrDefault(x => x > 90));
        Try(title + " single", () => items.Single());
        Try(title + " single 8", () => items.Single(x => x == 8));
        Try(title + " single below 5", () => items.Single(x => x < 5));
        Try(title + " single or default", () => items.SingleOrDefault());
        Try(title + " single or 7", () => items.SingleOrDefault(x => x > 90, 7));
        Try(title + " at 1", () => items.ElementAt(1));
        Try(title + " at ^1", () => items.ElementAt(^1));
        Try(title + " at 9", () => items.ElementAt(9));
        Try(title + " at -1", () => items.ElementAt(-1));
        Try(title + " at ^9 or default", () => items.ElementAtOrDefault(^9));
        Try(title + " at 9 or default", () => items.ElementAtOrDefault(9));
        Try(title + " default if empty", () => string.Join(",", items.DefaultIfEmpty(42)));
    }

    public static void Run()
    {
        int[] array = [4, 8, 2, 3];
        All("array", array);
        All("list", array.ToList());
        All("iterator", Iterate(array));
        All("select", array.Select(x => x));
        All("where", array.Where(x => x < 100));
        All("empty", []);
        All("empty iterator", Iterate(new int[0]));
        All("one", [8]);
        Try("null", () => ((List<string>)null!).First());
        Try("text", () => new[] { "a" }.FirstOrDefault(x => x == "b") ?? "none");
        Try("text or", () => Array.Empty<string>().SingleOrDefault("other"));
        Try("range", () => Enumerable.Range(5, 3).ElementAt(2) + " " + Enumerable.Repeat('x', 3).Last());
    }
}
