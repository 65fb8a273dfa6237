using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Exceptions through generic methods, shared and not.</summary>
public static class GenericMethodThrows
{
    private static T First<T>(List<T> items, Func<T, bool> condition)
    {
        foreach (var item in items)
        {
            try
            {
                if (condition(item))
                {
                    return item;
                }
            }
            finally
            {
                Console.WriteLine("asked about " + item);
            }
        }

        throw new InvalidOperationException("none fits");
    }

    private static void Try<T>(List<T> items, Func<T, bool> condition)
    {
        try
        {
            Console.WriteLine(First(items, condition));
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
        }
        catch (Exception exception)
        {
            Console.WriteLine("other: " + exception.Message);
        }
    }

    public static void Run()
    {
        Try(["a", "bb", "ccc"], text => text.Length == 2);
        Try(["a", "bb", "ccc"], text => text.Length == 5);
        Try([1, 2, 3], number => number == 3);
        Try([1, 0, 3], number => 10 / number == 5);
        Try([1.5, 2.5], number => number > 5);
        Try(["a", null], text => text.Length == 2);
    }
}
