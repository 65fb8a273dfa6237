using System;

namespace Tarn.Conformance;

/// <summary>Parsing and formatting through the static members of generic interfaces.</summary>
public static class GenericParsing
{
    private static string Try<T>(string text)
        where T : ISpanParsable<T>, IFormattable =>
        T.TryParse(text, null, out var value) ? value.ToString("G", null) : T.TryParse(text.AsSpan().Trim('#'), null, out value) ? "#"
            + value.ToString(null, null) : "no";

    private static T Sum<T>(ReadOnlySpan<string> texts, Func<T, T, T> add)
        where T : IParsable<T>
    {
        var sum = T.Parse(texts[0], null);
        foreach (var text in texts[1..])
        {
            sum = add(sum, T.Parse(text, null));
        }

        return sum;
    }

    public static void Run()
    {
        string[] texts = ["1", "-1", "300", "#5#", "1.5", "x", "70000", "5000000000", "1e3", "0:1"];
        foreach (var text in texts)
        {
            Console.WriteLine(
                $"{text}: {Try<sbyte>(text)} {Try<byte>(text)} {Try<short>(text)} {Try<ushort>(text)} {Try<int>(text)} "
                + $"{Try<uint>(text)} {Try<long>(text)} {Try<ulong>(text)} {Try<nint>(text)} {Try<float>(text)} {Try<double>(text)} "
                + $"{Try<char>(text)}");
        }

        Console.WriteLine(Sum<int>(["1", "2", "39"], (a, b) => a + b));
        Console.WriteLine(Sum<double>(["1.5", "2.25"], (a, b) => a + b));
        Console.WriteLine(Sum<TimeSpan>(["1:30", "0:45"], (a, b) => a + b));
        Console.WriteLine(Sum<bool>(["true", "False"], (a, b) => a ^ b));
    }
}
