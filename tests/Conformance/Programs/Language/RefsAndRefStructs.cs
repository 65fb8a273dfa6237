using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn.Conformance;

/// <summary>
/// References: locals, returns, fields of ref structs, <c>in</c>, <c>ref readonly</c>, <c>scoped</c>, inline arrays, <c>stackalloc</c>.
/// </summary>
public static class RefsAndRefStructs
{
    [InlineArray(4)]
    private struct Four<T>
    {
        private T _first;
    }

    private struct Big
    {
        public long A, B, C, D;
    }

    private ref struct Cursor(Span<int> items)
    {
        private readonly Span<int> _items = items;
        private int _index = -1;

        public readonly ref int Current => ref _items[_index];

        public bool MoveNext() => ++_index < _items.Length;

        public readonly Cursor GetEnumerator() => this;
    }

    private ref struct Holder<T>
    {
        private ref T _value;

        public Holder(ref T value)
        {
            _value = ref value;
        }

        public readonly ref T Value => ref _value;

    }

    private interface IVisitor
    {
        void Visit(int number);

        int Total { get; }
    }

    private ref struct Summing(Span<int> log) : IVisitor
    {
        private readonly Span<int> _log = log;
        private int _count;

        public int Total { get; private set; }

        public void Visit(int number)
        {
            _log[_count++] = number;
            Total += number;
        }
    }

    public static void Run()
    {
        int[] numbers = [1, 2, 3, 4];
        ref var second = ref numbers[1];
        second = 20;
        ref var largest = ref Largest(numbers);
        largest = -1;
        Largest(numbers) = -2;
        Console.WriteLine(string.Join(",", numbers));
        second = ref numbers[3];
        second++;
        Swap(ref numbers[0], ref second);
        Console.WriteLine(string.Join(",", numbers));
        ref readonly var frozen = ref First(in numbers[0]);
        numbers[0] = 77;
        Console.WriteLine(frozen);

        var big = new Big { A = 1, D = 4 };
        var copy = big;
        Change(ref copy);
        Console.WriteLine(Sum(big) + " " + Sum(in copy));
        Out(out var x, out _);
        Console.WriteLine(x);

        foreach (ref var item in new Cursor(numbers))
        {
            item *= 2;
        }

        Console.WriteLine(string.Join(",", numbers));
        var local = 5;
        var target = 6;
        var holder = new Holder<int>(ref local);
        holder.Value++;
        holder = new Holder<int>(ref target);
        holder.Value = 100;
        Console.WriteLine(local + " " + target);
        var visitor = new Summing(stackalloc int[3]);
        Feed(ref visitor, 3);
        Console.WriteLine(visitor.Total);

        var four = new Four<string>();
        four[0] = "a";
        four[^1] = "z";
        var text = "";
        foreach (var item in four)
        {
            text += item ?? "-";
        }

        Span<string> view = four;
        view[1] = "b";
        Console.WriteLine(text + four[1] + view.Length + view[1..].Length);
        var squares = new Four<int>();
        for (var i = 0; i < 4; i++)
        {
            squares[i] = i * i;
        }

        var copied = squares;
        copied[2] = 99;
        ReadOnlySpan<int> readable = squares;
        Console.WriteLine(squares[2] + " " + copied[2] + " " + readable[3] + " " + Total(squares));

        Span<byte> bytes = stackalloc byte[] { 1, 2, 3, 4 };
        Console.WriteLine(MemoryMarshal.Read<int>(bytes).ToString("X8") + Unsafe.SizeOf<Four<short>>() + Unsafe.SizeOf<Big>());
        Span<int> dynamic = numbers.Length > 3 ? stackalloc int[numbers.Length] : [];
        numbers.CopyTo(dynamic);
        Console.WriteLine(dynamic[^1]);
        ref var chosen = ref (numbers.Length > 100 ? ref numbers[0] : ref numbers[1]);
        chosen = 0;
        Console.WriteLine(numbers[1]);
        int[,] grid = new int[2, 2];
        ref var cell = ref grid[1, 1];
        cell = 8;
        Console.WriteLine(grid[1, 1]);
    }

    private static ref int Largest(int[] numbers)
    {
        var index = 0;
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > numbers[index])
            {
                index = i;
            }
        }

        return ref numbers[index];
    }

    private static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);

    private static ref readonly T First<T>(ref readonly T item) => ref item;

    private static void Change(ref Big big) => big.A = big.B = big.C = 10;

    private static long Sum(in Big big) => big.A + big.B + big.C + big.D;

    private static void Out(out int a, out string b) => (a, b) = (3, "");

    private static void Feed<TVisitor>(scoped ref TVisitor visitor, int count)
        where TVisitor : IVisitor, allows ref struct
    {
        for (var i = 1; i <= count; i++)
        {
            visitor.Visit(i * i);
        }
    }

    private static int Total(ReadOnlySpan<int> numbers)
    {
        var total = 0;
        foreach (var number in numbers)
        {
            total += number;
        }

        return total;
    }
}
