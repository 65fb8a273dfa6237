using System;

namespace Tarn.Conformance;

/// <summary>Parameters, by value and by reference, in handlers.</summary>
public static class ParametersInHandlers
{
    private static int Work(int byValue, ref int byReference, out int assigned, in long readOnly, string text)
    {
        assigned = 1;
        try
        {
            byValue *= 2;
            byReference += byValue;
            assigned = byReference;
            if (readOnly > 10)
            {
                throw new ArgumentException(text);
            }

            return byValue;
        }
        catch (ArgumentException exception)
        {
            byReference = -byReference;
            assigned += exception.Message.Length + byValue + (int)readOnly;
            return assigned;
        }
        finally
        {
            byReference++;
            Console.WriteLine($"finally: {byValue} {byReference} {assigned} {readOnly} {text}");
        }
    }

    public static void Run()
    {
        var number = 5;
        Console.WriteLine(Work(3, ref number, out var first, 10, "not thrown"));
        Console.WriteLine($"{number} {first}");
        Console.WriteLine(Work(4, ref number, out var second, 11, "thrown"));
        Console.WriteLine($"{number} {second}");
    }
}
