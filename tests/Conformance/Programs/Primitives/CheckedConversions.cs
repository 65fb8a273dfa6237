using System;

namespace Tarn.Conformance;

/// <summary>Conversions and arithmetic of every width, checked and unchecked, at the edges of every type.</summary>
public static class CheckedConversions
{
    private static string Try<T>(Func<T> work)
    {
        try
        {
            return work()!.ToString()!;
        }
        catch (OverflowException)
        {
            return "overflow";
        }
    }

    private static void Integers(long x)
    {
        Console.WriteLine(
            $"{x}: {Try(() => checked((sbyte)x))} {Try(() => checked((byte)x))} {Try(() => checked((short)x))} {Try(() => checked((ushort)x))} {Try(() => checked((int)x))} "
            + $"{Try(() => checked((uint)x))} {Try(() => checked((ulong)x))} {Try(() => checked((nint)x))} {Try(() => checked((nuint)x))} {Try(() => (int)checked((char)x))}");
        Console.WriteLine($"  {unchecked((sbyte)x)} {unchecked((byte)x)} {unchecked((short)x)} {unchecked((ushort)x)} {unchecked((int)x)} {unchecked((uint)x)} {unchecked((ulong)x)} {(float)x} {(double)x}");
    }

    private static void Floats(double x)
    {
        Console.WriteLine(
            $"{x}: {Try(() => checked((sbyte)x))} {Try(() => checked((byte)x))} {Try(() => checked((short)x))} {Try(() => checked((ushort)x))} {Try(() => checked((int)x))} "
            + $"{Try(() => checked((uint)x))} {Try(() => checked((long)x))} {Try(() => checked((ulong)x))} {Try(() => (decimal)x)} {(float)x}");
        var single = (float)x;
        Console.WriteLine($"  {Try(() => checked((int)single))} {Try(() => checked((uint)single))} {Try(() => checked((long)single))} {Try(() => checked((ulong)single))}");
    }

    public static void Run()
    {
        foreach (var x in (long[])[0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, int.MaxValue, int.MaxValue + 1L, int.MinValue, int.MinValue - 1L, uint.MaxValue, uint.MaxValue + 1L, long.MaxValue, long.MinValue])
        {
            Integers(x);
        }

        foreach (var x in (double[])[0, -0.0, 0.9, -0.9, 127.9, 128, -128.9, -129, 255.9, 256, 2147483647.5, 2147483648, -2147483648.5, -2147483649, 4294967295.5, 4294967296, 9.2233720368547748E18, 9.2233720368547758E18, -9.2233720368547758E18, 1.8446744073709550E19, 1.8446744073709552E19, 1e29, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon])
        {
            Floats(x);
        }

        foreach (var (x, y) in ((int, int)[])[(int.MaxValue, 1), (int.MinValue, -1), (65536, 65536), (46340, 46340), (46341, 46341), (-5, 3), (int.MinValue, 1)])
        {
            Console.WriteLine($"{x},{y}: {Try(() => checked(x + y))} {Try(() => checked(x - y))} {Try(() => checked(x * y))} {unchecked(x + y)} {unchecked(x * y)} {Try(() => checked(-x))} {Try(() => Math.Abs(x))} {Try(() => checked((uint)x + (uint)1))}");
        }

        foreach (var (x, y) in ((ulong, ulong)[])[(ulong.MaxValue, 1), (0, 1), (1UL << 32, 1UL << 32), ((1UL << 32) - 1, 1UL << 32), (7, 3)])
        {
            Console.WriteLine($"{x},{y}: {Try(() => checked(x + y))} {Try(() => checked(x - y))} {Try(() => checked(x * y))} {unchecked(x - y)} {Try(() => checked((long)x))} {Try(() => checked((long)x * (long)y))}");
        }

        byte b = 250;
        short s = short.MinValue;
        Console.WriteLine(Try(() => checked((byte)(b + 5))) + Try(() => checked((byte)(b + 6))) + " " + Try(() => checked(b++)) + Try(() => checked(s--)) + " " + Try(() => checked(--s)) + " " + unchecked((byte)(b + 10)));
        foreach (var d in (decimal[])[decimal.MaxValue, -1.9m, -1m, 255.9m, 65.5m, 2147483647.9m, 0.1m])
        {
            Console.WriteLine($"{Try(() => (int)d)} {Try(() => (long)d)} {Try(() => (uint)d)} {Try(() => d + 1)} {Try(() => (byte)d)} {Try(() => (char)d)} {Try(() => (ulong)d)}");
        }
    }
}
