using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary><see cref="List{T}"/>: adding, inserting, removing, searching, sorting, ranges, the interfaces.</summary>
public static class Lists
{
    public static void Run()
    {
        var list = new List<int> { 3, 1, 2 };
        list.Add(5);
        list.AddRange([8, 9, 7]);
        list.AddRange(new Queue<int>([20, 21]));
        list.Insert(0, 100);
        list.Insert(list.Count, 200);
        list.InsertRange(2, [50, 51]);
        list.InsertRange(1, list);
        Print(list);
        Console.WriteLine(list.Remove(50) + " " + list.Remove(999) + " " + list.RemoveAll(x => x > 100) + " " + list.Count);
        list.RemoveAt(0);
        list.RemoveRange(1, 3);
        Print(list);
        Console.WriteLine(
            list.IndexOf(51) + " " + list.LastIndexOf(51) + " " + list.IndexOf(51, 5) + " " + list.Contains(7) + " " + list.IndexOf(-1));
        Console.WriteLine(
            list.Find(x => x > 50) + " " + list.FindIndex(x => x % 2 == 0) + " " + list.FindLast(x => x < 5) + " " +
            list.FindLastIndex(x => x == 9));
        Console.WriteLine(list.Exists(x => x == 8) + " " + list.TrueForAll(x => x > 0) + " " + list.FindAll(x => x > 9).Count);
        Print(list.GetRange(2, 4));
        Print(list[3..6]);
        list.Reverse();
        Print(list);
        list.Reverse(2, 3);
        Print(list);
        list.Sort();
        Print(list);
        Console.WriteLine(list.BinarySearch(9) >= 0);
        Console.WriteLine(~list.BinarySearch(10));
        list.Sort((a, b) => b.CompareTo(a));
        Print(list);
        list.Sort(1, 4, Comparer<int>.Create((a, b) => (a % 10).CompareTo(b % 10)));
        Console.WriteLine(list[^1] + " " + list[^2] + " " + list.Capacity / list.Count);
        var text = "";
        list.ForEach(x => text += x + ";");
        Console.WriteLine(text);
        Console.WriteLine(string.Join(",", list.ConvertAll(x => "n" + x)));
        list.Clear();
        Console.WriteLine(list.Count + " " + list.Contains(1));

        Growth();
        Interfaces();
    }

    private static void Growth()
    {
        var list = new List<string>();
        var capacities = "";
        for (var i = 0; i < 20; i++)
        {
            var before = list.Capacity;
            list.Add("s" + i);
            if (list.Capacity != before)
            {
                capacities += list.Capacity + " ";
            }
        }

        Console.WriteLine(capacities + list.EnsureCapacity(50));
        list.TrimExcess();
        Console.WriteLine(list.Capacity);
        list.Capacity = 30;
        Console.WriteLine(list.Capacity + " " + list.ToArray().Length + " " + new List<string>(list).Capacity);
        list.AddRange("x", "y", "z");
        Console.WriteLine(list[^1] + list.Count);
    }

    private static void Interfaces()
    {
        IList<string> list = new List<string> { "a", "b" };
        list.Add("c");
        IReadOnlyList<string> view = (List<string>)list;
        IEnumerable<object> objects = (List<string>)list;
        IList untyped = (IList)list;
        untyped.Add("d");
        untyped[0] = "A";
        Console.WriteLine(view.Count + view[0] + untyped.Contains("d") + untyped.Contains(4) + untyped.IndexOf("c") + untyped.IsFixedSize);
        foreach (var item in objects)
        {
            Console.Write(item);
        }

        foreach (var item in untyped)
        {
            Console.Write(item);
        }

        Console.WriteLine();
        var window = ((List<string>)list).AsReadOnly();
        list.RemoveAt(1);
        Console.WriteLine(string.Join("", window) + window.Count + ((ICollection<string>)window).IsReadOnly);
        var array = new string[5];
        list.CopyTo(array, 1);
        Console.WriteLine(string.Join("-", array));
    }

    private static void Print(List<int> list) => Console.WriteLine("[" + string.Join(", ", list) + "]");
}
