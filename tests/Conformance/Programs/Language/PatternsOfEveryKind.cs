using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Each kind of pattern of the language, and combinations: in is, in switch statements and in switch expressions.</summary>
public static class PatternsOfEveryKind
{
    private enum Color
    {
        Red,
        Green,
        Blue,
    }

    private sealed record Point(int X, int Y)
    {
        public Point? Next { get; init; }
    }

    private sealed class Pair(object? first, object? second)
    {
        public object? First => first;

        public object? Second => second;

        public void Deconstruct(out object? one, out object? two) => (one, two) = (first, second);
    }

    private readonly struct Range3(int low, int high)
    {
        public int Length => high - low + 1;

        public int this[int index] => low + index;

        public Range3 Slice(int start, int length) => new(low + start, low + start + length - 1);
    }

    public static void Run()
    {
        foreach (var value in Values())
        {
            Console.WriteLine($"{Describe(value)} | {Statement(value)} | {Is(value)}");
        }

        foreach (var text in (string?[])[null, "", "a", "ab", "abc", "hello world", "x=1", "--flag"])
        {
            Console.WriteLine($"[{text}] {Text(text)} {Characters(text.AsSpan())}");
        }

        for (var i = -3; i <= 12; i += 3)
        {
            Console.WriteLine($"{i} {Number(i)} {new Range3(0, i) is [var first, .., var last]} {(new Range3(1, i) is [_, .. var middle, _] ? middle.Length : -1)}");
        }

        Console.WriteLine($"{Lists([])} {Lists([1])} {Lists([1, 2])} {Lists([1, 2, 3])} {Lists([9, 8, 7, 1])} {Lists([5, 5, 5, 5, 5])}");
        Console.WriteLine($"{Generic(1)} {Generic("s")} {Generic(2.5)} {Generic<object?>(null)} {Generic(Color.Blue)} {Generic(new int[2])}");
    }

    private static IEnumerable<object?> Values() =>
    [
        null, 0, -5, 42, 1L, 2.5, double.NaN, 'c', "text", true, false, Color.Green, (Color)7, new Point(0, 0), new Point(3, 3), new Point(1, 2) { Next = new Point(0, 9) },
        new Pair(1, "one"), new Pair(null, null), new Pair(new Pair(2, 3), 4), new[] { 1, 2, 3 }, new List<int> { 4, 5 }, (1, "tuple"), (object)(2, 3), new DateTime(2024, 5, 6),
    ];

    private static string Describe(object? value) => value switch
    {
        null => "null",
        0 => "zero",
        int and < 0 => "negative",
        int number and (> 40 and <= 50) => "forties " + number,
        long => "long",
        double.NaN => "not a number",
        double real when real > 2 => "real " + real,
        >= 'a' and <= 'z' => "small letter",
        string { Length: 4 } text => "four " + text,
        true => "yes",
        false => "no",
        Color.Green => "green",
        Color other => "color " + (int)other,
        Point(0, 0) => "origin",
        Point(var x, var y) { Next: null } when x == y => "diagonal",
        Point { Next.X: 0, Next.Y: var far } => "next " + far,
        Pair(int and var left, string { Length: > 2 } right) => $"{left} {right}",
        Pair(null, null) => "nothing",
        Pair((int a, int b), _) => "nested " + (a + b),
        int[] and [1, .., 3] => "array",
        List<int> and [var head, ..] => "list " + head,
        (int a, string b) => $"tuple {a} {b}",
        ValueTuple<int, int> pair => "pair " + pair,
        DateTime { Year: 2024, Month: not 1, DayOfWeek: DayOfWeek.Monday or DayOfWeek.Tuesday } => "day",
        _ => "other",
    };

    private static string Statement(object? value)
    {
        switch (value)
        {
            case int number when number % 2 == 0:
                return "even";
            case int:
                goto case 1L;
            case 1L:
                return "odd or one";
            case Point { X: var x } point when x > 0:
                return "right of " + (point.X - 1);
            case string or char:
                return "text";
            case not null and not (bool or Color):
                return "something";
            case var rest:
                return "rest " + (rest is null);
        }
    }

    private static string Is(object? value)
    {
        if (value is not Point { X: var x, Y: var y })
        {
            return value is IEnumerable<int> or (>= 10 and < 100) or null ? "yes" : "no";
        }

        return (x, y) is (> 0, > 0) ? "inside" : "edge";
    }

    private static string Text(string? text) => text switch
    {
        null or "" => "nothing",
        "a" or "ab" => "short",
        ['-', '-', .. var name] => "option " + name,
        [var key, '=', var digit and >= '0' and <= '9'] => $"{key} is {digit}",
        { Length: > 5 } and [.., 'd'] => "long",
        _ => "some",
    };

    private static int Characters(ReadOnlySpan<char> text) => text switch
    {
        "abc" => 1,
        ['x', ..] => 2,
        [] => 3,
        [_, .. { Length: > 2 }, _] => 4,
        _ => 5,
    };

    private static string Number(int number) => number switch
    {
        < 0 => "below",
        0 or 1 => "few",
        > 1 and < 7 and not 5 => "some",
        _ when number is 9 or 12 => "many",
        _ => "more",
    };

    private static string Lists(int[] numbers) => numbers switch
    {
        [] => "none",
        [var only] => "one " + only,
        [1, _] => "starts with 1",
        [> 5, .. [8, ..], 1] => "nested slice",
        [var first, .. var middle, var last] when first == last => $"around {middle.Length}",
        [.., 3] => "ends with 3",
        _ => "other",
    };

    private static string Generic<T>(T value) => value switch
    {
        int number => "int " + number,
        string => "string",
        Color color => "color " + color,
        Array { Length: var length } => "array " + length,
        null => "null",
        IFormattable formattable => "formattable " + formattable.ToString(null, null),
        _ => "other",
    };
}
