using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>
/// Static fields of every kind, computed at compile time or at run time, and one set for each instantiation of a generic type.
/// </summary>
public static class StaticFields
{
    private struct Mixed
    {
        public int Number;
        public string? Text;
        public double Real;
    }

    private static readonly int[] s_primes = [2, 3, 5, 7, 11];
    private static readonly string[] s_words = ["zero", "one", "two"];
    private static readonly object s_boxed = 42;
    private static readonly Func<int, int> s_double = number => number * 2;
    private static readonly Mixed[] s_mixed = [new Mixed { Number = 1, Text = "one" }, new Mixed { Real = 0.5 }];
    private static readonly List<string> s_list = ["first"];
    private static readonly int[,] s_table = { { 1, 2 }, { 3, 4 } };
    private static int s_number = -7;
    private static double s_real = 1.25;
    private static string s_text = "text";
    private static object? s_nothing;
    private static Mixed s_structure = new() { Number = 9, Text = "nine", Real = 9.5 };
    private static (int Left, string Right) s_tuple = (1, "right");
    private static int? s_nullable = 3;
    private static long s_counter;

    private static ReadOnlySpan<byte> Data => [1, 2, 3, 250];

    private static ReadOnlySpan<char> Characters => ['a', 'b'];

    private static ReadOnlySpan<long> Wide => [1L << 40, -1];

    private static class Registry<T>
    {
        public static readonly List<T> Items = [];

        public static int Count;

        public static T? Default;

        [ThreadStatic]
        public static int PerThread;
    }

    private static void Register<T>(T item)
    {
        Registry<T>.Items.Add(item);
        Registry<T>.Count += 10;
        Registry<T>.Default = item;
        Registry<T>.PerThread++;
    }

    public static void Run()
    {
        Console.WriteLine(
            $"{s_primes.Length} {s_primes[4]} {s_words[2]} {s_boxed} {s_double(21)} {s_mixed[0].Text} {s_mixed[1].Real} {s_list[0]} " +
            $"{s_table[1, 0]}");
        Console.WriteLine(
            $"{s_number} {s_real} {s_text} {s_nothing is null} {s_structure.Number} {s_structure.Text} {s_structure.Real} {s_tuple.Left} " +
            $"{s_tuple.Right} {s_nullable}");
        s_number++;
        s_real *= 2;
        s_text += "s";
        s_nothing = s_text;
        s_structure.Text = s_text;
        s_tuple = (2, s_text);
        s_nullable = null;
        s_list.Add("second");
        for (var i = 0; i < 1000; i++)
        {
            s_counter += i;
        }

        Console.WriteLine(
            $"{s_number} {s_real} {s_text} {s_nothing} {s_structure.Text} {s_tuple.Right} {s_nullable.HasValue} {s_list.Count} " +
            $"{s_counter}");
        Console.WriteLine($"{Data.Length} {Data[3]} {Characters[1]} {Wide[0]} {Wide[1]}");
        Register("a");
        Register("b");
        Register(1);
        Register(2.5);
        Register<object>("c");
        Console.WriteLine(
            $"{Registry<string>.Items.Count} {Registry<string>.Count} {Registry<string>.Default} {Registry<string>.PerThread}");
        Console.WriteLine($"{Registry<int>.Items.Count} {Registry<int>.Count} {Registry<int>.Default} {Registry<int>.PerThread}");
        Console.WriteLine(
            $"{Registry<object>.Items.Count} {Registry<object>.Default} {Registry<double>.Default} {Registry<long>.PerThread}");
    }
}
