using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Methods with type parameters of their own: static, on instances, on structs behind constraints, with inferred and nested arguments.
/// </summary>
public static class GenericMethods
{
    private interface IFactory
    {
        List<T> Make<T>(T first);
    }

    private struct ListFactory : IFactory
    {
        public int Made;

        public List<T> Make<T>(T first)
        {
            Made++;
            return [first, first];
        }
    }

    private struct LongFactory : IFactory
    {
        public readonly List<T> Make<T>(T first) => [first, first, first];
    }

    private class Describer
    {
        public string Describe<T>(T value) => $"{value} {value is string} {typeof(T) == typeof(int)} {typeof(T) == typeof(object)}";

        public string DescribeAll<TLeft, TRight>(TLeft left, TRight right) => Describe(left) + "; " + Describe((left, right).Item2);
    }

    private static int Use<TFactory>(ref TFactory factory) where TFactory : IFactory => factory.Make("text").Count + factory.Make(5).Count;

    private static TResult Select<T, TResult>(T value, Func<T, TResult> selector) => selector(value);

    private static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, Func<T, TResult> selector)
    {
        foreach (var item in items)
        {
            yield return selector(item);
        }
    }

    private static T Largest<T>(params T[] items) where T : IComparable<T>
    {
        var largest = items[0];
        foreach (var item in items)
        {
            if (item.CompareTo(largest) > 0)
            {
                largest = item;
            }
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Name<T>()
    {
        if (typeof(T) == typeof(string))
        {
            return "string";
        }

        if (typeof(T) == typeof(List<string>))
        {
            return "list of string";
        }

        return typeof(T).IsValueType ? "value" : "other";
    }

    private static string Nest<T>(int depth) => depth == 0 ? Name<T>() : Nest<T>(depth - 1) + "," + Name<List<T>>();

    public static void Run()
    {
        var factory = default(ListFactory);
        var longFactory = default(LongFactory);
        Console.WriteLine($"{Use(ref factory)} {factory.Made} {Use(ref longFactory)}");
        var describer = new Describer();
        Console.WriteLine(describer.Describe(1));
        Console.WriteLine(describer.Describe("one"));
        Console.WriteLine(describer.Describe<object>("one"));
        Console.WriteLine(describer.DescribeAll("left", 2));
        Console.WriteLine(Select(5, number => $"five {number}"));
        Console.WriteLine(Select("text", text => text.Length));
        foreach (var length in Map(new[] { "a", "bb" }, word => word.Length))
        {
            Console.WriteLine(length);
        }

        Console.WriteLine($"{Largest(3, 9, 4)} {Largest("pear", "apple")} {Largest(1.5, -2.5)} {Largest('x', 'y')}");
        Console.WriteLine($"{Nest<string>(2)} {Nest<int>(1)} {Nest<object>(1)}");
    }
}
