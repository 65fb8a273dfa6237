using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Tarn.Conformance;

/// <summary>Spans and memories of numbers and structures: slices, copies that overlap, searches, views of other collections.</summary>
public static class SpansAndMemory
{
    private record struct Pair(int Left, long Right);

    public static void Run()
    {
        Span<int> numbers = stackalloc int[8];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i * i;
        }

        Print(numbers);
        Print(numbers[2..5]);
        Print(numbers[^3..]);
        numbers[..6].CopyTo(numbers[2..]);
        Print(numbers);
        numbers[2..].CopyTo(numbers);
        Print(numbers);
        numbers[1..3].Clear();
        numbers[5..].Fill(-1);
        Print(numbers);
        numbers.Reverse();
        Print(numbers);
        Console.WriteLine(
            numbers.TryCopyTo(new int[3]) + " " + numbers.ToArray().Length + " " + numbers.IsEmpty + " " + numbers[..0].IsEmpty);

        ReadOnlySpan<int> view = numbers;
        Console.WriteLine(
            view.IndexOf(16) + " " + view.LastIndexOf(-1) + " " + view.Contains(9) + " " + view.Count(-1) + " " + view.IndexOfAny(0, 25) +
            " " + view.IndexOfAnyExcept(-1));
        Console.WriteLine(
            view.IndexOf([0, 0]) + " " + view.StartsWith([-1, -1]) + " " + view.EndsWith([4]) + " " +
            view.SequenceEqual(numbers.ToArray()));
        Console.WriteLine(
            Math.Sign(view.SequenceCompareTo([-1, 0])) + " " + view.IndexOfAnyInRange(10, 20) + " " + view.LastIndexOfAnyExcept(4));
        Console.WriteLine(
            view[1..].Overlaps(view[..2]) + " " + view[..2].Overlaps(view[2..]) + " " + (view == numbers) + (view[1..] == numbers));

        ReadOnlySpan<byte> data = [1, 2, 3, 0xFF];
        Console.WriteLine(data[3] + data.Length);
        Span<byte> bytes = MemoryMarshal.AsBytes(numbers[..2]);
        Console.WriteLine(bytes.Length + " " + bytes[0] + " " + MemoryMarshal.Cast<byte, short>(bytes)[1]);

        Span<Pair> pairs = [new(1, 2), new(3, 4), new(5, 6)];
        pairs[1].Right = 44;
        Console.WriteLine(pairs.IndexOf(new Pair(3, 44)) + " " + pairs[1] + " " + pairs.Contains(new Pair(1, 2)));
        Span<string?> texts = ["b", null, "a"];
        Console.WriteLine(texts.IndexOf((string?)null) + " " + texts.IndexOf("a") + " " + texts.Contains("c"));
        texts.Sort();
        Console.WriteLine(string.Join("|", texts.ToArray()));

        var list = new List<int> { 3, 1, 2 };
        CollectionsMarshal.AsSpan(list).Sort();
        CollectionsMarshal.SetCount(list, 4);
        CollectionsMarshal.AsSpan(list)[3] = 10;
        Console.WriteLine(string.Join(",", list));
        var counts = new Dictionary<string, int>();
        foreach (var word in new[] { "x", "y", "x" })
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        Console.WriteLine(counts["x"] + " " + counts["y"]);

        Memory<int> memory = new[] { 1, 2, 3, 4, 5 };
        memory[1..4].Span.Fill(0);
        ReadOnlyMemory<int> frozen = memory.Slice(1);
        Console.WriteLine(string.Join("", memory.ToArray()) + frozen.Length + memory.Equals(memory[..]) + memory.Equals(memory[1..]));
        Memory<int> target = new int[5];
        frozen.CopyTo(target);
        Console.WriteLine(target.Span[3] + " " + Memory<int>.Empty.IsEmpty);

        ref var first = ref MemoryMarshal.GetReference(numbers);
        first = 1000;
        Console.WriteLine(numbers[0]);
        var single = 5;
        var one = new Span<int>(ref single);
        one[0]++;
        Console.WriteLine(single + one.Length);
    }

    private static void Print(ReadOnlySpan<int> span) => Console.WriteLine("[" + string.Join(" ", span.ToArray()) + "]");
}
