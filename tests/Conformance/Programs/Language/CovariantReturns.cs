using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Overrides that return a more derived type: methods, properties, in several steps, with generics, through base types and interfaces.</summary>
public static class CovariantReturns
{
    private class Animal
    {
        public virtual Animal Clone() => new Animal();

        public virtual Animal Parent => new Animal();

        public virtual object this[int index] => index;

        public override string ToString() => GetType().Name;
    }

    private class Dog : Animal
    {
        public override Dog Clone() => new Dog();

        public override Dog Parent => new Dog();

        public override string this[int index] => "dog " + index;

        public string Bark() => "woof from " + this;
    }

    private class Puppy : Dog
    {
        public override Puppy Clone() => new Puppy();

        public override string this[int index] => base[index] + " puppy";
    }

    private sealed class Stray : Puppy
    {
        public override Puppy Clone() => base.Clone();

        public override Stray Parent => this;
    }

    private abstract class Source<T>
    {
        public abstract IEnumerable<T> Items();

        public virtual Source<T> Self() => this;
    }

    private class ListSource<T>(params T[] items) : Source<T>
    {
        public override List<T> Items() => [.. items];

        public override ListSource<T> Self() => new(items);
    }

    private sealed class Texts() : ListSource<string>("a", "b")
    {
        public override Texts Self() => this;
    }

    private interface ICopy
    {
        object Copy();
    }

    private class Copying : ICopy
    {
        public virtual object Copy() => "object";
    }

    private class CopyingText : Copying
    {
        public override string Copy() => "text";
    }

    private record Shape(int Sides)
    {
        public virtual Shape Grow() => this with { Sides = Sides + 1 };
    }

    private record Named(int Sides, string Name) : Shape(Sides)
    {
        public override Named Grow() => this with { Sides = Sides * 2 };
    }

    public static void Run()
    {
        Animal[] animals = [new Animal(), new Dog(), new Puppy(), new Stray()];
        foreach (var animal in animals)
        {
            Console.WriteLine($"{animal} {animal.Clone()} {animal.Parent} {animal[3]} {animal.Clone().Clone()}");
            if (animal is Dog dog)
            {
                Console.WriteLine($"  {dog.Clone().Bark()} {dog.Parent.Bark()} {dog[1].Length}");
            }

            if (animal is Puppy puppy)
            {
                Func<Puppy> clone = puppy.Clone;
                Func<Animal> general = puppy.Clone;
                Console.WriteLine($"  {clone()} {general()} {puppy[0].ToUpperInvariant()}");
            }
        }

        Source<string> source = new Texts();
        Console.WriteLine(string.Join(",", source.Items()) + source.Self().GetType().Name + new ListSource<string>("x").Items().Count);
        Source<int> numbers = new ListSource<int>(1, 2, 3);
        Console.WriteLine(string.Join(",", numbers.Self().Self().Items()) + new ListSource<int>(4, 5).Self().Items()[1]);
        ICopy[] copies = [new Copying(), new CopyingText()];
        foreach (var copy in copies)
        {
            Console.WriteLine(copy.Copy());
        }

        Console.WriteLine(new CopyingText().Copy().Length);
        Shape shape = new Named(3, "triangle");
        Console.WriteLine(shape.Grow() + " " + new Named(2, "x").Grow().Name + " " + new Shape(1).Grow());
    }
}
