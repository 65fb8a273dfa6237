using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Variance of interfaces and delegates: conversions, calls through them, type tests, and where there is none.</summary>
public static class GenericVariances
{
    private interface IProducer<out T>
    {
        T Make();
    }

    private interface IConsumer<in T>
    {
        string Take(T item);
    }

    private interface ITransform<in TFrom, out TTo>
    {
        TTo Apply(TFrom from);
    }

    private class Animal
    {
        public virtual string Name => "animal";
    }

    private class Dog : Animal
    {
        public override string Name => "dog";
    }

    private sealed class Puppy : Dog
    {
        public override string Name => "puppy";
    }

    private sealed class Maker<T> : IProducer<T>
        where T : new()
    {
        public T Make() => new();
    }

    private sealed class Taker : IConsumer<Animal>, IConsumer<string>
    {
        public string Take(Animal item) => "took " + item.Name;

        public string Take(string item) => "took text " + item;
    }

    private sealed class Chain : ITransform<Animal, Puppy>
    {
        public Puppy Apply(Animal from) => new();
    }

    private sealed class Both : IProducer<Dog>, IProducer<string>
    {
        Dog IProducer<Dog>.Make() => new Puppy();

        string IProducer<string>.Make() => "text";
    }

    private delegate TResult Convert<in T, out TResult>(T value);

    public static void Run()
    {
        IProducer<Animal> producer = new Maker<Puppy>();
        IProducer<object> objects = producer;
        Console.WriteLine($"{producer.Make().Name} {((Animal)objects.Make()).Name}");

        IConsumer<Dog> consumer = new Taker();
        IConsumer<Puppy> narrow = consumer;
        Console.WriteLine($"{consumer.Take(new Puppy())} {narrow.Take(new Puppy())} {((IConsumer<string>)consumer).Take("x")}");

        ITransform<Dog, Dog> transform = new Chain();
        ITransform<Puppy, object> wide = transform;
        Console.WriteLine($"{transform.Apply(new Dog()).Name} {((Animal)wide.Apply(new Puppy())).Name}");

        object both = new Both();
        Console.WriteLine($"{((IProducer<Animal>)both).Make().Name} {((IProducer<string>)both).Make()} {both is IProducer<object>} {both is IProducer<Puppy>}");

        Func<Animal, Puppy> function = animal => new Puppy();
        Func<Dog, Animal> converted = function;
        Func<Puppy, object> further = converted;
        Console.WriteLine($"{converted(new Dog()).Name} {((Animal)further(new Puppy())).Name} {ReferenceEquals(function, further)}");
        Convert<Dog, Animal> named = new Convert<Animal, Dog>(animal => (Dog)animal);
        Console.WriteLine(named(new Puppy()).Name);
        Action<Animal> action = animal => Console.WriteLine("acts on " + animal.Name);
        Action<Puppy> actions = action;
        actions(new Puppy());
        Comparison<Animal> general = (left, right) => string.CompareOrdinal(left.Name, right.Name);
        Comparison<Dog> comparison = general;
        Console.WriteLine(Math.Sign(comparison(new Puppy(), new Dog())));

        IEnumerable<object> sequence = new List<string> { "a", "b" };
        IReadOnlyList<Animal> animals = new Dog[] { new(), new Puppy() };
        IComparer<Puppy> comparer = Comparer<Animal>.Create((left, right) => 7);
        IEqualityComparer<string> equality = EqualityComparer<object>.Default;
        Console.WriteLine($"{string.Join(",", sequence)} {animals[1].Name} {comparer.Compare(new(), new())} {equality.Equals("x", "x")}");
        IEnumerable<IEnumerable<object>> nested = new List<string[]> { new[] { "n" } };
        foreach (var inner in nested)
        {
            Console.WriteLine(string.Join(",", inner));
        }

        object numbers = new List<int>();
        object function2 = new Func<string>(() => "s");
        object dogs = new Dog[1];
        Console.WriteLine($"{numbers is IEnumerable<object>} {numbers is IEnumerable<int>} {function2 is Func<object>} {function2 is Func<int>}");
        Console.WriteLine($"{dogs is Animal[]} {dogs is IList<Animal>} {dogs is IEnumerable<Puppy>} {dogs is object[]}");
        Func<object> kept = () => 1;
        Console.WriteLine($"{Try(() => (IProducer<Puppy>)both)} {Try(() => (Func<object>)function2)} {Try(() => (Func<string>)(object)kept)} {Try(() => (IEnumerable<string>)sequence)}");
    }

    private static string Try(Func<object> action)
    {
        try
        {
            return action().GetType().Name;
        }
        catch (InvalidCastException)
        {
            return "no";
        }
    }
}
