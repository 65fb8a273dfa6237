using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Lambdas and local functions over variables that live on: shared, one for each turn of a loop, nested, recursive.</summary>
public static class Closures
{
    private static Func<int> CounterFrom(int start) => () => start++;

    private static (Action Increment, Func<int> Read) Cell()
    {
        var value = 0;
        return (() => value++, () => value);
    }

    private static Func<int, Func<int, int>> Add => left => right => left + right;

    public static void Run()
    {
        var first = CounterFrom(10);
        var second = CounterFrom(100);
        Console.WriteLine($"{first()} {first()} {second()} {first()}");
        var (increment, read) = Cell();
        increment();
        increment();
        Console.WriteLine(read());
        Console.WriteLine(Add(3)(4));

        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            var square = i * i;
            functions.Add(() => square + i);
        }

        foreach (var word in new[] { "a", "bb", "ccc" })
        {
            functions.Add(() => word.Length);
        }

        foreach (var function in functions)
        {
            Console.WriteLine(function());
        }

        Func<int, long> factorial = null!;
        factorial = number => number <= 1 ? 1 : number * factorial(number - 1);
        Console.WriteLine(factorial(15));

        int Fibonacci(int number) => number < 2 ? number : Fibonacci(number - 1) + Fibonacci(number - 2);
        Console.WriteLine(Fibonacci(15));

        var total = 0;
        void AddTo(int number) => total += number;
        Array.ForEach([1, 2, 3], AddTo);
        Console.WriteLine(total);
        Func<string> nested = () =>
        {
            var inner = total;
            Func<int> deeper = () => inner++ + total;
            return $"{deeper()} {deeper()} {inner}";
        };
        Console.WriteLine(nested());
    }
}
