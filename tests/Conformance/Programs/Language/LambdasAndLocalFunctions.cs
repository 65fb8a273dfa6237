using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>
/// Functions as values: currying, memoizing, pipelines, static lambdas, generic local functions, method groups, recursion.
/// </summary>
public static class LambdasAndLocalFunctions
{
    private delegate bool Tester<in T>(T item, out string reason);

    public static void Run()
    {
        Func<int, Func<int, int>> power = exponent => number =>
        {
            var result = 1;
            for (var i = 0; i < exponent; i++)
            {
                result *= number;
            }

            return result;
        };
        var square = power(2);
        var pipeline = Compose(square, x => x + 1, static x => -x);
        Console.WriteLine(square(7) + " " + power(3)(2) + " " + pipeline(3));

        var calls = 0;
        Func<int, long> fibonacci = null!;
        fibonacci = Memoize<int, long>(n =>
        {
            calls++;
            return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
        });
        Console.WriteLine(fibonacci(60) + " " + calls);

        var actions = new List<Action>();
        for (var i = 0; i < 3; i++)
        {
            var captured = i * 10;
            actions.Add(() => Console.Write(captured++ + " "));
        }

        actions.AddRange(actions.ToArray());
        actions.ForEach(action => action());
        Console.WriteLine();

        Console.WriteLine(Ackermann(2, 3));
        static int Ackermann(int m, int n) => m == 0 ? n + 1 : n == 0 ? Ackermann(m - 1, 1) : Ackermann(m - 1, Ackermann(m, n - 1));
        T Last<T>(params ReadOnlySpan<T> items) => items[^1];
        Console.WriteLine(Last(1, 2, 3) + Last("a", "b"));
        IEnumerable<T> Repeat<T>(T item, int count)
        {
            while (count-- > 0)
            {
                yield return item;
            }
        }

        Console.WriteLine(string.Concat(Repeat("ab", 3)));
        Tester<string> tester = (string item, out string reason) =>
        {
            reason = item.Length > 3 ? "long" : "short";
            return item.Length > 3;
        };
        Console.WriteLine(tester("word", out var why) + why + tester("no", out why) + why);
        Converter<string, int> length = s => s.Length;
        Console.WriteLine(string.Join(",", Array.ConvertAll(["one", "three"], length)));
        Predicate<int> isEven = IsEven;
        Console.WriteLine(
            new List<int> { 1, 2, 3, 4 }.FindAll(isEven).Count + string.Join("", new List<int> { 3, 4 }.ConvertAll(Describe)));
        var words = new List<string> { "pear", "fig", "banana" };
        words.Sort((a, b) => a.Length - b.Length);
        Console.WriteLine(string.Join(" ", words));
        var counter = MakeCounter();
        Console.WriteLine(counter.Next() + counter.Next() + counter.Next() + " " + counter.Reset() + counter.Next());
        var choose = (bool flag) => flag ? "yes" : "no";
        var typed = object (int n) => n > 0 ? n : "none";
        Console.WriteLine(choose(true) + typed(1) + typed(0));
        Func<int> immediate = () => 1;
        immediate += () => 2;
        Console.WriteLine(immediate() + immediate.GetInvocationList().Length);
        Action<string> print = Console.Write;
        print("method group ");
        print.Invoke("invoked\n");
        Console.WriteLine(Fold([1, 2, 3, 4], "", (text, n) => text + n) + Fold([1, 2, 3, 4], 1L, (product, n) => product * n));
        Console.WriteLine(((Func<int, int>)(x => x * x))(9));
    }

    private static Func<int, int> Compose(params Func<int, int>[] functions) => number =>
    {
        foreach (var function in functions)
        {
            number = function(number);
        }

        return number;
    };

    private static Func<TKey, TValue> Memoize<TKey, TValue>(Func<TKey, TValue> function)
        where TKey : notnull
    {
        var known = new Dictionary<TKey, TValue>();
        return key =>
        {
            if (!known.TryGetValue(key, out var value))
            {
                value = function(key);
                known[key] = value;
            }

            return value;
        };
    }

    private static (Func<int> Next, Func<string> Reset) MakeCounter()
    {
        var value = 0;
        return (() => ++value, () =>
        {
            value = 0;
            return "reset ";
        });
    }

    private static TResult Fold<T, TResult>(IEnumerable<T> items, TResult seed, Func<TResult, T, TResult> step)
    {
        foreach (var item in items)
        {
            seed = step(seed, item);
        }

        return seed;
    }

    private static bool IsEven(int number) => number % 2 == 0;

    private static string Describe(int number) => number + (IsEven(number) ? "e" : "o");
}
