using System;

namespace Tarn.Conformance;

/// <summary>The smallest program: text and a line's end.</summary>
public static class Greeting
{
    /// <summary>Prints a greeting in one piece, and in several.</summary>
    public static void Run()
    {
        Console.WriteLine("Hello from C#");
        Console.Write("in ");
        Console.Write("pieces");
        Console.WriteLine();
        Console.WriteLine("beyond ASCII: äöü ─ → 你好 😀");
    }
}
