using System;

namespace Tarn.Conformance;

/// <summary>What parsing and formatting throw.</summary>
public static class ExceptionsOfParsing
{
    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine(what + " " + action());
        }
        catch (FormatException)
        {
            Console.WriteLine(what + ": not in the form");
        }
        catch (OverflowException)
        {
            Console.WriteLine(what + ": too large");
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine(what + ": argument " + exception.ParamName);
        }
    }

    public static void Run()
    {
        foreach (var text in new[] { "12", "", "x", "300", "99999999999999999999", null, "-1", "1.5" })
        {
            Try($"int '{text}'", () => int.Parse(text));
            Try($"byte '{text}'", () => byte.Parse(text));
            Try($"double '{text}'", () => double.Parse(text));
            Try($"bool '{text}'", () => bool.Parse(text));
        }

        Try("format", () => string.Format("{1}", 5));
        Try("format", () => string.Format("{", 5));
        Try("specifier", () => 5.ToString("Q"));
        Try("character", () => char.Parse("ab"));
    }
}
