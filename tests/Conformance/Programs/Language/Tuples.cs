using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Tuples: names, deconstruction, equality, order, text, long ones, the classes.</summary>
public static class Tuples
{
    public static void Run()
    {
        var pair = (Left: 1, Right: "one");
        var (left, right) = pair;
        Console.WriteLine(pair + " " + pair.Left + pair.Right + left + right + pair.Item2);
        (left, var other) = (right.Length, left);
        Console.WriteLine(left + " " + other);
        var (a, b) = (1, 2);
        (a, b) = (b, a + b);
        Console.WriteLine(a + " " + b);
        Console.WriteLine(
            ((1, "x") == (1, "x")) + " " + ((1, 2) != (1, 3)) + " " + ((1, (2, 3)) == (1, (2, 3))) + " " + ((1L, 2) == (1, 2L)));
        Console.WriteLine(
            (1, "x").Equals((1, "x")) + " " + (1, "x").Equals((object)(1, "y")) + " " + ((1, "x").GetHashCode() == (1, "x").GetHashCode()));
        Console.WriteLine(
            Math.Sign((1, 2).CompareTo((1, 3))) + " " + Math.Sign(("b", 1).CompareTo(("a", 9))) + " " +
            ((string?)null, 1).CompareTo((null, 1)));
        Console.WriteLine((1, (string?)null, 'c', 2.5, true));
        var wide = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Console.WriteLine(
            wide + " " + wide.Item8 + wide.Item10 + " " + (wide == (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) + " " +
            wide.Equals((1, 2, 3, 4, 5, 6, 7, 8, 9, 11)));
        ITuple indexed = wide;
        Console.WriteLine(indexed.Length + " " + indexed[0] + indexed[9]);
        Console.WriteLine(ValueTuple.Create(5) + " " + ValueTuple.Create() + " " + ValueTuple.Create(1, 2, 3));

        var (minimum, maximum, _) = Extremes([4, 9, -2, 7]);
        Console.WriteLine(minimum + ".." + maximum);
        var points = new Dictionary<(int X, int Y), string> { [(0, 0)] = "origin", [(1, 0)] = "east" };
        Console.WriteLine(points[(1, 0)] + points.ContainsKey((0, 1)));
        var list = new List<(string Name, int Age)> { ("b", 2), ("a", 9), ("a", 1) };
        list.Sort();
        foreach (var (name, age) in list)
        {
            Console.Write(name + age + " ");
        }

        Console.WriteLine(list.Contains(("b", 2)));
        object boxed = (1, 2);
        Console.WriteLine(
            (boxed is (int, int)) + " " + (boxed is ValueTuple<int, int> { Item1: 1 }) + " " + (boxed is ITuple { Length: 2 }));

        var old = Tuple.Create(1, "two", 3.5);
        Console.WriteLine(
            old + " " + old.Item2 + " " + old.Equals(Tuple.Create(1, "two", 3.5)) + " " + (old == Tuple.Create(1, "two", 3.5)));
        var (first, second, third) = (old.Item1, old.Item2, old.Item3);
        Console.WriteLine(first + second + third);
        (int Count, (string Inner, bool Flag) Nested) named = (3, ("in", true));
        named.Nested.Flag = false;
        Console.WriteLine(named.Nested.Inner + named.Nested.Flag + named);
        (int, int)? maybe = (1, 2);
        Console.WriteLine(maybe?.Item2 + " " + (maybe == (1, 2)) + " " + maybe);
    }

    private static (int Minimum, int Maximum, int Count) Extremes(ReadOnlySpan<int> numbers)
    {
        var result = (Minimum: int.MaxValue, Maximum: int.MinValue, Count: 0);
        foreach (var number in numbers)
        {
            result = (Math.Min(result.Minimum, number), Math.Max(result.Maximum, number), result.Count + 1);
        }

        return result;
    }
}
