using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary><see cref="Dictionary{TKey, TValue}"/>: looking up, adding, removing, and the order of enumeration that results.</summary>
public static class Dictionaries
{
    private enum Color : byte
    {
        Red,
        Green,
        Blue,
    }

    private readonly record struct Point(int X, int Y);

    // All hash alike.
    private sealed class Poor : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string obj) => 1;
    }

    public static void Run()
    {
        var ages = new Dictionary<string, int> { ["Ann"] = 30, ["Bob"] = 40, ["Cid"] = 50 };
        ages["Ann"]++;
        Console.WriteLine(
            ages["Ann"] + " " + ages.Count + " " + ages.ContainsKey("Bob") + " " + ages.ContainsValue(50) + " " + ages.ContainsValue(51));
        Console.WriteLine(ages.TryGetValue("Eve", out var age) + " " + age + " " + ages.TryAdd("Bob", 1) + " " + ages.TryAdd("Dan", 60));
        Console.WriteLine(ages.Remove("Bob", out age) + " " + age + " " + ages.Remove("Bob") + " " + ages.GetValueOrDefault("Bob", -1));
        ages["Eve"] = 1;
        ages["Fay"] = 2;
        Print(ages);

        Churn();
        Keys();

        var removing = new Dictionary<int, int>();
        for (var i = 0; i < 10; i++)
        {
            removing[i] = i * i;
        }

        foreach (var (key, _) in removing)
        {
            if (key % 3 == 0)
            {
                removing.Remove(key);
            }
        }

        foreach (var value in removing.Values)
        {
            Console.Write(value + " ");
        }

        Console.WriteLine();
        removing.Clear();
        removing[5] = 6;
        Console.WriteLine(removing.Count + " " + removing.Keys.Count);

        var poor = new Dictionary<string, int>(new Poor());
        for (var i = 0; i < 50; i++)
        {
            poor["k" + i] = i;
        }

        poor.Remove("k0");
        poor.Remove("k49");
        poor.Remove("k25");
        Console.WriteLine(poor.Count + " " + poor["k24"] + poor["k48"] + poor.ContainsKey("k25"));

        IDictionary untyped = ages;
        untyped["Gus"] = 3;
        Console.WriteLine(untyped["Gus"] + " " + (untyped["Nobody"] is null) + " " + untyped.Contains(5));
        foreach (DictionaryEntry entry in untyped)
        {
            Console.Write(entry.Key + "=" + entry.Value + " ");
        }

        Console.WriteLine();
        IReadOnlyDictionary<string, int> view = ages;
        Console.WriteLine(view.Count + " " + view["Gus"] + " " + string.Join(",", view.Keys));
        Print(new Dictionary<string, int>(ages));
        Console.WriteLine(new KeyValuePair<string, int>("k", 1) + " " + KeyValuePair.Create(2, "v"));
    }

    // The order is that of addition, but for places that removals left, which are taken again from the last.
    private static void Churn()
    {
        var numbers = new Dictionary<int, string>();
        var random = 12345u;
        for (var step = 0; step < 400; step++)
        {
            random = (random * 1664525) + 1013904223;
            var key = (int)(random >> 24) % 60;
            if ((random >> 10) % 3 == 0)
            {
                numbers.Remove(key);
            }
            else
            {
                numbers[key] = "v" + step;
            }
        }

        var line = "";
        foreach (var (key, value) in numbers)
        {
            line += key + ":" + value + " ";
        }

        Console.WriteLine(line);
        numbers.TrimExcess();
        numbers.EnsureCapacity(1000);
        Console.WriteLine(string.Join(" ", numbers.Keys));
    }

    private static void Keys()
    {
        var colors = new Dictionary<Color, int> { [Color.Blue] = 3, [Color.Red] = 1 };
        Console.WriteLine(colors[Color.Blue] + " " + colors.ContainsKey(Color.Green));
        var points = new Dictionary<Point, string> { [new(1, 2)] = "a", [new(3, 4)] = "b" };
        Console.WriteLine(points[new Point(3, 4)] + points.ContainsKey(new Point(2, 1)));
        var pairs = new Dictionary<(int, string), int> { [(1, "x")] = 1, [(2, "y")] = 2 };
        Console.WriteLine(pairs[(2, "y")]);
        var objects = new Dictionary<object, string> { ["text"] = "string", [5] = "int", [5L] = "long", [(1, 2)] = "tuple" };
        Console.WriteLine(objects["te" + "xt"] + objects[5] + objects[5L] + objects[(1, 2)] + objects.ContainsKey(5.0));
        var longs = new Dictionary<long, int> { [long.MaxValue] = 1, [long.MinValue] = 2, [-1] = 3 };
        Console.WriteLine(longs[-1] + longs[long.MinValue] + longs[long.MaxValue]);
        var nested = new Dictionary<string, List<int>>();
        foreach (var word in new[] { "a", "b", "a", "c", "a" })
        {
            if (!nested.TryGetValue(word, out var found))
            {
                nested[word] = found = [];
            }

            found.Add(found.Count);
        }

        Console.WriteLine(nested["a"].Count + " " + nested.Count);
    }

    private static void Print(Dictionary<string, int> dictionary)
    {
        foreach (var pair in dictionary)
        {
            Console.Write(pair + " ");
        }

        Console.WriteLine();
    }
}
