using System;

namespace Tarn.Conformance;

/// <summary>
/// Copies, fills and comparisons of every length up to a few hundred bytes and some large ones, at every alignment, overlapping both ways.
/// </summary>
public static class MemoryCopies
{
    private static readonly byte[] s_buffer = new byte[20000];
    private static readonly byte[] s_expected = new byte[20000];

    private static void Prepare()
    {
        for (var i = 0; i < s_buffer.Length; i++)
        {
            s_buffer[i] = s_expected[i] = (byte)((i * 7) + (i >> 8));
        }
    }

    private static void CopySlowly(int source, int destination, int count)
    {
        if (destination <= source)
        {
            for (var i = 0; i < count; i++)
            {
                s_expected[destination + i] = s_expected[source + i];
            }
        }
        else
        {
            for (var i = count - 1; i >= 0; i--)
            {
                s_expected[destination + i] = s_expected[source + i];
            }
        }
    }

    private static bool Same(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (s_buffer[i] != s_expected[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int CheckCopy(int source, int destination, int count)
    {
        var start = Math.Max(0, Math.Min(source, destination) - 8);
        var end = Math.Min(s_buffer.Length, Math.Max(source, destination) + count + 8);
        Buffer.BlockCopy(s_buffer, source, s_buffer, destination, count);
        CopySlowly(source, destination, count);
        return Same(start, end) ? 0 : 1;
    }

    private static int CheckFill(int start, int count, byte value)
    {
        s_buffer.AsSpan(start, count).Fill(value);
        for (var i = 0; i < count; i++)
        {
            s_expected[start + i] = value;
        }

        return Same(Math.Max(0, start - 8), start + count + 8) ? 0 : 1;
    }

    private static int CheckCompare(int count, int difference)
    {
        var left = new byte[count];
        var right = new byte[count];
        left.AsSpan().Fill(200);
        right.AsSpan().Fill(200);
        var wrong = left.AsSpan().SequenceEqual(right) ? 0 : 1;
        if (difference < count)
        {
            right[difference]++;
            wrong += left.AsSpan().SequenceEqual(right) ? 1 : 0;
            wrong += left.AsSpan().SequenceCompareTo(right) < 0 ? 0 : 1;
            wrong += right.AsSpan().SequenceCompareTo(left) > 0 ? 0 : 1;
        }

        return wrong;
    }

    public static void Run()
    {
        Prepare();
        var wrong = 0;
        var copies = 0;
        for (var count = 0; count < 300; count++)
        {
            for (var shift = 0; shift < 17; shift += 3)
            {
                wrong += CheckCopy(100 + shift, 1000, count) + CheckCopy(1000, 2000 + shift, count);
                copies += 2;
            }
        }

        Console.WriteLine($"apart: {copies} copies, {wrong} wrong");
        int[] counts =
        [
            1, 2, 3, 5, 8, 12, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 130, 150, 191, 192, 193, 255, 256, 257, 300, 511, 1000,
            4095, 4096, 4097, 5000,
        ];
        Prepare();
        wrong = 0;
        foreach (var distance in new[] { 0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 100, 128, 200, 255, 1000 })
        {
            foreach (var count in counts)
            {
                for (var start = 3000; start < 3003; start++)
                {
                    wrong += CheckCopy(start, start + distance, count) + CheckCopy(start + distance, start, count);
                }
            }
        }

        Console.WriteLine($"overlapping: {wrong} wrong");
        wrong = CheckCopy(0, 9000, 9000) + CheckCopy(5000, 5001, 10000) + CheckCopy(5001, 5000, 10000);
        wrong += CheckCopy(100, 10000, 8192) + CheckCopy(10003, 101, 8191);
        Console.WriteLine($"large: {wrong} wrong");
        wrong = 0;
        for (var count = 0; count < 300; count++)
        {
            for (var shift = 0; shift < 17; shift += 3)
            {
                wrong += CheckFill(500 + shift, count, (byte)(count + shift));
            }
        }

        wrong += CheckFill(7, 4095, 1) + CheckFill(9, 4096, 2) + CheckFill(1, 4097, 3) + CheckFill(16, 10001, 4);
        Console.WriteLine($"filled: {wrong} wrong");
        wrong = 0;
        for (var count = 0; count < 70; count++)
        {
            for (var difference = 0; difference <= count; difference++)
            {
                wrong += CheckCompare(count, difference);
            }
        }

        wrong += CheckCompare(1000, 999) + CheckCompare(1000, 0) + CheckCompare(1001, 500);
        Console.WriteLine($"compared: {wrong} wrong");

        long[] longs = [1, 2, 3, 4];
        Buffer.BlockCopy(longs, 8, longs, 0, 16);
        Console.WriteLine($"{longs[0]} {longs[1]} {longs[2]} {Buffer.ByteLength(longs)} {Buffer.GetByte(longs, 8)}");
        Buffer.SetByte(longs, 1, 1);
        Console.WriteLine(longs[0]);
        unsafe
        {
            fixed (long* pointer = longs)
            {
                Buffer.MemoryCopy(pointer, pointer + 2, 16, 16);
            }
        }

        Console.WriteLine($"{longs[2]} {longs[3]}");
        string?[] words = ["a", "b", "c", "d"];
        Array.Copy(words, 0, words, 1, 3);
        Console.WriteLine($"{words[0]} {words[1]} {words[2]} {words[3]}");
        Array.Clear(words, 1, 2);
        Console.WriteLine($"{words[0]} {words[1] is null} {words[2] is null} {words[3]}");
    }
}
