using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Code that instantiations over classes share must still find the right types: through objects, methods, static fields, nested and
/// recursive instantiations.
/// </summary>
public static class GenericSharing
{
    private class Base
    {
        public virtual string Name => "base";
    }

    private sealed class Left : Base
    {
        public override string Name => "left";
    }

    private sealed class Right : Base
    {
        public Right() => Created++;

        public static int Created { get; private set; }

        public override string Name => "right";
    }

    private struct Number(int value)
    {
        public int Value = value;

        public override readonly string ToString() => $"number {Value}";
    }

    private class Cache<T> where T : class, new()
    {
        private static T? s_instance;

        public static T Instance => s_instance ??= new T();

        public static bool IsCached => s_instance is not null;

        public T[] MakeArray(int length) => new T[length];

        public List<T> MakeList() => [new T()];

        public Dictionary<string, T> MakeMap() => new() { ["key"] = Instance };

        public Func<T> MakeFunction() => () => new T();

        public bool IsList(object value) => value is List<T>;

        public string Nested<TOther>(TOther other) => $"{other is T} {typeof(TOther) == typeof(T)} {new Pair<T, TOther>(Instance, other)}";
    }

    private sealed class Pair<TLeft, TRight>(TLeft left, TRight right)
    {
        public TLeft Left => left;

        public TRight Right => right;

        public Pair<TRight, TLeft> Swap() => new(right, left);

        public override string ToString() => $"{typeof(TLeft) == typeof(TRight)} {left is Base} {right is Base}";
    }

    private sealed class Tree<T>(T value)
    {
        private readonly List<Tree<T>> _children = [];

        public Tree<T> Add(T child)
        {
            _children.Add(new Tree<T>(child));
            return this;
        }

        public IEnumerable<T> Walk()
        {
            yield return value;
            foreach (var child in _children)
            {
                foreach (var inner in child.Walk())
                {
                    yield return inner;
                }
            }
        }
    }

    private static T Create<T>() where T : new() => new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Describe<T>() where T : class, new()
    {
        var cache = new Cache<T>();
        var array = cache.MakeArray(2);
        array[0] = Create<T>();
        object list = cache.MakeList();
        return
            $"{array is object[]} {array is Base[]} {array is Left[]} {cache.IsList(list)} {cache.MakeMap()["key"] == Cache<T>.Instance} " +
            $"{cache.MakeFunction()().GetType() == typeof(T)}";
    }

    private static T Default<T>() => default!;

    private static int Depth<T>(int depth) => depth == 0 ? (typeof(T).IsValueType ? 100 : 0) : 1 + Depth<T>(depth - 1);

    public static void Run()
    {
        Console.WriteLine(Describe<Left>());
        Console.WriteLine(Describe<Right>());
        Console.WriteLine(Describe<object>());
        Console.WriteLine(Right.Created);
        Console.WriteLine(
            $"{Cache<Left>.Instance.Name} {Cache<Right>.Instance.Name} {Cache<Base>.IsCached} " +
            $"{ReferenceEquals(Cache<Left>.Instance, Cache<Left>.Instance)}");
        Console.WriteLine(new Cache<Left>().Nested(new Right()));
        Console.WriteLine(new Cache<Left>().Nested(5));
        Console.WriteLine(new Cache<Base>().Nested(new Left()));
        var pair = new Pair<Left, string>(new Left(), "text");
        Console.WriteLine($"{pair.Swap().Left} {pair.Swap().Right.Name} {pair.Swap().Swap().Left.Name}");
        Console.WriteLine(new Pair<Number, Left>(new Number(4), new Left()).Left);
        foreach (var word in new Tree<string>("root").Add("a").Add("b").Walk())
        {
            Console.WriteLine(word);
        }

        var sum = 0;
        foreach (var number in new Tree<int>(1).Add(2).Add(3).Walk())
        {
            sum += number;
        }

        Console.WriteLine(sum);
        Console.WriteLine($"{Default<string>() is null} {Default<int>()} {Default<Number>().Value} {Default<int?>().HasValue}");
        Console.WriteLine($"{Depth<string>(3)} {Depth<int>(3)}");
    }
}
