using System;

namespace Tarn.Conformance;

/// <summary>Try statements with nothing in them, and handlers with nothing in them.</summary>
public static class EmptyHandlers
{
    private static int Work(int number)
    {
        try
        {
        }
        finally
        {
            number++;
        }

        try
        {
            number = number > 5 ? throw new Exception() : number * 2;
        }
        catch
        {
        }

        try
        {
            try
            {
                number += number == 4 ? throw new FormatException() : 100;
            }
            finally
            {
            }
        }
        catch (FormatException)
        {
        }

        return number;
    }

    public static void Run()
    {
        for (var number = 0; number < 8; number++)
        {
            Console.WriteLine(Work(number));
        }
    }
}
