using System;

namespace Tarn.Conformance;

/// <summary>Arrays of lengths that cannot be.</summary>
public static class LengthsOfArrays
{
    private static void Try(string what, Func<Array> action)
    {
        try
        {
            Console.WriteLine(what + " " + action().Length);
        }
        catch (OverflowException)
        {
            Console.WriteLine(what + " cannot be");
        }
    }

    public static void Run()
    {
        foreach (var length in new[] { 3, 0, -1, int.MinValue })
        {
            Try("bytes", () => new byte[length]);
            Try("longs", () => new long[length]);
            Try("strings", () => new string[length]);
            Try("table", () => new int[2, length]);
        }
    }
}
