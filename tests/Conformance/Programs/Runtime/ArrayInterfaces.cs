using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Arrays as collections: generic and not, of values and references, of several dimensions.</summary>
public static class ArrayInterfaces
{
    private static string Walk<T>(IEnumerable<T> items)
    {
        var text = "";
        foreach (var item in items)
        {
            text += $"{item},";
        }

        return text;
    }

    private static string WalkObjects(IEnumerable items)
    {
        var text = "";
        foreach (var item in items)
        {
            text += item is null ? "null," : $"{item},";
        }

        return text;
    }

    private static string Ends<T>(IReadOnlyList<T> items) => $"{items.Count} {items[0]} {items[^1]}";

    public static void Run()
    {
        int[] numbers = [3, 1, 2];
        string[] words = ["c", "a"];
        Console.WriteLine($"{Walk(numbers)} {Walk(words)} {Walk<object>(words)} {Walk(Array.Empty<double>())}");
        Console.WriteLine(
            $"{WalkObjects(numbers)} {WalkObjects(words)} {WalkObjects(new string?[] { null, "x" })} " +
            $"{WalkObjects(new[,] { { 1, 2 }, { 3, 4 } })} {WalkObjects(new int?[] { 1, null })}");
        Console.WriteLine($"{Ends(numbers)} {Ends<object>(words)}");
        IList<int> list = numbers;
        list[1] = 10;
        Console.WriteLine($"{list.Count} {list.IndexOf(2)} {list.IndexOf(99)} {list.Contains(10)} {list.IsReadOnly} {numbers[1]}");
        var copy = new int[5];
        list.CopyTo(copy, 1);
        Console.WriteLine(Walk(copy));
        ICollection<string> collection = words;
        Console.WriteLine($"{collection.Count} {collection.Contains("a")} {collection.IsReadOnly}");
        IList untyped = words;
        untyped[0] = "z";
        Console.WriteLine(
            $"{untyped.Count} {untyped[0]} {untyped.IndexOf("a")} {untyped.Contains("q")} {untyped.IsFixedSize} {untyped.IsReadOnly} " +
            $"{untyped.IsSynchronized}");
        IList values = numbers;
        values[2] = 7;
        Console.WriteLine($"{values[2]} {values.IndexOf(7)} {values.Contains("7")}");

        Array array = new[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        array.SetValue(60, 1, 2);
        Console.WriteLine($"{array.GetValue(1, 2)} {array.GetValue(0, 0)} {array.Length} {array.LongLength} {array.GetValue([1, 0])}");
        Array texts = new object[2];
        texts.SetValue("text", 0);
        texts.SetValue(null, 1);
        Console.WriteLine($"{texts.GetValue(0)} {texts.GetValue(1) is null}");
        Array maybes = new int?[] { 5 };
        maybes.SetValue(null, 0);
        Console.WriteLine(maybes.GetValue(0) is null);
        maybes.SetValue(6, 0);
        Console.WriteLine(maybes.GetValue(0));

        using var enumerator = ((IEnumerable<int>)numbers).GetEnumerator();
        Console.WriteLine(
            $"{enumerator.MoveNext()} {enumerator.Current} {enumerator.MoveNext()} {enumerator.MoveNext()} {enumerator.MoveNext()} " +
            $"{enumerator.MoveNext()}");
        var objects = words.GetEnumerator();
        objects.MoveNext();
        Console.WriteLine(objects.Current);
        objects.Reset();
        objects.MoveNext();
        Console.WriteLine(objects.Current);
        IStructuralEquatable structural = new[] { 1, 2 };
        Console.WriteLine(
            $"{structural.Equals(new[] { 1, 2 }, EqualityComparer<int>.Default)} " +
            $"{structural.Equals(new[] { 1, 3 }, EqualityComparer<int>.Default)}");
        Console.WriteLine(Walk(numbers[1..]));
        Console.WriteLine(Walk(words[..1]));
    }
}
