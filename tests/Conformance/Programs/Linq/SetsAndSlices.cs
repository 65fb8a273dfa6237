using System;
using System.Collections.Generic;
using System.Linq;

namespace Tarn.Conformance;

/// <summary>LINQ: Distinct, Union, Intersect, Except and by key; Take, Skip, ranges, Chunk; Concat, Append, Prepend, generators; ToArray.</summary>
public static class SetsAndSlices
{
    private static void Print<T>(string title, IEnumerable<T> items) => Console.WriteLine(title + ": " + string.Join(" ", items));

    public static void Run()
    {
        int[] left = [1, 2, 3, 2, 5, 1];
        int[] right = [5, 3, 9, 3];
        Print("distinct", left.Distinct());
        Print("union", left.Union(right));
        Print("intersect", left.Intersect(right));
        Print("except", left.Except(right));
        string[] words = ["One", "two", "THREE", "one", "Two", "four"];
        Print("distinct ignoring case", words.Distinct(StringComparer.OrdinalIgnoreCase));
        Print("distinct by", words.DistinctBy(x => x.Length));
        Print("union by", words.UnionBy(["sixteen", "abc"], x => x.Length));
        Print("intersect by", words.IntersectBy([3, 5], x => x.Length));
        Print("except by", words.ExceptBy([3], x => x.Length));
        Print("concat", left.Concat(right).Concat([0]));
        Print("append", left.Append(7).Prepend(8).Append(6));
        Print("take", left.Take(2));
        Print("take range", left.Take(1..^2));
        Print("take from end", left.Take(^3..));
        Print("take last", left.TakeLast(2));
        Print("take while", left.TakeWhile(x => x < 3));
        Print("take while index", left.TakeWhile((x, i) => i < 2));
        Print("skip", left.Skip(4));
        Print("skip last", left.SkipLast(4));
        Print("skip while", left.SkipWhile(x => x < 3));
        Print("skip take list", left.ToList().Skip(1).Take(3).Skip(1));
        Print("skip take iterator", left.Where(x => x > 0).Skip(1).Take(3));
        Print("more than there is", left.Take(100).Concat(left.Skip(100)));
        foreach (var chunk in Enumerable.Range(1, 7).Chunk(3))
        {
            Console.Write("[" + string.Join(",", chunk) + "]");
        }

        Console.WriteLine();
        Print("range", Enumerable.Range(-2, 5));
        Print("repeat", Enumerable.Repeat("ab", 3));
        Print("empty", Enumerable.Empty<string>());
        Print("sequence", Enumerable.Sequence(1, 10, 3));
        Print("infinite", Enumerable.InfiniteSequence(5, 5).Take(4));
        Print("to array", Enumerable.Range(0, 5).Select(x => x * 2).ToArray());
        Print("to list", left.Where(x => x > 1).ToList());
        Console.WriteLine(left.SequenceEqual([1, 2, 3, 2, 5, 1]) + " " + left.SequenceEqual(left.Reverse()) + " " + left.ToList().SequenceEqual(left.Select(x => x)));
        Console.WriteLine(words.SequenceEqual(words.Select(x => x.ToLowerInvariant()), StringComparer.OrdinalIgnoreCase));
        Print("shuffled", left.Shuffle().Order());
        Console.WriteLine(Enumerable.Range(0, 1000).Where(x => x % 7 == 0).ToArray().Length + " " + Enumerable.Range(0, 1000).ToList().Capacity);
        foreach (var size in (int[])[0, -1])
        {
            try
            {
                Print("chunk", left.Chunk(size));
            }
            catch (ArgumentOutOfRangeException exception)
            {
                Console.WriteLine(exception.ParamName);
            }
        }

        try
        {
            Print("range", Enumerable.Range(int.MaxValue, 2));
        }
        catch (ArgumentOutOfRangeException exception)
        {
            Console.WriteLine(exception.ParamName + " " + exception.Message);
        }
    }
}
