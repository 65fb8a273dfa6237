using System;

namespace Tarn.Conformance;

/// <summary>Casts and unboxings that fail.</summary>
public static class InvalidCasts
{
    private interface IThing;

    private sealed class Thing : IThing;

    private class Other;

    private enum Color
    {
        Red,
    }

    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine(what + " " + (action() is not null));
        }
        catch (InvalidCastException)
        {
            Console.WriteLine(what + " is no such thing");
        }
        catch (NullReferenceException)
        {
            Console.WriteLine(what + " is nothing");
        }
    }

    public static void Run()
    {
        foreach (var value in new object[] { new Thing(), new Other(), "text", 5, 5L, Color.Red, new int[1], new string[1], null, new Func<string>(() => "") })
        {
            Try("class", () => (Thing)value);
            Try("interface", () => (IThing)value);
            Try("string", () => (string)value);
            Try("int", () => (int)value);
            Try("enum", () => (Color)value);
            Try("nullable", () => (int?)value);
            Try("array", () => (object[])value);
            Try("int array", () => (int[])value);
            Try("comparable", () => (IComparable)value);
        }
    }
}
