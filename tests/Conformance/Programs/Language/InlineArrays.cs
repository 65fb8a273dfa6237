using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Inline arrays: of values and references, as spans, in classes and arrays, with ranges, enumerated, out of range; params of spans.</summary>
public static class InlineArrays
{
    [InlineArray(4)]
    private struct Four<T>
    {
        private T _first;
    }

    [InlineArray(10)]
    private struct Bytes
    {
        private byte _first;

        public readonly int Sum()
        {
            var sum = 0;
            foreach (var value in this)
            {
                sum += value;
            }

            return sum;
        }
    }

    private sealed class Holder
    {
        public Four<string> Names;
        public Four<(int X, long Y)> Points;

        public ref string Last => ref Names[3];
    }

    private static int Total(params ReadOnlySpan<int> numbers)
    {
        var total = 0;
        foreach (var number in numbers)
        {
            total = (total * 10) + number;
        }

        return total;
    }

    private static string Join<T>(ReadOnlySpan<T> items)
    {
        var text = "";
        foreach (var item in items)
        {
            text += item + ";";
        }

        return text;
    }

    private static Four<T> Fill<T>(T value)
    {
        var four = default(Four<T>);
        Span<T> span = four;
        span.Fill(value);
        return four;
    }

    public static void Run()
    {
        var four = default(Four<int>);
        for (var i = 0; i < 4; i++)
        {
            four[i] = i * i;
        }

        Console.WriteLine(Join<int>(four) + four[^1] + Join<int>(four[1..3]) + Unsafe.SizeOf<Four<int>>());
        var copy = four;
        copy[0] = 99;
        Console.WriteLine(four[0] + " " + copy[0]);
        ref var third = ref four[2];
        third += 5;
        Console.WriteLine(Join<int>(four));
        var bytes = default(Bytes);
        ((Span<byte>)bytes)[3..7].Fill(7);
        bytes[9] = 255;
        Console.WriteLine(bytes.Sum() + " " + Unsafe.SizeOf<Bytes>() + Join<byte>(bytes));
        var holder = new Holder();
        holder.Names[1] = "one";
        holder.Last = "last";
        holder.Points[2] = (1, 2);
        holder.Points[2].Y += 40;
        Console.WriteLine(Join<string>(holder.Names) + holder.Points[2] + (holder.Names[0] is null));
        var array = new Four<string>[2];
        array[1] = Fill("text");
        array[1][0] += "!";
        Console.WriteLine(Join<string>(array[1]) + Join<string>(array[0]));
        var (halves, pairs) = (Fill(2.5), Fill((1, "a")));
        Console.WriteLine(Join<double>(halves) + Join<(int, string)>(pairs));
        Console.WriteLine(Total() + " " + Total(1) + " " + Total(1, 2, 3) + " " + Total([4, 5, .. four[..2]]));
        var index = 4;
        try
        {
            four[index] = 1;
        }
        catch (IndexOutOfRangeException)
        {
            Console.WriteLine("out of range");
        }

        object boxed = copy;
        Console.WriteLine(((Four<int>)boxed)[0] + " " + (boxed is Four<int>) + (boxed is Four<long>));
        foreach (ref readonly var item in (ReadOnlySpan<int>)copy)
        {
            Console.Write(item + " ");
        }

        Console.WriteLine();
    }
}
