using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary><c>foreach</c> in all its forms: arrays, lists, spans, patterns, interfaces, nested and left early.</summary>
public static class Enumerating
{
    private readonly struct Countdown(int from)
    {
        public Enumerator GetEnumerator() => new(from);

        public struct Enumerator(int next)
        {
            private int _next = next + 1;

            public readonly int Current => _next;

            public bool MoveNext() => --_next > 0;
        }
    }

    private sealed class Noisy : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => new Enumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private sealed class Enumerator : IEnumerator<int>
        {
            public int Current { get; private set; }

            object IEnumerator.Current => Current;

            public bool MoveNext()
            {
                Console.Write("m");
                return ++Current <= 4;
            }

            public void Reset() => Console.Write("r");

            public void Dispose() => Console.Write("d");
        }
    }

    public static void Run()
    {
        foreach (var item in new Countdown(3))
        {
            Console.Write(item + " ");
        }

        foreach (var c in "héy")
        {
            Console.Write(c + " ");
        }

        foreach (var number in stackalloc[] { 1, 2, 3 })
        {
            Console.Write(number + " ");
        }

        var array = new[] { 1, 2, 3 };
        foreach (ref var element in array.AsSpan())
        {
            element *= 2;
        }

        foreach (long element in array)
        {
            Console.Write(element + " ");
        }

        Console.WriteLine();
        int[,] grid = { { 1, 2 }, { 3, 4 } };
        int[][] jagged = [[5], [6, 7], []];
        foreach (var cell in grid)
        {
            Console.Write(cell);
        }

        foreach (var row in jagged)
        {
            foreach (var cell in row)
            {
                Console.Write(cell);
            }
        }

        Console.WriteLine();
        foreach (var item in new Noisy())
        {
            if (item == 1)
            {
                continue;
            }

            Console.Write(item);
            if (item == 3)
            {
                break;
            }
        }

        Console.WriteLine(First(new Noisy()));
        foreach (var _ in new Noisy())
        {
        }

        Console.WriteLine();
        IEnumerable untyped = new List<object> { 1, "two", 3.5, 'c' };
        foreach (var item in untyped)
        {
            Console.Write(item + " ");
        }

        foreach (string item in (IEnumerable)new[] { "cast", "each" })
        {
            Console.Write(item.Length + " ");
        }

        foreach (var (key, value) in new Dictionary<int, string> { [1] = "one" })
        {
            Console.Write(key + value);
        }

        Console.WriteLine();
        IEnumerable<int> numbers = array;
        using (var enumerator = numbers.GetEnumerator())
        {
            enumerator.MoveNext();
            Console.Write(enumerator.Current + " ");
            enumerator.MoveNext();
            Console.WriteLine(enumerator.Current);
        }

        ICollection<int> collection = array;
        Console.WriteLine(
            collection.Count + " " + collection.Contains(4) + " " + collection.IsReadOnly + " " + ((IList<int>)array).IndexOf(6));
        var segment = new ArraySegment<int>([1, 2, 3, 4, 5], 1, 3);
        foreach (var item in segment)
        {
            Console.Write(item);
        }

        Console.WriteLine(" " + segment[0] + segment.Count + segment.Slice(1).Offset + string.Join("", segment.ToArray()));
    }

    private static int First(IEnumerable<int> source)
    {
        foreach (var item in source)
        {
            return item;
        }

        return -1;
    }
}
