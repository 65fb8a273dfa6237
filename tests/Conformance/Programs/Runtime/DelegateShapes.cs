using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Delegates to static and instance methods, closed over their first argument, of structs, virtual, generic, with many arguments.
/// </summary>
public static class DelegateShapes
{
    private delegate long Many(int a, long b, double c, float d, string e, byte f, int g, int h, double i);

    private delegate void Changer(ref int number, out string text);

    private delegate ref int Selector(int[] array);

    private static int Twice(int number) => number * 2;

    private static string Join(string left, int right) => $"{left}:{right}";

    private static long Sum(int a, long b, double c, float d, string e, byte f, int g, int h, double i) =>
        a + b + (long)c + (long)d + e.Length + f + g + h + (long)i;

    private static void Change(ref int number, out string text)
    {
        text = $"was {number}";
        number = -number;
    }

    private static ref int Last(int[] array) => ref array[^1];

    private class Adder(int amount)
    {
        public int Add(int number) => number + amount;

        public virtual int Combine(int number) => number - amount;

        public long SumPlus(int a, long b, double c, float d, string e, byte f, int g, int h, double i) =>
            Sum(a, b, c, d, e, f, g, h, i) + amount;
    }

    private sealed class Multiplier(int amount) : Adder(amount)
    {
        private readonly int _amount = amount;

        public override int Combine(int number) => number * _amount;

        public Func<int, int> BaseCombine => base.Combine;
    }

    private struct Accumulator
    {
        private int _total;

        public int Add(int number) => _total += number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Apply(Func<int, int> function, int argument) => function(argument);

    public static void Run()
    {
        Console.WriteLine(Apply(Twice, 21));
        Console.WriteLine(Apply(new Adder(5).Add, 1));
        Adder virtualTarget = new Multiplier(7);
        Console.WriteLine(Apply(virtualTarget.Combine, 6));
        Console.WriteLine(Apply(((Multiplier)virtualTarget).BaseCombine, 6));
        Console.WriteLine(Apply(static number => number + 100, 1));

        // Closed over the first argument of a static method.
        Func<int, string> join = "left".JoinTo;
        Console.WriteLine(join(3));
        Func<string, int, string> open = Join;
        Console.WriteLine(open("open", 4));

        var accumulator = default(Accumulator);
        Func<int, int> add = accumulator.Add;
        Console.WriteLine($"{add(5)} {add(6)} {accumulator.Add(1)}");

        Many many = Sum;
        Console.WriteLine(many(1, 2, 3, 4, "five", 6, 7, 8, 9));
        many = new Adder(1000).SumPlus;
        Console.WriteLine(many(1, 2, 3, 4, "five", 6, 7, 8, 9));
        Changer changer = Change;
        var value = 17;
        changer(ref value, out var text);
        Console.WriteLine($"{value} {text}");
        Selector selector = Last;
        int[] array = [1, 2, 3];
        selector(array) = 30;
        Console.WriteLine(array[2]);

        Console.WriteLine(
            $"{new Func<int, int>(Twice).Target is null} {new Func<int, int>(new Adder(1).Add).Target is Adder} {join.Target}");
        Console.WriteLine(new Func<int, int>(Twice).Invoke(8));
    }

    private static string JoinTo(this string left, int right) => Join(left, right);
}
