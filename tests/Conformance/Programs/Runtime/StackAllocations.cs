using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Buffers on the stack: spans and pointers, of constant and computed size, zeroed, in loops and recursion.</summary>
public static unsafe class StackAllocations
{
    private struct Buffer
    {
        public fixed byte Bytes[100];
        public fixed int Numbers[8];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SumOf(Span<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Computed(int count)
    {
        Span<int> numbers = stackalloc int[count];
        var zeroes = SumOf(numbers);
        for (var i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        return SumOf(numbers) + zeroes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Recurse(int depth)
    {
        var numbers = stackalloc long[depth + 4];
        numbers[depth] = depth;
        return depth == 0 ? numbers[0] : numbers[depth] + Recurse(depth - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Large()
    {
        var bytes = stackalloc byte[20000];
        var sum = 0;
        for (var i = 0; i < 20000; i++)
        {
            sum += bytes[i];
            bytes[i] = (byte)i;
        }

        for (var i = 0; i < 20000; i += 1000)
        {
            sum += bytes[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fixed()
    {
        Buffer buffer = default;
        for (var i = 0; i < 100; i++)
        {
            buffer.Bytes[i] = (byte)(i * 3);
        }

        for (var i = 0; i < 8; i++)
        {
            buffer.Numbers[i] = -i;
        }

        var copy = buffer;
        return copy.Bytes[99] + copy.Bytes[50] + copy.Numbers[7];
    }

    public static void Run()
    {
        Span<int> constants = stackalloc int[] { 1, 2, 3, 4 };
        Console.WriteLine(SumOf(constants));
        Console.WriteLine(Computed(0));
        Console.WriteLine(Computed(10));
        Console.WriteLine(Computed(1000));
        Console.WriteLine(Recurse(50));
        Console.WriteLine(Large());
        Console.WriteLine(Fixed());
        Span<char> text = stackalloc char[3];
        text[0] = 'a';
        text[1] = 'b';
        text[2] = 'c';
        Console.WriteLine(new string(text));
        ReadOnlySpan<byte> data = stackalloc byte[] { 5, 6, 7 };
        Console.WriteLine(data[0] + data[1] + data[2]);
    }
}
