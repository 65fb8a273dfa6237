using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>An iterator whose finally block throws: from MoveNext, and from Dispose.</summary>
public static class IteratorFinallyThrows
{
    private static IEnumerable<int> Read()
    {
        try
        {
            yield return 1;
            yield return 2;
        }
        finally
        {
            Console.WriteLine("finally throws");
            throw new FormatException("out of finally");
        }
    }

    public static void Run()
    {
        try
        {
            foreach (var number in Read())
            {
                Console.WriteLine(number);
            }
        }
        catch (FormatException exception)
        {
            Console.WriteLine("from MoveNext: " + exception.Message);
        }

        try
        {
            foreach (var number in Read())
            {
                Console.WriteLine(number);
                throw new InvalidOperationException("lost");
            }
        }
        catch (Exception exception)
        {
            Console.WriteLine("from Dispose: " + exception.Message);
        }
    }
}
