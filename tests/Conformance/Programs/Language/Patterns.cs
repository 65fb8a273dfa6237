using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Patterns: constants, types, properties, positions, relations, lists, and what binds them.</summary>
public static class Patterns
{
    private abstract record Shape;

    private sealed record Circle(double Radius) : Shape;

    private sealed record Box(double Width, double Height) : Shape;

    private sealed record Group(string Name, params Shape[] Parts) : Shape;

    private readonly struct Point(int x, int y)
    {
        public int X => x;

        public int Y => y;

        public void Deconstruct(out int first, out int second) => (first, second) = (x, y);
    }

    public static void Run()
    {
        object?[] values =
        [
            null, 0, 5, -5, 5L, 'q', "", "text", 2.5, true, new Point(0, 1), new int[] { 1, 2 }, (1, "one"), (byte)5, new List<int> { 1 },
        ];
        foreach (var value in values)
        {
            Console.WriteLine(Describe(value));
        }

        foreach (var number in new[] { int.MinValue, -1, 0, 1, 9, 10, 55, 100, 101 })
        {
            Console.Write(Range(number) + " ");
        }

        Console.WriteLine();
        Shape[] shapes = [new Circle(2), new Box(3, 3), new Box(2, 5), new Group("g", new Circle(1), new Box(1, 2)), new Group("empty")];
        foreach (var shape in shapes)
        {
            Console.WriteLine(Area(shape) + " " + Name(shape));
        }

        int[][] lists = [[], [1], [1, 2], [1, 2, 3], [3, 2, 1], [1, 9, 9, 9, 5], [0, 0]];
        foreach (var list in lists)
        {
            Console.WriteLine(Match(list));
        }

        foreach (var point in new Point[] { new(0, 0), new(1, 0), new(0, -1), new(3, 3), new(-2, 5) })
        {
            Console.Write(Quadrant(point) + " ");
        }

        Console.WriteLine();
        foreach (var word in new[] { "", "a", "hello", "[x]", "quit", "QUIT" })
        {
            Console.Write(Command(word) + " ");
        }

        Console.WriteLine();
        object boxed = 42;
        if (boxed is int and > 40 and var found)
        {
            Console.WriteLine(found + 1);
        }

        if (boxed is not string text)
        {
            text = "assigned";
        }

        Console.WriteLine(text);
        Console.WriteLine((1, 2) is (1, > 1) && (1, (2, 3)) is (_, (2, _)) && "abc" is { Length: 3 } and [.., 'c']);
        Console.WriteLine(boxed is var any ? any : null);
    }

    private static string Describe(object? value) => value switch
    {
        null => "null",
        0 => "zero",
        int n when n % 5 == 0 && n > 0 => "multiple of five " + n,
        int n => "int " + n,
        long and 5 => "long five",
        byte b => "byte " + b,
        char c and >= 'a' and <= 'z' => "letter " + c,
        string { Length: 0 } => "empty string",
        string s => "string of " + s.Length,
        double d => "double " + d,
        bool => "bool",
        Point(0, var y) => "on the axis at " + y,
        int[] { Length: var n } and [var first, ..] => "array of " + n + " from " + first,
        (int n, string s) => "pair " + n + s,
        ICollection<int> { Count: 1 } => "a collection of one",
        _ => "something",
    };

    private static string Range(int number) => number switch
    {
        int.MinValue => "least",
        < 0 => "negative",
        0 or 1 => "bit",
        >= 2 and < 10 => "digit",
        10 or (> 50 and not > 100) => "some",
        _ => "large",
    };

    private static double Area(Shape shape) => shape switch
    {
        Circle { Radius: var r } => 3 * r * r,
        Box(var w, var h) => w * h,
        Group { Parts: [] } => 0,
        Group { Parts: [var only] } => Area(only),
        Group { Parts: [var first, .. var rest] } group => Area(first) + Area(group with { Parts = rest }),
        _ => -1,
    };

    private static string Name(Shape shape)
    {
        switch (shape)
        {
            case Box { Width: var w, Height: var h } when w == h:
                return "square";
            case Box:
                return "box";
            case Group { Name: "empty" or "" }:
                return "nothing";
            case Group { Parts.Length: > 1, Name: [var initial, ..] }:
                return "group " + initial;
            default:
                return "round";
        }
    }

    private static string Match(int[] list) => list switch
    {
        [] => "empty",
        [0, ..] => "from zero",
        [var one] => "one: " + one,
        [var first, var second] => "two: " + first + second,
        [1, .. var middle, 5] => "1..5 with " + middle.Length,
        [> 2, _, < 2] => "descending",
        [.., 3] => "ends with three",
        _ => "other",
    };

    private static int Quadrant(Point point) => point switch
    {
        (0, 0) => 0,
        { X: 0 } or { Y: 0 } => -1,
        ( > 0, > 0) => 1,
        ( < 0, > 0) => 2,
        _ => 9,
    };

    private static string Command(string word) => word switch
    {
        "" => "none",
        "quit" or "exit" => "quit",
        ['[', .. var inner, ']'] => "bracketed " + inner,
        [var only] => "letter " + only,
        _ when word.Equals("quit", StringComparison.OrdinalIgnoreCase) => "loud quit",
        _ => "word",
    };
}
