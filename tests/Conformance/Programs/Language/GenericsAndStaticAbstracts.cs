using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Generics over classes and structures, constraints, statics of each instantiation, static abstract members, variance.</summary>
public static class GenericsAndStaticAbstracts
{
    private interface IAddable<TSelf>
        where TSelf : IAddable<TSelf>
    {
        static abstract TSelf Zero { get; }

        static abstract TSelf operator +(TSelf left, TSelf right);

        static virtual string Kind => "addable";

        TSelf Twice() => (TSelf)this + (TSelf)this;
    }

    private readonly struct Meters(int value) : IAddable<Meters>
    {
        public static Meters Zero => new(0);

        public static string Kind => "length";

        public static Meters operator +(Meters left, Meters right) => new(left.Value + right.Value);

        private int Value => value;

        public override string ToString() => value + "m";
    }

    private sealed class Words(string text) : IAddable<Words>
    {
        public static Words Zero { get; } = new("");

        public static Words operator +(Words left, Words right) => new((left.Text + " " + right.Text).Trim());

        private string Text => text;

        public override string ToString() => text;
    }

    private static class Counter<T>
    {
        public static int Count;
    }

    private class Box<T>(T value)
        where T : notnull
    {
        public T Value { get; set; } = value;

        public Box<TResult> Map<TResult>(Func<T, TResult> map)
            where TResult : notnull => new(map(Value));

        public virtual string Describe() => "box of " + Value;

        public sealed class Lid
        {
            public string Text { get; init; } = "lid";
        }
    }

    private sealed class Crate<T, TKey>(T value, TKey key) : Box<T>(value)
        where T : notnull
    {
        public override string Describe() => key + ": " + base.Describe();
    }

    private interface IProducer<out T>
    {
        T Produce();
    }

    private interface IConsumer<in T>
    {
        string Consume(T item);
    }

    private sealed class Echo : IProducer<string>, IConsumer<object>
    {
        public string Produce() => "echo";

        public string Consume(object item) => "consumed " + item;
    }

    private interface IAnimal
    {
        string Sound { get; }
    }

    private struct Dog : IAnimal
    {
        private int _barks;

        public string Sound => "woof" + ++_barks;
    }

    public static void Run()
    {
        Console.WriteLine(Sum(new Meters(3), new Meters(4)) + " " + Sum(new Words("hello"), new Words("there")) + " " + Sum<Meters>());
        Console.WriteLine(KindOf<Meters>() + " " + KindOf<Words>() + " " + ((IAddable<Words>)new Words("x")).Twice());
        Counter<int>.Count++;
        Counter<string>.Count += 2;
        Counter<object>.Count += 3;
        Counter<List<int>>.Count += 4;
        Console.WriteLine(
            Counter<int>.Count + " " + Counter<string>.Count + " " + Counter<object>.Count + " " + Counter<List<int>>.Count + " " +
            Counter<long>.Count);
        var box = new Box<int>(21).Map(x => x * 2).Map(x => "<" + x + ">");
        Console.WriteLine(
            box.Value + " " + box.Describe() + " " + new Crate<string, int>("c", 9).Describe() + " " + new Box<int>.Lid().Text);
        IProducer<object> producer = new Echo();
        IConsumer<string> consumer = new Echo();
        Console.WriteLine(producer.Produce() + " " + consumer.Consume("it"));
        IEnumerable<object> objects = new List<string> { "covariant" };
        Func<string, object> function = Identity<string>;
        Action<object> action = o => Console.Write(o + " ");
        Action<string> narrower = action;
        narrower("contravariant");
        foreach (var item in objects)
        {
            Console.WriteLine(item + " " + function("f"));
        }

        Console.WriteLine(Speak(new Dog()) + SpeakTwice(new Dog()));
        Console.WriteLine(Largest(3, 9, 4) + Largest("b", "c", "a") + Largest(2.5, 1.5));
        Console.WriteLine(
            Create<List<int>>().Count + Default<int>() + (Default<string>() is null ? "null" : "") + SizeOf<Guid128>() + SizeOf<byte>());
        Console.WriteLine(Overload(1) + Overload("s") + Overload(1.5) + Overload<int>(2));
        Console.WriteLine(Pair.Of(1, "x").Swap().First + Pair.Of(1, "x").Swap().Second);
        Console.WriteLine(Depth<int>(4));
        Console.WriteLine(
            IsSame<int, int>() + " " + IsSame<int, uint>() + " " + IsSame<string, object>() + " " + typeof(List<int>).IsGenericType);
    }

    private struct Guid128
    {
        public ulong Low, High;
    }

    private readonly record struct Pair<T, U>(T First, U Second)
    {
        public Pair<U, T> Swap() => new(Second, First);
    }

    private static class Pair
    {
        public static Pair<T, U> Of<T, U>(T first, U second) => new(first, second);
    }

    private static T Sum<T>(params ReadOnlySpan<T> items)
        where T : IAddable<T>
    {
        var sum = T.Zero;
        foreach (var item in items)
        {
            sum += item;
        }

        return sum;
    }

    private static string KindOf<T>()
        where T : IAddable<T> => T.Kind;

    private static T Identity<T>(T item) => item;

    private static string Speak<T>(T animal)
        where T : IAnimal => animal.Sound + animal.Sound;

    private static string SpeakTwice(IAnimal animal) => animal.Sound + animal.Sound;

    private static T Largest<T>(params T[] items)
        where T : IComparable<T>
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

    private static T Create<T>()
        where T : new() => new();

    private static T? Default<T>() => default;

    private static int SizeOf<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();

    private static string Overload<T>(T item) => "generic " + item + " ";

    private static string Overload(string item) => "string " + item + " ";

    private static int Depth<T>(int levels) => levels == 0 ? 0 : 1 + Depth<T>(levels - 1);

    private static bool IsSame<T, U>() => typeof(T) == typeof(U);
}
