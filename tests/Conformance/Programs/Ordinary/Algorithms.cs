using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text;

namespace Tarn.Conformance;

/// <summary>Textbook algorithms: Dijkstra, topological order, Huffman, sieve, eight queens, Levenshtein, matrices, game of life, permutations, LRU cache.</summary>
public static class Algorithms
{
    private static Dictionary<string, int> Distances(Dictionary<string, List<(string To, int Cost)>> graph, string start)
    {
        var distances = graph.Keys.ToDictionary(x => x, _ => int.MaxValue);
        var queue = new PriorityQueue<string, int>();
        distances[start] = 0;
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out var node, out var distance))
        {
            if (distance > distances[node])
            {
                continue;
            }

            foreach (var (to, cost) in graph[node])
            {
                if (distance + cost < distances[to])
                {
                    distances[to] = distance + cost;
                    queue.Enqueue(to, distances[to]);
                }
            }
        }

        return distances;
    }

    private sealed class Tree(char? symbol, int weight, Tree? left = null, Tree? right = null)
    {
        public int Weight => weight;

        public IEnumerable<(char Symbol, string Code)> Codes(string prefix = "") =>
            symbol is { } c ? [(c, prefix)] : left!.Codes(prefix + "0").Concat(right!.Codes(prefix + "1"));

        public static Tree Of(string text)
        {
            var queue = new PriorityQueue<Tree, (int, int)>();
            var order = 0;
            foreach (var group in text.GroupBy(x => x).OrderBy(x => x.Key))
            {
                queue.Enqueue(new Tree(group.Key, group.Count()), (group.Count(), order++));
            }

            while (queue.Count > 1)
            {
                var (a, b) = (queue.Dequeue(), queue.Dequeue());
                queue.Enqueue(new Tree(null, a.Weight + b.Weight, a, b), (a.Weight + b.Weight, order++));
            }

            return queue.Dequeue();
        }
    }

    private static int Queens(int size, int row, uint columns, uint left, uint right)
    {
        if (row == size)
        {
            return 1;
        }

        var count = 0;
        for (var free = ~(columns | left | right) & ((1u << size) - 1); free != 0; free &= free - 1)
        {
            var bit = free & (uint)-(int)free;
            count += Queens(size, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
        }

        return count;
    }

    private static int Levenshtein(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    private readonly struct Matrix<T>(T[,] cells) where T : INumber<T>
    {
        public static Matrix<T> operator *(Matrix<T> left, Matrix<T> right) => left.Times(right);

        private Matrix<T> Times(Matrix<T> other)
        {
            var result = new T[cells.GetLength(0), other.Width];
            for (var i = 0; i < cells.GetLength(0); i++)
            {
                for (var j = 0; j < other.Width; j++)
                {
                    for (var k = 0; k < cells.GetLength(1); k++)
                    {
                        result[i, j] += cells[i, k] * other.At(k, j);
                    }
                }
            }

            return new(result);
        }

        public int Width => cells.GetLength(1);

        public T At(int row, int column) => cells[row, column];

        public override string ToString() => string.Join("; ", Enumerable.Range(0, cells.GetLength(0)).Select(Row));

        private string Row(int row)
        {
            var matrix = cells;
            return string.Join(" ", Enumerable.Range(0, Width).Select(x => matrix[row, x]));
        }
    }

    private static HashSet<(int X, int Y)> Step(HashSet<(int X, int Y)> cells) =>
    [
        .. cells.SelectMany(Around).CountBy(x => x).Where(x => x.Value == 3 || (x.Value == 2 && cells.Contains(x.Key))).Select(x => x.Key),
    ];

    private static IEnumerable<(int X, int Y)> Around((int X, int Y) cell) =>
        from x in Enumerable.Range(-1, 3) from y in Enumerable.Range(-1, 3) where (x, y) != (0, 0) select (cell.X + x, cell.Y + y);

    private static IEnumerable<T[]> Permutations<T>(T[] items)
    {
        if (items.Length <= 1)
        {
            yield return items;
            yield break;
        }

        for (var i = 0; i < items.Length; i++)
        {
            foreach (var rest in Permutations<T>([.. items[..i], .. items[(i + 1)..]]))
            {
                yield return [items[i], .. rest];
            }
        }
    }

    private sealed class Cache<TKey, TValue>(int capacity, Func<TKey, TValue> load) where TKey : notnull
    {
        private readonly LinkedList<(TKey Key, TValue Value)> _order = new();
        private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];

        public int Loads { get; private set; }

        public TValue this[TKey key]
        {
            get
            {
                if (_nodes.TryGetValue(key, out var node))
                {
                    _order.Remove(node);
                    _order.AddFirst(node);
                    return node.Value.Value;
                }

                Loads++;
                if (_nodes.Count == capacity)
                {
                    _nodes.Remove(_order.Last!.Value.Key);
                    _order.RemoveLast();
                }

                return (_nodes[key] = _order.AddFirst((key, load(key)))).Value.Value;
            }
        }

        public override string ToString() => string.Join(",", _order.Select(x => x.Key));
    }

    private static IEnumerable<string> Topological(ILookup<string, string> needs, IEnumerable<string> all)
    {
        var done = new HashSet<string>();
        return all.SelectMany(Visit);

        IEnumerable<string> Visit(string item) => done.Add(item) ? needs[item].Order(StringComparer.Ordinal).SelectMany(Visit).Append(item) : [];
    }

    public static void Run()
    {
        var graph = new Dictionary<string, List<(string, int)>>
        {
            ["a"] = [("b", 7), ("c", 9), ("f", 14)], ["b"] = [("c", 10), ("d", 15)], ["c"] = [("d", 11), ("f", 2)], ["d"] = [("e", 6)], ["e"] = [], ["f"] = [("e", 9)], ["g"] = [],
        };
        Console.WriteLine(string.Join(" ", Distances(graph, "a").OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}:{(x.Value == int.MaxValue ? "never" : x.Value)}")));

        const string Text = "she sells sea shells on the sea shore";
        var codes = Tree.Of(Text).Codes().ToDictionary(x => x.Symbol, x => x.Code);
        var encoded = string.Concat(Text.Select(x => codes[x]));
        Console.WriteLine(string.Join(" ", codes.OrderBy(x => x.Value.Length).ThenBy(x => x.Key).Select(x => $"{x.Key}={x.Value}")));
        Console.WriteLine(encoded.Length + " " + encoded[..60]);
        var decoded = new StringBuilder();
        for (var (start, end) = (0, 1); end <= encoded.Length; end++)
        {
            if (codes.FirstOrDefault(x => x.Value == encoded[start..end]) is { Value: not null } found)
            {
                decoded.Append(found.Key);
                start = end;
            }
        }

        Console.WriteLine(decoded.ToString() == Text);
        var sieve = new bool[200];
        var primes = Enumerable.Range(2, 198).Where(x => !sieve[x]).Select(x =>
        {
            for (var multiple = x * x; multiple < sieve.Length; multiple += x)
            {
                sieve[multiple] = true;
            }

            return x;
        }).ToList();
        Console.WriteLine(primes.Count + ": " + string.Join(" ", primes.TakeLast(10)));
        Console.WriteLine(string.Join(" ", Enumerable.Range(1, 9).Select(x => Queens(x, 0, 0, 0, 0))));
        Console.WriteLine(Levenshtein("kitten", "sitting") + " " + Levenshtein("", "abc") + " " + Levenshtein("flaw", "lawn") + " " + Levenshtein("same", "same"));
        Console.WriteLine(new Matrix<int>(new[,] { { 1, 2 }, { 3, 4 } }) * new Matrix<int>(new[,] { { 0, 1, 2 }, { 1, 0, 3 } }));
        Console.WriteLine(new Matrix<double>(new[,] { { 0.5, 2 } }) * new Matrix<double>(new[,] { { 4.0 }, { 0.25 } }));
        var fibonacci = new Matrix<decimal>(new decimal[,] { { 1, 1 }, { 1, 0 } });
        var power = fibonacci;
        for (var i = 1; i < 130; i++)
        {
            power *= fibonacci;
        }

        Console.WriteLine(power.At(0, 1));
        HashSet<(int X, int Y)> glider = [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)];
        for (var i = 0; i < 8; i++)
        {
            glider = Step(glider);
        }

        Console.WriteLine(string.Join(" ", glider.Order()));
        Console.WriteLine(string.Join(" ", Permutations([.. "abcd"]).Select(x => new string(x)).Where((_, i) => i % 5 == 0)) + " " + Permutations([1, 2, 3, 4, 5]).Count());
        var cache = new Cache<int, string>(3, x => new string((char)('a' + x), x));
        Console.WriteLine(string.Join(" ", ((int[])[1, 2, 3, 1, 4, 2, 1, 5, 3]).Select(x => cache[x])) + " " + cache.Loads + " " + cache);
        (string Item, string Needs)[] needs = [("shirt", "body"), ("tie", "shirt"), ("jacket", "tie"), ("jacket", "shirt"), ("shoes", "socks"), ("shoes", "trousers"), ("belt", "trousers"), ("jacket", "belt")];
        Console.WriteLine(string.Join(" ", Topological(needs.ToLookup(x => x.Item, x => x.Needs), needs.Select(x => x.Item).Distinct())));
    }
}
