using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// The first call through a cell looks the method up; no argument may be lost meanwhile, in whatever register or stack slot it travels.
/// </summary>
public static class InterfaceDispatchArguments
{
    private struct Point
    {
        public double X;
        public double Y;
    }

    private struct Large
    {
        public long A;
        public long B;
        public long C;
        public string D;
    }

    private interface ITarget
    {
        long Integers(int a, long b, short c, byte d, uint e, ulong f, int g, long h);

        double Floats(double a, float b, double c, float d, double e, float f, double g, float h, double i);

        double Mixed(int a, double b, string c, float d, long e, double f, object g, double h);

        Point Return(Point point, double factor);

        Large ReturnLarge(Large value, long delta);

        void Out(in int input, out int result, ref string text);

        ref int Reference(int[] array, int index);

        (int Left, long Right) Pair(int left, long right);
    }

    private class First : ITarget
    {
        protected virtual int Factor => 1;

        public long Integers(int a, long b, short c, byte d, uint e, ulong f, int g, long h) =>
            (a + (b * 2) + (c * 3) + (d * 4) + (e * 5) + ((long)f * 6) + (g * 7) + (h * 8)) * Factor;

        public double Floats(double a, float b, double c, float d, double e, float f, double g, float h, double i) =>
            (a + (b * 2) + (c * 4) + (d * 8) + (e * 16) + (f * 32) + (g * 64) + (h * 128) + (i * 256)) * Factor;

        public double Mixed(int a, double b, string c, float d, long e, double f, object g, double h) =>
            a + b + c.Length + d + e + f + (g is string ? 1000 : 2000) + h + Factor;

        public Point Return(Point point, double factor) => new() { X = point.X * factor, Y = point.Y * factor * Factor };

        public Large ReturnLarge(Large value, long delta) =>
            new() { A = value.A + delta, B = value.B + delta, C = value.C + delta, D = value.D + "!" };

        public void Out(in int input, out int result, ref string text)
        {
            result = input * 3 * Factor;
            text += input.ToString();
        }

        public ref int Reference(int[] array, int index) => ref array[index * Factor];

        public (int Left, long Right) Pair(int left, long right) => (left * Factor, right * Factor);
    }

    private sealed class Second : First
    {
        protected override int Factor => 2;
    }

    private sealed class Third : First
    {
        protected override int Factor => 3;
    }

    private sealed class Fourth : First
    {
        protected override int Factor => 4;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call(ITarget target)
    {
        Console.WriteLine(target.Integers(1, 2, 3, 4, 5, 6, 7, 8));
        Console.WriteLine(target.Floats(1, 2, 3, 4, 5, 6, 7, 8, 9));
        Console.WriteLine(target.Mixed(1, 0.5, "three", 0.25f, 5, 0.125, "object", 0.0625));
        var point = target.Return(new Point { X = 1.5, Y = -2.5 }, 2);
        Console.WriteLine($"{point.X} {point.Y}");
        var large = target.ReturnLarge(new Large { A = 1, B = 2, C = 3, D = "d" }, 10);
        Console.WriteLine($"{large.A} {large.B} {large.C} {large.D}");
        var text = "text";
        target.Out(14, out var result, ref text);
        Console.WriteLine($"{result} {text}");
        int[] array = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        target.Reference(array, 2) = 99;
        Console.WriteLine($"{array[2]} {array[4]} {array[6]} {array[8]}");
        var (left, right) = target.Pair(-3, 1L << 35);
        Console.WriteLine($"{left} {right}");
    }

    public static void Run()
    {
        ITarget[] targets = [new First(), new Second(), new Third(), new Fourth(), new Second()];
        foreach (var target in targets)
        {
            Call(target);
        }
    }
}
