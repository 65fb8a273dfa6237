using System;

namespace Tarn.Conformance;

/// <summary>Structs behind interfaces: boxes that change, constrained calls that do not box.</summary>
public static class BoxingOfStructs
{
    private interface ICounter
    {
        int Next();

        int Value { get; set; }
    }

    private struct Counter : ICounter
    {
        public int Value { get; set; }

        public int Next() => ++Value;

        public override readonly string ToString() => $"counter {Value}";

        public override readonly int GetHashCode() => Value;

        public override readonly bool Equals(object? obj) => obj is Counter other && other.Value == Value;
    }

    private struct Holder<T> : ICounter
    {
        public T Item;

        public int Value { get; set; }

        public int Next() => Item is null ? -1 : ++Value;
    }

    private static int NextTwice<T>(ref T counter) where T : ICounter => counter.Next() + counter.Next();

    private static string Describe<T>(T value) => value!.ToString()!;

    public static void Run()
    {
        var counter = new Counter { Value = 10 };
        ICounter box = counter;
        box.Next();
        box.Next();
        Console.WriteLine($"{counter.Value} {box.Value} {((Counter)box).Value}");
        box.Value = 50;
        Console.WriteLine(((Counter)box).Value);
        Console.WriteLine(NextTwice(ref counter));
        Console.WriteLine(counter.Value);
        Console.WriteLine(NextTwice(ref box));
        Console.WriteLine(box.Value);
        Console.WriteLine(box.ToString());
        Console.WriteLine(Describe(counter));
        Console.WriteLine(counter.Equals(new Counter { Value = 12 }));
        Console.WriteLine(box.GetHashCode());

        ICounter[] counters = [new Holder<string> { Item = "x" }, new Holder<string>(), new Holder<int> { Value = 4 }, counter];
        foreach (var item in counters)
        {
            Console.WriteLine(item.Next());
        }
    }
}
