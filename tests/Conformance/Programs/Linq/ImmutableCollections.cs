using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>Immutable collections: lists, arrays, dictionaries, sets, stacks, queues, their builders, and that the old ones stay as they were.</summary>
public static class ImmutableCollections
{
    private static void Try(string title, Action work)
    {
        try
        {
            work();
            Console.WriteLine(title + " works");
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + ": " + exception.GetType().Name + ", " + exception.Message);
        }
    }

    public static void Run()
    {
        var list = ImmutableList.Create(5, 3, 9);
        var longer = list.Add(1).Insert(0, 7).SetItem(2, 4);
        Console.WriteLine(string.Join(",", list) + " " + string.Join(",", longer) + " " + string.Join(",", longer.Sort()) + " " + longer.IndexOf(9) + longer.Contains(3));
        Console.WriteLine(string.Join(",", longer.RemoveAt(1).RemoveAll(x => x > 8)) + " " + string.Join(",", longer.Where(x => x > 3).Reverse()));
        var builder = ImmutableList.CreateBuilder<string>();
        for (var i = 0; i < 50; i++)
        {
            builder.Add("item" + i);
        }

        var many = builder.ToImmutable();
        Console.WriteLine(many.Count + many[37] + many.RemoveRange(5, 40).Count + " " + ReferenceEquals(many, many.AddRange([])));
        ImmutableArray<int> array = [1, 2, 3];
        Console.WriteLine(string.Join(",", array.Add(4).Insert(1, 9)) + " " + array.Length + array.IsEmpty + default(ImmutableArray<int>).IsDefault + array.SequenceEqual([1, 2, 3]));
        var dictionary = ImmutableDictionary<string, int>.Empty.Add("one", 1).Add("two", 2);
        var other = dictionary.SetItem("one", 11).Remove("two").Add("three", 3);
        Console.WriteLine(dictionary["one"] + " " + other["one"] + " " + other.ContainsKey("two") + string.Join(",", other.OrderBy(x => x.Value).Select(x => x.Key)) + dictionary.GetValueOrDefault("none", -1));
        var sorted = ImmutableSortedDictionary.CreateRange(new[] { KeyValuePair.Create(3, "c"), KeyValuePair.Create(1, "a"), KeyValuePair.Create(2, "b") });
        Console.WriteLine(string.Join(" ", sorted) + " " + string.Join(",", sorted.Keys));
        var set = ImmutableHashSet.Create("a", "b");
        var ordered = ImmutableSortedSet.Create(4, 1, 3, 1);
        Console.WriteLine(set.Add("a").Count + " " + set.Union(["c"]).Count + set.Contains("b") + " " + string.Join(",", ordered.Except([3])) + ordered.Min + ordered.Max + ordered.IsSupersetOf([1, 4]));
        var stack = ImmutableStack.Create(1, 2).Push(3);
        var queue = ImmutableQueue.Create(1, 2).Enqueue(3);
        Console.WriteLine(string.Join(",", stack) + stack.Pop(out var top).Peek() + top + " " + string.Join(",", queue.Dequeue(out var head)) + head);
        Try("twice", () => dictionary.Add("one", 2));
        Try("same twice", () => dictionary.Add("one", 1));
        Try("missing", () => _ = dictionary["zero"]);
        Try("index", () => _ = list[7]);
        Try("empty", () => ImmutableStack<int>.Empty.Pop());
        Try("default", () => default(ImmutableArray<int>).Add(1));
    }
}
