using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn.Conformance;

/// <summary>Methods called by address: managed and unmanaged function pointers, with numbers of all kinds, structs and references.</summary>
public static unsafe class UnmanagedCallers
{
    private struct Large
    {
        public long A;
        public double B;
        public int C;
    }

    [UnmanagedCallersOnly]
    private static int Add(int left, int right) => left + right;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static double Mix(byte a, short b, long c, float d, double e, int f, int g, int h) => a + b + c + d + e + f + g + h;

    [UnmanagedCallersOnly]
    private static void Fill(int* numbers, nuint count)
    {
        for (nuint i = 0; i < count; i++)
        {
            numbers[i] = (int)(i * i);
        }
    }

    private static Large Build(long a, double b, int c) => new() { A = a, B = b, C = c };

    private static void Swap(ref string left, ref string right) => (left, right) = (right, left);

    private static T Same<T>(T value) => value;

    public static void Run()
    {
        delegate* unmanaged<int, int, int> add = &Add;
        delegate* unmanaged[Cdecl]<byte, short, long, float, double, int, int, int, double> mix = &Mix;
        delegate* unmanaged<int*, nuint, void> fill = &Fill;
        Console.WriteLine($"{add(2, 40)} {mix(1, -2, 3_000_000_000, 0.5f, 0.25, 6, 7, 8)}");
        var numbers = stackalloc int[6];
        fill(numbers, 6);
        Console.WriteLine(new Span<int>(numbers, 6).ToArray().Length + " " + numbers[5]);

        delegate*<long, double, int, Large> build = &Build;
        var large = build(1, 2.5, 3);
        Console.WriteLine($"{large.A} {large.B} {large.C}");
        delegate*<ref string, ref string, void> swap = &Swap;
        var one = "one";
        var two = "two";
        swap(ref one, ref two);
        Console.WriteLine($"{one} {two}");
        delegate*<string, string> text = &Same<string>;
        delegate*<int, int> number = &Same<int>;
        Console.WriteLine($"{text("same")} {number(5)}");
        delegate*<int, int>[] table = [&Same<int>, &Double];
        Console.WriteLine(table[0](4) + table[1](4));

        static int Double(int value) => value * 2;
    }
}
