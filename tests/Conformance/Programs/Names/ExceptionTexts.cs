using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>What exceptions that were never thrown say of themselves.</summary>
public static class ExceptionTexts
{
    private sealed class Failure : Exception;

    private sealed class Failure<T>(string? message, Exception? inner = null) : Exception(message, inner);

    private sealed class Silent() : Exception("");

    public static void Run()
    {
        Console.WriteLine(new Exception());
        Console.WriteLine(new Exception("plain"));
        Console.WriteLine(new Failure());
        Console.WriteLine(new Failure().Message);
        Console.WriteLine(new Failure<int>(null).Message);
        Console.WriteLine(new Failure<List<string>>("generic"));
        Console.WriteLine(new Silent());
        Console.WriteLine(new ArgumentException("wrong", "name"));
        Console.WriteLine(new InvalidOperationException("outer", new FormatException("inner")));
        Console.WriteLine(new Failure<int>("outermost", new Failure<long>("middle", new OverflowException("innermost"))));
        Console.WriteLine(new Failure().GetType().Name);
        Console.WriteLine($"{new KeyNotFoundException("missing")}");
    }
}
