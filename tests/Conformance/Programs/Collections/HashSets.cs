using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary><see cref="HashSet{T}"/>: membership, set operations against sets and sequences, order after removals.</summary>
public static class HashSets
{
    public static void Run()
    {
        var set = new HashSet<int> { 5, 3, 8, 3, 1 };
        Console.WriteLine(
            set.Count + " " + set.Add(5) + " " + set.Add(9) + " " + set.Contains(8) + " " + set.Remove(3) + " " + set.Remove(3));
        set.Add(77);
        set.Add(78);
        Print(set);
        int[][] others = [[], [1, 5], [1, 5, 8, 9, 77, 78], [1, 5, 8, 9, 77, 78, 100], [100, 200], [5, 5, 100, 100, 8]];
        foreach (var other in others)
        {
            foreach (var second in new IEnumerable<int>[] { other, new HashSet<int>(other), Sequence(other) })
            {
                Console.Write(set.IsSubsetOf(second) + " " + set.IsProperSubsetOf(second) + " " + set.IsSupersetOf(second) + " ");
                Console.WriteLine(set.IsProperSupersetOf(second) + " " + set.Overlaps(second) + " " + set.SetEquals(second));
                var union = new HashSet<int>(set);
                union.UnionWith(second);
                Print(union);
                var intersection = new HashSet<int>(set);
                intersection.IntersectWith(second);
                Print(intersection);
                var difference = new HashSet<int>(set);
                difference.ExceptWith(second);
                Print(difference);
                var symmetric = new HashSet<int>(set);
                symmetric.SymmetricExceptWith(second);
                Print(symmetric);
            }
        }

        Console.WriteLine(set.RemoveWhere(x => x > 50) + " " + set.Count);
        var words = new HashSet<string>(["one", "TWO", "One"], StringComparer.OrdinalIgnoreCase);
        Console.WriteLine(words.Count + " " + words.Contains("two") + " " + words.TryGetValue("ONE", out var actual) + actual);
        var withNull = new HashSet<string?> { null, "a", null };
        Console.WriteLine(withNull.Count + " " + withNull.Contains(null));
        var array = new int[4];
        set.CopyTo(array, 1, 2);
        Console.WriteLine(string.Join(",", array));
        ISet<int> untyped = set;
        Console.WriteLine(untyped.Add(1) + " " + untyped.IsReadOnly);
        set.Clear();
        set.Add(4);
        Print(set);

        var random = 99u;
        var churned = new HashSet<uint>();
        for (var i = 0; i < 300; i++)
        {
            random = (random * 1664525) + 1013904223;
            if (!churned.Add((random >> 20) % 40))
            {
                churned.Remove((random >> 20) % 40);
            }
        }

        Console.WriteLine(string.Join(" ", churned));
    }

    private static IEnumerable<int> Sequence(int[] items)
    {
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private static void Print(HashSet<int> set) => Console.WriteLine("{" + string.Join(", ", set) + "}");
}
