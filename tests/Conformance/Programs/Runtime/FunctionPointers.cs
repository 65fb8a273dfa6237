using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Addresses of methods, called directly, kept in fields and tables, with generic and by-reference arguments.</summary>
public static unsafe class FunctionPointers
{
    private static readonly delegate*<int, int, int>[] s_operations = [&Add, &Subtract, &Multiply];

    private static delegate*<string, void> s_sink = &Print;

    private struct Dispatcher
    {
        public delegate*<object, double, string> Handler;
        public delegate*<ref int, void> Changer;
    }

    private static int Add(int left, int right) => left + right;

    private static int Subtract(int left, int right) => left - right;

    private static int Multiply(int left, int right) => left * right;

    private static void Print(string text) => Console.WriteLine($"printed {text}");

    private static string Handle(object value, double number) => $"{value} {number}";

    private static void Change(ref int number) => number *= 10;

    private static string Describe<T>(T value) => $"{value} {typeof(T) == typeof(string)}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Apply<T>(delegate*<T, T, T> operation, T left, T right) => operation(left, right);

    public static void Run()
    {
        foreach (var operation in s_operations)
        {
            Console.WriteLine(operation(12, 5));
        }

        s_sink("text");
        var dispatcher = new Dispatcher { Handler = &Handle, Changer = &Change };
        Console.WriteLine(dispatcher.Handler("value", 1.5));
        var number = 7;
        dispatcher.Changer(ref number);
        Console.WriteLine(number);
        Console.WriteLine(Apply(&Add, 1, 2));
        Console.WriteLine(Apply(&string.Concat, "a", "b"));
        delegate*<string, string> describe = &Describe<string>;
        delegate*<object, string> describeObject = &Describe<object>;
        delegate*<int, string> describeInt = &Describe<int>;
        Console.WriteLine($"{describe("s")} / {describeObject("o")} / {describeInt(3)}");
        delegate*<int, int, int> same = &Add;
        Console.WriteLine((nint)same == (nint)s_operations[0]);
    }
}
