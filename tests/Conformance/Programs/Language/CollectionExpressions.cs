using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Collection expressions to every kind of target, spreads, builders of one's own, <c>params</c> collections.</summary>
public static class CollectionExpressions
{
    [CollectionBuilder(typeof(Bag), nameof(Bag.Create))]
    private sealed class Bag<T>(T[] items) : IEnumerable<T>
    {
        public int Count => items.Length;

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static class Bag
    {
        public static Bag<T> Create<T>(ReadOnlySpan<T> items)
        {
            Console.Write("[" + items.Length + "]");
            return new Bag<T>(items.ToArray());
        }
    }

    private sealed class Adding : IEnumerable<int>
    {
        public string Text { get; private set; } = "";

        public void Add(int number) => Text += number;

        public IEnumerator<int> GetEnumerator()
        {
            yield break;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public static void Run()
    {
        int[] array = [1, 2, 3];
        List<int> list = [.. array, 4];
        Span<int> span = [5, .. array, 6];
        ReadOnlySpan<int> constants = [7, 8, 9];
        IEnumerable<int> sequence = [.. list, .. span];
        IList<string> strings = ["x", "y"];
        IReadOnlyList<int> frozen = [1, .. Lazy(3), 2];
        HashSet<int> set = [1, 1, 2];
        int[][] nested = [[1], [], [2, 3]];
        string[] empty = [];
        Console.WriteLine(
            string.Join(",", array) + "|" + string.Join(",", list) + "|" + span.Length + span[^1] + "|" + constants[1] + "|" +
            string.Join(",", sequence));
        strings.Add("z");
        Console.WriteLine(string.Join("", strings) + frozen.Count + string.Join("", frozen) + set.Count + nested[2][1] + empty.Length);
        Bag<int> bag = [1, 2, .. array];
        Console.WriteLine(bag.Count + string.Join("", bag));
        Adding adding = [1, .. array];
        Console.WriteLine(adding.Text);
        long[] widened = [1, 2, array[0]];
        object[] mixed = [1, "two", 3.5, null!, 'c'];
        Console.WriteLine(widened[2] + mixed.Length);
        var concatenated = (int[])[.. array, .. array];
        Console.WriteLine(concatenated.Length + Sum(1, 2, 3) + Sum() + Sum(array) + SumOf([1, 2]));
        Console.WriteLine(Count("a", "b", "c") + Count() + Join(1, 'c', "s"));
        List<List<string>> deep = [["a", "b"], [], [.. strings]];
        Console.WriteLine(deep.Count + deep[2][2]);
        foreach (var item in (ReadOnlySpan<string>)["p", "q"])
        {
            Console.Write(item);
        }

        Console.WriteLine();
        bool flag = array.Length > 2;
        int[] conditional = [1, .. flag ? [2, 3] : (int[])[], 4];
        Console.WriteLine(string.Join("", conditional));
        ICollection<int> collection = [1, 2];
        IReadOnlyCollection<int> readOnly = [];
        Console.WriteLine(collection.Count + readOnly.Count + " " + collection.IsReadOnly);
    }

    private static IEnumerable<int> Lazy(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return 10 + i;
        }
    }

    private static int Sum(params ReadOnlySpan<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    private static int SumOf(IEnumerable<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    private static int Count(params IEnumerable<string> items) => new List<string>(items).Count;

    private static string Join(params object[] items) => string.Join("+", items);
}
