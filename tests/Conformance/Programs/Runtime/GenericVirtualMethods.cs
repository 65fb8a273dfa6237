using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>
/// Generic virtual methods on objects whose type only the running program knows: classes, interfaces, default members, structs, variance,
/// hiding, delegates, each with values and with references as type arguments.
/// </summary>
public static class GenericVirtualMethods
{
    private abstract class Shape
    {
        public abstract string Describe<T>(T value);

        public virtual List<T> Repeat<T>(T value, int count)
        {
            var list = new List<T>();
            for (var i = 0; i < count; i++)
            {
                list.Add(value);
            }

            return list;
        }
    }

    private class Circle : Shape
    {
        public override string Describe<T>(T value) => "circle " + value + " " + typeof(T).Name;
    }

    private class Square : Shape
    {
        public override string Describe<T>(T value) => "square " + value + " " + (value is string) + new T[3].Length;

        public override List<T> Repeat<T>(T value, int count) => base.Repeat(value, count * 2);
    }

    private class Cube : Square
    {
        public override string Describe<T>(T value) => "cube of " + base.Describe(value);

        public override List<T> Repeat<T>(T value, int count) => [value];
    }

    private sealed class Hiding : Circle
    {
        public new string Describe<T>(T value) => "hidden " + value;
    }

    private interface IVisitor
    {
        TResult Visit<TItem, TResult>(TItem item, Func<TItem, TResult> convert);
    }

    private sealed class Plain : IVisitor
    {
        public TResult Visit<TItem, TResult>(TItem item, Func<TItem, TResult> convert) => convert(item);
    }

    private sealed class Logging : IVisitor
    {
        private readonly List<string> _log = [];

        TResult IVisitor.Visit<TItem, TResult>(TItem item, Func<TItem, TResult> convert)
        {
            var result = convert(item);
            _log.Add($"{typeof(TItem).Name}->{typeof(TResult).Name}:{result}");
            return result;
        }

        public override string ToString() => string.Join(",", _log);
    }

    private struct Counting : IVisitor
    {
        public int Count;

        public TResult Visit<TItem, TResult>(TItem item, Func<TItem, TResult> convert)
        {
            Count++;
            return convert(item);
        }
    }

    private interface IDefault
    {
        string Name { get; }

        string Tag<T>(T value) => $"{Name} has {value} ({typeof(T).Name})";
    }

    private sealed class Keeps : IDefault
    {
        public string Name => "keeps";
    }

    private sealed class Replaces : IDefault
    {
        public string Name => "replaces";

        public string Tag<T>(T value) => "no " + value;
    }

    private interface IMoreSpecial : IDefault
    {
        string IDefault.Tag<T>(T value) => "special " + value;
    }

    private sealed class Special : IMoreSpecial
    {
        public string Name => "special";
    }

    private interface IProducer<out T>
    {
        TOther Convert<TOther>(Func<object?, TOther> convert);
    }

    private sealed class Producer<T>(T value) : IProducer<T>
    {
        public TOther Convert<TOther>(Func<object?, TOther> convert) => convert(value);
    }

    private abstract class Node<T>
    {
        public abstract Node<TOther> Select<TOther>(Func<T, TOther> convert);

        public abstract IEnumerable<T> Items();
    }

    private sealed class Leaf<T>(T value) : Node<T>
    {
        public override Node<TOther> Select<TOther>(Func<T, TOther> convert) => new Leaf<TOther>(convert(value));

        public override IEnumerable<T> Items()
        {
            yield return value;
        }
    }

    private sealed class Branch<T>(Node<T> left, Node<T> right) : Node<T>
    {
        public override Node<TOther> Select<TOther>(Func<T, TOther> convert) =>
            new Branch<TOther>(left.Select(convert), right.Select(convert));

        public override IEnumerable<T> Items()
        {
            foreach (var item in left.Items())
            {
                yield return item;
            }

            foreach (var item in right.Items())
            {
                yield return item;
            }
        }
    }

    private static string DescribeBoth<T>(Shape shape, T value) => shape.Describe(value) + "; " + shape.Describe(new[] { value }.Length);

    public static void Run()
    {
        Shape[] shapes = [new Circle(), new Square(), new Cube(), new Hiding()];
        foreach (var shape in shapes)
        {
            Console.WriteLine(shape.Describe(1));
            Console.WriteLine(shape.Describe("text"));
            Console.WriteLine(shape.Describe(2.5));
            Console.WriteLine(shape.Describe((1, "two")));
            Console.WriteLine(shape.Describe<object?>(null) + "|");
            Console.WriteLine(DescribeBoth(shape, 'c') + " " + DescribeBoth(shape, "s"));
            Console.WriteLine(string.Join(" ", shape.Repeat("x", 2)) + " " + string.Join(" ", shape.Repeat(7L, 2)) + shape.Repeat(shape, 1).Count);
        }

        Console.WriteLine(new Hiding().Describe(5) + ", " + ((Circle)shapes[3]).Describe(5));

        var logging = new Logging();
        object counting = default(Counting);
        IVisitor[] visitors = [new Plain(), logging, (IVisitor)counting];
        foreach (var visitor in visitors)
        {
            Console.WriteLine(visitor.Visit(4, x => x * 2) + visitor.Visit("abc", x => x.Length) + visitor.Visit(3, x => "n" + x));
            Console.WriteLine(visitor.Visit((1, 2), x => x.Item1 < x.Item2) + visitor.Visit(new List<int> { 1 }, x => x).Count.ToString());
        }

        Console.WriteLine(logging + " " + ((Counting)counting).Count);

        IDefault[] defaults = [new Keeps(), new Replaces(), new Special()];
        foreach (var item in defaults)
        {
            Console.WriteLine(item.Tag(1) + ", " + item.Tag("one") + ", " + item.Tag(item.Name.Length > 5));
        }

        IProducer<object>[] producers = [new Producer<string>("text"), new Producer<object>(5), new Producer<Exception>(new ArgumentException("wrong"))];
        foreach (var producer in producers)
        {
            Console.WriteLine(producer.Convert(x => x!.ToString()) + producer.Convert(x => x is string) + producer.Convert(x => (x, 1)).Item2);
        }

        Node<int> tree = new Branch<int>(new Leaf<int>(1), new Branch<int>(new Leaf<int>(2), new Leaf<int>(3)));
        Console.WriteLine(string.Join(",", tree.Select(x => x * x).Items()));
        Console.WriteLine(string.Join(",", tree.Select(x => "<" + x + ">").Select(x => x.Length + x).Items()));
        Console.WriteLine(string.Join(",", tree.Select(x => x / 2.0).Select(x => new[] { x, x }).Select(x => x.Length).Items()));

        Func<string, string> bound = shapes[2].Describe;
        Func<int, int, List<int>> repeat = shapes[1].Repeat;
        Console.WriteLine(bound("by delegate") + repeat(9, 2).Count + " " + ReferenceEquals(bound.Target, shapes[2]));
        Shape? nothing = null;
        try
        {
            Console.WriteLine(nothing!.Describe(1));
        }
        catch (NullReferenceException)
        {
            Console.WriteLine("null");
        }
    }
}
