using System;

namespace Tarn.Conformance;

/// <summary>Exceptions through static abstract members, with handlers in the generic code that calls them.</summary>
public static class StaticAbstractCallsThrow
{
    private interface IParser<TSelf>
        where TSelf : IParser<TSelf>
    {
        static abstract TSelf Parse(string text);
    }

    private readonly struct Even(int value) : IParser<Even>
    {
        public int Value => value;

        public static Even Parse(string text)
        {
            var number = int.Parse(text);
            return number % 2 == 0 ? new Even(number) : throw new ArgumentException("odd");
        }
    }

    private sealed class Word(string text) : IParser<Word>
    {
        public string Text => text;

        public static Word Parse(string text) => text.Contains(' ') ? throw new FormatException("two words") : new Word(text);
    }

    private static bool TryParse<T>(string text, out T result)
        where T : IParser<T>
    {
        try
        {
            result = T.Parse(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            Console.WriteLine("refused");
            result = default;
            return false;
        }
    }

    public static void Run()
    {
        Console.WriteLine(TryParse("8", out Even even) + " " + even.Value);
        Console.WriteLine(TryParse("7", out even) + " " + even.Value);
        Console.WriteLine(TryParse("x", out even) + " " + even.Value);
        Console.WriteLine(TryParse("word", out Word word) + " " + word.Text);
        Console.WriteLine(TryParse("two words", out word) + " " + (word is null));
    }
}
