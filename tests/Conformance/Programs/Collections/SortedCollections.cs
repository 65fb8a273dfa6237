using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary><see cref="SortedList{TKey, TValue}"/>, <see cref="SortedDictionary{TKey, TValue}"/> and <see cref="SortedSet{T}"/>.</summary>
public static class SortedCollections
{
    public static void Run()
    {
        var list = new SortedList<string, int>(StringComparer.Ordinal) { ["pear"] = 1, ["apple"] = 2, ["fig"] = 3 };
        list["date"] = 4;
        list["fig"] = 33;
        Console.WriteLine(string.Join(" ", list) + " | " + string.Join(",", list.Keys) + " | " + string.Join(",", list.Values));
        Console.WriteLine(
            list.IndexOfKey("fig") + " " + list.IndexOfValue(4) + " " + list.IndexOfKey("x") + " " + list.GetKeyAtIndex(0) +
            list.GetValueAtIndex(1) + list.Keys[2]);
        Console.WriteLine(
            list.Remove("apple") + " " + list.Remove("apple") + " " + list.TryGetValue("pear", out var pear) + pear + " " + list.Count);
        list.RemoveAt(0);
        Console.WriteLine(string.Join(" ", list) + list.ContainsKey("fig") + list.ContainsValue(1));

        var random = 2024u;
        var dictionary = new SortedDictionary<int, int>();
        var set = new SortedSet<int>();
        for (var i = 0; i < 500; i++)
        {
            random = (random * 1664525) + 1013904223;
            var key = (int)(random >> 16) % 100;
            if ((random & 0x8000) == 0)
            {
                dictionary[key] = i;
                set.Add(key);
            }
            else
            {
                dictionary.Remove(key);
                set.Remove(key);
            }
        }

        Console.WriteLine(dictionary.Count + " " + set.Count);
        foreach (var (key, value) in dictionary)
        {
            Console.Write(key + "=" + value + " ");
        }

        Console.WriteLine();
        Console.WriteLine(string.Join(" ", set));
        Console.WriteLine(string.Join(" ", set.Reverse()));
        Console.WriteLine(set.Min + " " + set.Max);
        Console.WriteLine(string.Join(",", dictionary.Keys) == string.Join(",", set));
        var words = new SortedSet<string>(["b", "A", "a", "B"], StringComparer.OrdinalIgnoreCase);
        Console.WriteLine(words.Count + string.Join("", words));
        set.ExceptWith([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        set.IntersectWith([10, 20, 30, 40, 50, 60, 70, 80, 90, 11, 12, 13]);
        Console.WriteLine(string.Join(" ", set) + " " + set.RemoveWhere(x => x > 50));
        set.UnionWith([7, 3, 3]);
        set.SymmetricExceptWith([7, 8]);
        Console.WriteLine(
            string.Join(" ", set) + " " + set.IsSubsetOf([3, 8, 10, 11, 12, 13, 20, 30, 40, 50, 60]) + set.Overlaps([8]) +
            set.SetEquals([8]));
        Console.WriteLine(dictionary.TryGetValue(-1, out _) + " " + dictionary.ContainsKey(dictionary.Count > 0 ? 50 : 0));
    }
}
