using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>The default comparers for each kind of type, and comparers made from delegates.</summary>
public static class Comparers
{
    private enum Small : sbyte
    {
        Minus = -1,
        Zero,
        One,
    }

    private enum Large : ulong
    {
        Zero,
        Huge = ulong.MaxValue,
    }

    private struct Plain(int value)
    {
        public int Value = value;
    }

    private sealed class Named(string name) : IEquatable<Named>, IComparable<Named>
    {
        public string Name => name;

        public bool Equals(Named? other) => other is not null && other.Name == name;

        public override bool Equals(object? obj) => obj is Named;

        public override int GetHashCode() => name.Length;

        public int CompareTo(Named? other) => string.CompareOrdinal(name, other?.Name);
    }

    private class Old(int value) : IComparable
    {
        public int CompareTo(object? obj) => value.CompareTo(((Old)obj!).Key);

        public int Key => value;

        public override bool Equals(object? obj) => obj is Old other && other.Key == value;

        public override int GetHashCode() => value;
    }

    public static void Run()
    {
        Print(1, 2);
        Print(-1L, 1L);
        Print('b', 'a');
        Print(1.5, double.NaN);
        Print("a", "b");
        Print<string?>(null, "");
        Print<int?>(null, 0);
        Print<int?>(3, 3);
        Print(Small.Minus, Small.One);
        Print(Large.Huge, Large.Zero);
        Print((1, "b"), (1, "a"));
        Print(true, false);
        Print(new Named("x"), new Named("y"));
        Print(new Named("x"), new Named("x"));
        Print(new Old(4), new Old(3));
        Print<object>(5, 7);
        Print<object>("s", "s");
        Console.WriteLine(
            EqualityComparer<Plain>.Default.Equals(new Plain(1), new Plain(1)) + " " +
            EqualityComparer<Plain>.Default.Equals(new Plain(1), new Plain(2)));
        Console.WriteLine(
            EqualityComparer<object>.Default.Equals(new Named("a"), new Named("b")) + " " +
            EqualityComparer<Named>.Default.Equals(new Named("a"), new Named("b")));
        Console.WriteLine(
            EqualityComparer<int>.Default.GetHashCode(5) + " " + EqualityComparer<Small>.Default.GetHashCode(Small.Minus) + " " +
            EqualityComparer<string?>.Default.GetHashCode(null!));
        Console.WriteLine(
            ReferenceEquals(Comparer<int>.Default, Comparer<int>.Default) + " " + Comparer<int>.Default.Equals(Comparer<int>.Default));

        var byLength = EqualityComparer<string>.Create((a, b) => a?.Length == b?.Length, s => s.Length);
        Console.WriteLine(byLength.Equals("ab", "cd") + " " + byLength.GetHashCode("xyz"));
        IComparer untyped = Comparer<int>.Default;
        Console.WriteLine(untyped.Compare(3, 2) + " " + untyped.Compare(null, 2) + " " + untyped.Compare(null, null));
        IEqualityComparer untypedEquality = EqualityComparer<string>.Default;
        Console.WriteLine(untypedEquality.Equals("q", "q") + " " + untypedEquality.Equals("q", null));
        IComparer<object> wide = Comparer<object>.Create((a, b) => a.GetHashCode() - b.GetHashCode());
        IComparer<string> narrow = wide;
        Console.WriteLine(narrow.Compare("same", "same"));
        Console.WriteLine(Nullable.Compare<int>(1, null) + " " + Nullable.Equals<int>(2, 2) + " " + Nullable.Equals<int>(null, 2));
        Console.WriteLine(Max([3, 9, 2]) + Max(["x", "z", "y"]) + Max([new Named("a"), new Named("c")])!.Name);
    }

    private static T? Max<T>(T[] items)
    {
        var max = items[0];
        foreach (var item in items)
        {
            if (Comparer<T>.Default.Compare(item, max) > 0)
            {
                max = item;
            }
        }

        return max;
    }

    private static void Print<T>(T a, T b) =>
        Console.WriteLine(
            Math.Sign(Comparer<T>.Default.Compare(a, b)) + " " + Math.Sign(Comparer<T>.Default.Compare(b, a)) + " " +
            EqualityComparer<T>.Default.Equals(a, b) + " " + EqualityComparer<T>.Default.Equals(a, a));
}
