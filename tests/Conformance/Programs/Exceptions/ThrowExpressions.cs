using System;

namespace Tarn.Conformance;

/// <summary>Throw where an expression is expected.</summary>
public static class ThrowExpressions
{
    private static string NotNull(string text) => text ?? throw new ArgumentNullException(nameof(text));

    private static int Positive(int number) => number > 0 ? number : throw new ArgumentOutOfRangeException(nameof(number), "must be positive");

    private static int Refuse() => throw new NotSupportedException("refused");

    private static string Name(int day) => day switch
    {
        0 => "Monday",
        1 => "Tuesday",
        _ => throw new ArgumentException("no day " + day),
    };

    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine(what + ": " + action());
        }
        catch (Exception exception)
        {
            Console.WriteLine(what + " threw: " + exception.Message);
        }
    }

    public static void Run()
    {
        Try("a", () => NotNull("text"));
        Try("b", () => NotNull(null));
        Try("c", () => Positive(3));
        Try("d", () => Positive(-3));
        Try("e", () => Refuse());
        Try("f", () => Name(1));
        Try("g", () => Name(2));
    }
}
