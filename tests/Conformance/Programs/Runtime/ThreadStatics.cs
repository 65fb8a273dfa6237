using System;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>Fields that each thread has its own of, seen by one thread.</summary>
public static class ThreadStatics
{
    [ThreadStatic]
    private static int s_number;

    [ThreadStatic]
    private static string? s_text;

    [ThreadStatic]
    private static int[]? s_array;

    private sealed class Other
    {
        [ThreadStatic]
        public static long Big;

        [ThreadStatic]
        public static object? Thing;

        public static int Ordinary = 5;
    }

    private sealed class Initialized
    {
        [ThreadStatic]
        public static int First = 77;
    }

    private static ref int Reference() => ref s_number;

    public static void Run()
    {
        Console.WriteLine($"{s_number} {s_text is null} {s_array is null} {Other.Big} {Other.Thing is null} {Other.Ordinary}");
        s_number = 3;
        s_text = "mine";
        s_array = [1, 2];
        Other.Big = 1L << 50;
        Other.Thing = s_array;
        Reference() += 4;
        s_array[1] = 20;
        Console.WriteLine($"{s_number} {s_text} {s_array.Length} {Other.Big} {((int[])Other.Thing)[1]} {Other.Ordinary}");
        Console.WriteLine(Initialized.First);
        Initialized.First++;
        Console.WriteLine(Initialized.First);
    }
}
