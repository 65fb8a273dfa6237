using System;

namespace Tarn.Conformance;

/// <summary>new T() for classes, structs with and without a constructor, in code of every degree of sharing.</summary>
public static class Activations
{
    private class Widget
    {
        public int Number = 5;

        public virtual string Kind => "widget";
    }

    private sealed class Gadget : Widget
    {
        public Gadget() => Number *= 2;

        public override string Kind => "gadget";
    }

    private struct Plain
    {
        public int Value;
    }

    private struct Constructed
    {
        public int Value;

        public Constructed() => Value = 42;
    }

    private sealed class Holder<T> where T : new()
    {
        public T Item = new();
    }

    private static T Make<T>() where T : new() => new();

    public static void Run()
    {
        Console.WriteLine($"{Make<Widget>().Kind} {Make<Widget>().Number}");
        Console.WriteLine($"{Make<Gadget>().Kind} {Make<Gadget>().Number}");
        Console.WriteLine($"{Make<Plain>().Value} {Make<Constructed>().Value} {Make<int>()} {Make<Guid32>().Text is null}");
        Console.WriteLine(
            $"{new Holder<Gadget>().Item.Number} {new Holder<Constructed>().Item.Value} {new Holder<object>().Item is not null}");
        Console.WriteLine($"{Activator.CreateInstance<Gadget>().Number} {Activator.CreateInstance<Constructed>().Value}");
        Console.WriteLine(ReferenceEquals(Make<object>(), Make<object>()));
    }

    private struct Guid32
    {
        public string? Text;
        public long Bits;
    }
}
