using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>LINQ: Where, Select, SelectMany, OfType, Cast, Zip, Index, and that nothing runs before it is enumerated.</summary>
public static class FilteringAndProjecting
{
    private static void Print<T>(string title, IEnumerable<T> items) => Console.WriteLine(title + ": " + string.Join(" ", items));

    private static IEnumerable<int> Noisy(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Console.Write("[" + i + "]");
            yield return i;
        }
    }

    public static void Run()
    {
        int[] array = [5, 3, 8, 1, 9, 2, 7];
        var list = new List<string> { "pear", "fig", "banana", "kiwi", "apple" };
        Print("where array", array.Where(x => x > 4));
        Print("where list", list.Where(x => x.Length == 4));
        Print("where where", array.Where(x => x > 2).Where(x => x % 2 == 1));
        Print("where index", list.Where((x, i) => i % 2 == 0 && x.Length > 3));
        Print("select", array.Select(x => x * 1.5));
        Print("select text", array.Select(x => "#" + x));
        Print("select index", list.Select((x, i) => i + x));
        Print("select select", list.Select(x => x.Length).Select(x => x * x).Select(x => x + "!"));
        Print("where select", array.Where(x => x > 3).Select(x => (x, Half: x / 2)));
        Print("where select list", list.Where(x => x.Contains('a')).Select(x => x.ToUpperInvariant()));
        Print("select where", Enumerable.Range(0, 10).Select(x => x * x).Where(x => x % 3 == 1));
        Print("many", list.SelectMany(x => x).Where(c => c is 'a' or 'e'));
        Print("many with result", array.SelectMany(x => Enumerable.Repeat(x, x % 3), (x, y) => x + "/" + y));
        Print("many index", list.SelectMany((x, i) => x.Take(i)));
        object[] mixed = [1, "two", 3.0, 'f', 5, null!, "six"];
        Print("of type", mixed.OfType<int>());
        Print("of type text", mixed.OfType<string>());
        Print("cast", new object[] { "a", "b" }.Cast<string>());
        Print("zip", array.Zip(list));
        Print("zip three", array.Zip(list, "abc"));
        Print("zip with", array.Zip(list, (x, y) => y + x));
        Print("index", list.Index());
        Print("query", from x in array where x > 4 orderby x descending select x * 10);
        Print("query many", from x in list from c in x where c == 'i' select x + c);
        Print("query let", from x in list let n = x.Length where n > 4 select (x, n));
        Print("anonymous", list.Select(x => new { Name = x, x.Length }).Where(x => x.Length < 5));

        var lazy = Noisy(4).Where(x => x % 2 == 0).Select(x => x * 10);
        Console.WriteLine("nothing ran");
        Print("first time", lazy);
        Print("second time", lazy);
        Console.WriteLine(lazy.First() + " taken");
        var changed = new List<int> { 1, 2 };
        var query = changed.Select(x => x + 1);
        changed.Add(3);
        Print("changed", query);
        try
        {
            foreach (var item in changed.Where(x => x > 0))
            {
                changed.Add(item);
            }
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
        }

        try
        {
            Print("bad cast", new object[] { "a", 1 }.Cast<string>());
        }
        catch (InvalidCastException)
        {
            Console.WriteLine("not cast");
        }
    }
}
