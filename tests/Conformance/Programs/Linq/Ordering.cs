using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>LINQ: OrderBy, ThenBy, Order, Reverse, MinBy and MaxBy: stable, with keys of all kinds, with comparers.</summary>
public static class Ordering
{
    private sealed record Person(string Name, int Age, string City);

    private sealed class ByLength : IComparer<string>
    {
        public int Compare(string? x, string? y) => x!.Length.CompareTo(y!.Length);
    }

    private static void Print<T>(string title, IEnumerable<T> items) => Console.WriteLine(title + ": " + string.Join(" ", items));

    public static void Run()
    {
        Person[] people =
        [
            new("Ada", 36, "London"), new("Bo", 25, "Oslo"), new("Cy", 36, "Rome"), new("Di", 25, "Rome"), new("Ed", 50, "Oslo"),
            new("Flo", 36, "London"),
        ];
        Print("age", people.OrderBy(x => x.Age).Select(x => x.Name));
        Print("age down", people.OrderByDescending(x => x.Age).Select(x => x.Name));
        Print("city, age", people.OrderBy(x => x.City, StringComparer.Ordinal).ThenBy(x => x.Age).Select(x => x.Name));
        Print("age, city down", people.OrderBy(x => x.Age).ThenByDescending(x => x.City, StringComparer.Ordinal).Select(x => x.Name));
        Print("age down, city, name down", people.OrderByDescending(x => x.Age).ThenBy(x => x.City, StringComparer.Ordinal)
            .ThenByDescending(x => x.Name, StringComparer.Ordinal).Select(x => x.Name));
        Print("query", from x in people orderby x.City.Length, x.Age descending, x.Name.Length select x.Name);
        Print("tuple key", people.OrderBy(x => (x.Age, -x.Name.Length)).Select(x => x.Name));
        Print("double key", people.OrderBy(x => 1.0 / x.Age).ThenBy(x => x.Name[0]).Select(x => x.Name));
        Print("nullable key", people.OrderBy(x => x.Age > 30 ? x.Age : (int?)null).ThenBy(x => x.Age).Select(x => x.Name));
        Print("boolean key", people.OrderBy(x => x.City == "Rome").Select(x => x.Name));

        string[] words = ["ccc", "a", "bb", "dd", "eee", "f"];
        Print("comparer", words.OrderBy(x => x, new ByLength()));
        Print("comparer down", words.OrderDescending(new ByLength()));
        Print("order", new[] { 3, -1, 2 }.Order());
        Print("order down", new[] { 3.5, -1, 2, double.NaN }.OrderDescending());
        Print("reverse", words.Reverse());
        Print("reverse range", Enumerable.Range(1, 5).Where(x => x != 3).Reverse());
        Console.WriteLine(people.MinBy(x => x.Age)!.Name + people.MaxBy(x => x.Age)!.Name + people.MinBy(x => x.Name.Length)!.Name);
        var sorted = people.OrderBy(x => x.Age);
        Console.WriteLine(sorted.First().Name + sorted.Last().Name + sorted.ElementAt(2).Name + sorted.Count() + sorted.Skip(1).Take(2).Last().Name);
        Print("top", sorted.ThenBy(x => x.Name.Length).Take(3).Select(x => x.Name));
        Print("middle", sorted.Skip(2).Take(2).Select(x => x.Name));
        var random = new Random(5);
        var numbers = Enumerable.Range(0, 200).Select(x => random.Next(50)).ToArray();
        var ordered = numbers.Select((x, i) => (Value: x, Index: i)).OrderBy(x => x.Value).ToArray();
        Console.WriteLine("stable " + ordered.Zip(ordered.Skip(1)).All(x => x.First.Value < x.Second.Value || (x.First.Value == x.Second.Value && x.First.Index < x.Second.Index)));
        Print("start", ordered.Take(8));
        try
        {
            Print("no order", new object[] { 1, "a" }.OrderBy(x => x));
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.GetType().Name + " " + exception.Message);
        }
    }
}
