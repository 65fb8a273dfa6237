using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Records: equality, <c>with</c>, text, inheritance, structures, members one adds.</summary>
public static class Records
{
    private record Person(string Name, int Age)
    {
        public string Initial => Name[..1];

        public List<string>? Tags { get; init; }
    }

    private sealed record Employee(string Name, int Age, string Firm) : Person(Name, Age);

    private record struct Point(int X, int Y)
    {
        public readonly int Sum => X + Y;
    }

    private readonly record struct Size(int Width, int Height = 1);

    private abstract record Node(int Depth)
    {
        public sealed override string ToString() => "node at " + Depth;
    }

    private sealed record Leaf(int Depth, int Value) : Node(Depth);

    private record Generic<T>(T Item, T? Other = default);

    private record Custom(string Text)
    {
        public virtual bool Equals(Custom? other) => other is not null && Text.Length == other.Text.Length;

        public override int GetHashCode() => Text.Length;
    }

    private record Empty;

    public static void Run()
    {
        var ann = new Person("Ann", 30);
        var same = new Person("Ann", 30);
        var older = ann with { Age = 31 };
        Console.WriteLine(ann == same);
        Console.WriteLine(ann != older);
        Console.WriteLine(ReferenceEquals(ann, same) + " " + ann.Equals((object)same) + " " + (ann.GetHashCode() == same.GetHashCode()));
        Console.WriteLine(ann);
        Console.WriteLine(older.ToString() + older.Initial);
        var (name, age) = older;
        Console.WriteLine(name + age);

        Person worker = new Employee("Ann", 30, "Acme");
        Console.WriteLine(worker == ann);
        Console.WriteLine(ann == worker);
        Console.WriteLine(worker);
        Console.WriteLine(worker with { Name = "Bob" });
        Console.WriteLine(worker is Employee { Firm: "Acme" } e && e with { Firm = "B" } == new Employee("Ann", 30, "B"));

        var point = new Point(1, 2);
        var moved = point with { X = 5 };
        moved.Y++;
        Console.WriteLine(point + " " + moved + " " + moved.Sum + " " + (point == new Point(1, 2)) + " " + default(Point));
        Console.WriteLine(
            new Size(3) + " " + new Size(3).Equals(new Size(3, 1)) + " " + (new Size(1, 2).GetHashCode() == new Size(1, 2).GetHashCode()));
        Console.WriteLine(new Leaf(2, 7) + " " + (new Leaf(1, 1) == new Leaf(1, 1)) + ((Node)new Leaf(1, 2) == new Leaf(1, 1)));
        Console.WriteLine(
            new Generic<int>(4) + " " + new Generic<string>("x", "y") + " " +
            (new Generic<(int, int)>((1, 2)) == new Generic<(int, int)>((1, 2))));
        Console.WriteLine((new Custom("abc") == new Custom("xyz")) + " " + new Empty() + " " + (new Empty() == new Empty()));

        var set = new HashSet<Person> { ann, same, older, worker };
        Console.WriteLine(set.Count + " " + set.Contains(new Person("Ann", 31)));
        var dictionary = new Dictionary<Point, string> { [point] = "p" };
        Console.WriteLine(dictionary[new Point(1, 2)]);
        var tagged = ann with { Tags = ["a"] };
        Console.WriteLine((tagged == ann) + " " + (tagged == tagged with { }) + " " + tagged.Tags!.Count);
    }
}
