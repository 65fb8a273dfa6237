using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>An iterator that throws is over; its consumer catches.</summary>
public static class IteratorThrows
{
    private static IEnumerable<int> Count(int failAt)
    {
        for (var number = 0; number < 5; number++)
        {
            if (number == failAt)
            {
                throw new InvalidOperationException("at " + number);
            }

            yield return number;
        }
    }

    public static void Run()
    {
        using var enumerator = Count(2).GetEnumerator();
        for (var turn = 0; turn < 5; turn++)
        {
            try
            {
                Console.WriteLine(enumerator.MoveNext() ? "got " + enumerator.Current : "over");
            }
            catch (InvalidOperationException exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }
}
