using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Static members of interfaces, called on type parameters that stand for structs and for classes.</summary>
public static class StaticAbstractMembers
{
    private interface IShape<TSelf> where TSelf : IShape<TSelf>
    {
        static abstract string Name { get; }

        static abstract TSelf Create(int size);

        static virtual string Describe() => $"a {TSelf.Name}";

        static abstract TSelf operator +(TSelf left, TSelf right);

        int Area { get; }
    }

    private readonly struct Square(int side) : IShape<Square>
    {
        public static string Name => "square";

        public int Area => side * side;

        public static Square Create(int size) => new(size);

        public static Square operator +(Square left, Square right) => new(left.Area + right.Area);
    }

    private sealed class Circle(int radius) : IShape<Circle>
    {
        public static string Name => "circle";

        public int Area => radius * radius * 3;

        public static Circle Create(int size) => new(size);

        public static string Describe() => "a round circle";

        public static Circle operator +(Circle left, Circle right) => new(left.Area + right.Area);
    }

    private sealed class Dot : IShape<Dot>
    {
        public static string Name => "dot";

        public int Area => 1;

        public static Dot Create(int size) => new();

        public static Dot operator +(Dot left, Dot right) => left;
    }

    private interface IPolicy
    {
        static abstract int Adjust(int value);
    }

    private struct Doubling : IPolicy
    {
        public static int Adjust(int value) => value * 2;
    }

    private struct Negating : IPolicy
    {
        public static int Adjust(int value) => -value;
    }

    private struct Counter<TPolicy> where TPolicy : IPolicy
    {
        public int Total;

        public void Add(int value) => Total += TPolicy.Adjust(value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Show<T>(int size) where T : IShape<T>
    {
        var sum = T.Create(size) + T.Create(size + 1);
        Console.WriteLine($"{T.Name} {T.Describe()} {sum.Area}");
    }

    public static void Run()
    {
        Show<Square>(2);
        Show<Circle>(2);
        Show<Dot>(2);
        var doubling = default(Counter<Doubling>);
        doubling.Add(4);
        doubling.Add(5);
        var negating = default(Counter<Negating>);
        negating.Add(4);
        Console.WriteLine($"{doubling.Total} {negating.Total}");
    }
}
