using System;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>Every atomic operation on every width, by what it returns and what it leaves behind.</summary>
public static class InterlockedOperations
{
    private enum State
    {
        Idle,
        Running,
        Done,
    }

    private static int s_static;
    private static object? s_object;

    public static void Run()
    {
        var number = 5;
        Console.WriteLine(
            $"{Interlocked.Increment(ref number)} {Interlocked.Decrement(ref number)} {Interlocked.Add(ref number, 10)} " +
            $"{Interlocked.Exchange(ref number, 7)} {number}");
        Console.WriteLine($"{Interlocked.CompareExchange(ref number, 8, 7)} {Interlocked.CompareExchange(ref number, 9, 7)} {number}");
        Console.WriteLine($"{Interlocked.And(ref number, 12)} {Interlocked.Or(ref number, 3)} {number}");
        var unsigned = uint.MaxValue;
        Console.WriteLine(
            $"{Interlocked.Increment(ref unsigned)} {Interlocked.Decrement(ref unsigned)} {Interlocked.Add(ref unsigned, 2)} " +
            $"{Interlocked.And(ref unsigned, 1u)} {Interlocked.Or(ref unsigned, 0xF0u)} {unsigned}");
        var big = long.MaxValue;
        Console.WriteLine(
            $"{Interlocked.Increment(ref big)} {Interlocked.Decrement(ref big)} {Interlocked.Add(ref big, -5)} " +
            $"{Interlocked.Exchange(ref big, 1)} {Interlocked.CompareExchange(ref big, 2, 1)} {big}");
        Console.WriteLine($"{Interlocked.And(ref big, 3)} {Interlocked.Or(ref big, 1L << 60)} {Interlocked.Read(ref big)}");
        ulong unsignedBig = 0;
        Console.WriteLine(
            $"{Interlocked.Decrement(ref unsignedBig)} {Interlocked.Add(ref unsignedBig, 3)} {Interlocked.Exchange(ref unsignedBig, 9)} " +
            $"{Interlocked.Read(ref unsignedBig)}");
        byte small = 200;
        Console.WriteLine(
            $"{Interlocked.Exchange(ref small, 100)} {Interlocked.CompareExchange(ref small, 1, 100)} " +
            $"{Interlocked.CompareExchange(ref small, 2, 100)} {small}");
        sbyte signedSmall = -100;
        Console.WriteLine(
            $"{Interlocked.Exchange(ref signedSmall, -1)} {Interlocked.CompareExchange(ref signedSmall, 5, -1)} {signedSmall}");
        short medium = -30000;
        Console.WriteLine($"{Interlocked.Exchange(ref medium, -2)} {Interlocked.CompareExchange(ref medium, 6, -2)} {medium}");
        ushort unsignedMedium = 60000;
        Console.WriteLine(
            $"{Interlocked.Exchange(ref unsignedMedium, 3)} {Interlocked.CompareExchange(ref unsignedMedium, 7, 3)} {unsignedMedium}");
        nint native = -3;
        Console.WriteLine($"{Interlocked.Exchange(ref native, 4)} {Interlocked.CompareExchange(ref native, 5, 4)} {native}");
        float real = 1.5f;
        Console.WriteLine($"{Interlocked.Exchange(ref real, 2.5f)} {Interlocked.CompareExchange(ref real, 3.5f, 2.5f)} {real}");
        var wide = 0.25;
        Console.WriteLine($"{Interlocked.Exchange(ref wide, 0.5)} {Interlocked.CompareExchange(ref wide, 0.75, 0.5)} {wide}");

        string? text = "first";
        Console.WriteLine($"{Interlocked.Exchange(ref text, "second")} {Interlocked.CompareExchange(ref text, "third", text)} {text}");
        var kept = Interlocked.CompareExchange(ref text, "fourth", null);
        Console.WriteLine($"{kept} {text}");
        Console.WriteLine($"{Interlocked.CompareExchange(ref s_object, "object", null) is null} {s_object}");
        Console.WriteLine(ReferenceEquals(Interlocked.Exchange(ref s_object, null), "object"));
        var state = State.Idle;
        Console.WriteLine(
            $"{(int)Interlocked.CompareExchange(ref state, State.Running, State.Idle)} " +
            $"{(int)Interlocked.Exchange(ref state, State.Done)} {(int)state}");
        Interlocked.Increment(ref s_static);
        Interlocked.Add(ref s_static, 41);
        Console.WriteLine(s_static);
        Interlocked.MemoryBarrier();

        int[] array = [1, 2, 3];
        Interlocked.Increment(ref array[1]);
        Console.WriteLine(array[1]);
    }
}
