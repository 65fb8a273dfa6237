using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Iterator methods: laziness, composition, recursion, <c>finally</c>, several enumerations of one sequence.</summary>
public static class Iterators
{
    private sealed class Tree(int value, Tree? left = null, Tree? right = null) : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator()
        {
            foreach (var item in left ?? Nothing())
            {
                yield return item;
            }

            yield return value;
            foreach (var item in right ?? Nothing())
            {
                yield return item;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public static void Run()
    {
        foreach (var number in Take(Where(Naturals(), n => n % 3 == 0), 5))
        {
            Console.Write(number + " ");
        }

        Console.WriteLine();
        var lazy = Announced(3);
        Console.WriteLine("not yet");
        foreach (var item in lazy)
        {
            Console.Write(item + ",");
        }

        Console.WriteLine();
        foreach (var item in lazy)
        {
            Console.Write(item + ",");
            break;
        }

        Console.WriteLine();
        Console.WriteLine(string.Join(" ", Flatten([1, new object[] { 2, new object[] { 3, 4 } }, 5])));
        Console.WriteLine(string.Join(" ", InOrder(15)));
        var zipped = Zip(["a", "b", "c"], Naturals());
        Console.WriteLine(string.Join(" ", zipped) + " " + string.Join(" ", zipped));
        Console.WriteLine(
            string.Join("", Nothing()) + "|" + string.Join(",", Conditional(true)) + "|" + string.Join(",", Conditional(false)));

        var enumerator = Counting();
        while (enumerator.MoveNext())
        {
            Console.Write(enumerator.Current + ";");
        }

        Console.WriteLine(enumerator.MoveNext());
        foreach (var permutation in Permutations("abc"))
        {
            Console.Write(permutation + " ");
        }

        Console.WriteLine();
        foreach (var line in Hanoi(3, 'A', 'B', 'C'))
        {
            Console.Write(line + " ");
        }

        Console.WriteLine();
        IEnumerable<string> Local(int n)
        {
            for (var i = 0; i < n; i++)
            {
                yield return "L" + i;
            }
        }

        Console.WriteLine(string.Concat(Local(3)));
        using var first = lazy.GetEnumerator();
        using var second = lazy.GetEnumerator();
        first.MoveNext();
        second.MoveNext();
        second.MoveNext();
        Console.WriteLine(first.Current + " " + second.Current);
    }

    private static IEnumerable<int> Naturals()
    {
        for (var i = 1; ; i++)
        {
            yield return i;
        }
    }

    private static IEnumerable<T> Where<T>(IEnumerable<T> source, Func<T, bool> predicate)
    {
        foreach (var item in source)
        {
            if (predicate(item))
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<T> Take<T>(IEnumerable<T> source, int count)
    {
        if (count == 0)
        {
            yield break;
        }

        foreach (var item in source)
        {
            yield return item;
            if (--count == 0)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<string> Announced(int count)
    {
        Console.Write("start ");
        try
        {
            while (count > 0)
            {
                yield return "item" + count--;
            }

            Console.Write("end ");
        }
        finally
        {
            Console.Write("finally ");
        }
    }

    private static IEnumerable<object> Flatten(object[] items)
    {
        foreach (var item in items)
        {
            if (item is object[] nested)
            {
                foreach (var inner in Flatten(nested))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return item;
            }
        }
    }

    private static Tree InOrder(int size) => Build(1, size)!;

    private static Tree? Build(int low, int high)
    {
        var middle = (low + high) / 2;
        return low > high ? null : new Tree(middle, Build(low, middle - 1), Build(middle + 1, high));
    }

    private static IEnumerable<(T, U)> Zip<T, U>(IEnumerable<T> first, IEnumerable<U> second)
    {
        using var other = second.GetEnumerator();
        foreach (var item in first)
        {
            if (!other.MoveNext())
            {
                yield break;
            }

            yield return (item, other.Current);
        }
    }

    private static IEnumerable<int> Nothing()
    {
        yield break;
    }

    private static IEnumerable<int> Conditional(bool both)
    {
        yield return 1;
        if (both)
        {
            yield return 2;
        }
    }

    private static IEnumerator Counting()
    {
        yield return 1;
        yield return "two";
        yield return 3.0;
    }

    private static IEnumerable<string> Permutations(string text)
    {
        if (text.Length <= 1)
        {
            yield return text;
        }

        for (var i = 0; i < text.Length && text.Length > 1; i++)
        {
            foreach (var rest in Permutations(text.Remove(i, 1)))
            {
                yield return text[i] + rest;
            }
        }
    }

    private static IEnumerable<string> Hanoi(int discs, char from, char to, char spare)
    {
        if (discs == 0)
        {
            yield break;
        }

        foreach (var move in Hanoi(discs - 1, from, spare, to))
        {
            yield return move;
        }

        yield return $"{from}{to}";
        foreach (var move in Hanoi(discs - 1, spare, to, from))
        {
            yield return move;
        }
    }
}
