using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Frames over a page, whose pages the prologue touches one by one, and structs that do not fit in registers.</summary>
public static class LargeFrames
{
    [InlineArray(520)]
    private struct Numbers
    {
        private long _first;
    }

    private struct Wide
    {
        public Numbers Left;
        public string Text;
        public Numbers Right;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Numbers Fill(long start)
    {
        var numbers = default(Numbers);
        for (var i = 0; i < 520; i++)
        {
            numbers[i] = start + i;
        }

        return numbers;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Sum(Numbers numbers, int unused, double real, Numbers more)
    {
        var sum = (long)real + unused;
        for (var i = 0; i < 520; i++)
        {
            sum += numbers[i] - more[i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Wide Make(string text)
    {
        var wide = default(Wide);
        wide.Left = Fill(1);
        wide.Text = text;
        wide.Right = Fill(1000);
        return wide;
    }

    public static void Run()
    {
        var first = Fill(5);
        var second = Fill(4);
        Console.WriteLine(first[519]);
        Console.WriteLine(Sum(first, 3, 2.5, second));
        var wide = Make("wide");
        var copy = wide;
        wide.Left[7] = 0;
        Console.WriteLine($"{copy.Left[7]} {wide.Left[7]} {copy.Text} {copy.Right[519]}");
        object boxed = copy;
        Console.WriteLine(((Wide)boxed).Right[3]);
        Span<long> span = first;
        Console.WriteLine(span.Length);
    }
}
