using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Type, property, relational, list and positional patterns; switches over strings, numbers and types.</summary>
public static class PatternsAndRecords
{
    private abstract record Shape;

    private sealed record Circle(double Radius) : Shape;

    private sealed record Rectangle(int Width, int Height) : Shape;

    private readonly record struct Point(int X, int Y);

    private static string Classify(object? value) => value switch
    {
        null => "nothing",
        0 => "zero",
        int and < 0 => "negative",
        int number and (> 100 or 42) => $"special {number}",
        int => "number",
        "" => "empty",
        string { Length: > 5 } text => $"long {text.Length}",
        string => "text",
        Circle { Radius: 1 } => "unit circle",
        Circle(var radius) => $"circle {radius}",
        Rectangle(var width, var height) when width == height => $"square {width}",
        Rectangle { Width: var width } => $"rectangle {width}",
        Point(0, 0) => "origin",
        Point(> 0, _) => "right",
        Point => "left",
        int[] and [] => "no numbers",
        int[] and [1, .., var last] => $"from one to {last}",
        int[] => "numbers",
        Delegate => "delegate",
        Exception exception => exception.Message,
        _ => "unknown",
    };

    private static int Weekday(string day)
    {
        switch (day)
        {
            case "monday":
                return 1;
            case "tuesday":
                return 2;
            case "wednesday":
                return 3;
            case "thursday":
                return 4;
            case "friday":
                return 5;
            case "saturday":
            case "sunday":
                return 0;
            default:
                return -1;
        }
    }

    private static char Grade(int points) => points switch
    {
        >= 90 => 'A',
        >= 80 => 'B',
        >= 70 => 'C',
        _ => 'F',
    };

    public static void Run()
    {
        object?[] values =
        [
            null, 0, -5, 42, 101, 7, "", "text", "longer text", new Circle(1), new Circle(2.5), new Rectangle(2, 2), new Rectangle(2, 3),
            new Point(0, 0), new Point(3, 0),
            new Point(-1, 4), Array.Empty<int>(), new[] { 1, 2, 3 }, new[] { 4 }, new Action(Run), new InvalidOperationException("message"),
            5L,
        ];
        foreach (var value in values)
        {
            Console.WriteLine(Classify(value));
        }

        foreach (var day in new[] { "monday", "friday", "sunday", "someday", "wednesday" })
        {
            Console.WriteLine(Weekday(day));
        }

        Console.WriteLine($"{Grade(95)} {Grade(80)} {Grade(71)} {Grade(3)}");
        Console.WriteLine(
            $"{new Circle(2) == new Circle(2)} {new Rectangle(1, 2) == new Rectangle(2, 1)} {new Point(1, 2) == new Point(1, 2)} " +
            $"{new Point(1, 2).Equals(new Point(1, 3))}");
        var copy = new Rectangle(3, 4) with { Height = 9 };
        Console.WriteLine($"{copy.Width} {copy.Height} {copy.GetHashCode() == new Rectangle(3, 9).GetHashCode()}");
        var (x, y) = new Point(5, 6);
        Console.WriteLine($"{x} {y} {new Point(7, 8)}");
        Console.WriteLine(values[3] is int and not 41 ? "yes" : "no");
    }
}
