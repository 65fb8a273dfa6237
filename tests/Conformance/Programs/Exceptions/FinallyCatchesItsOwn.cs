using System;

namespace Tarn.Conformance;

/// <summary>A finally block that throws and catches inside itself lets the exception under way go on.</summary>
public static class FinallyCatchesItsOwn
{
    private static void Work(int depth)
    {
        try
        {
            if (depth == 0)
            {
                throw new InvalidOperationException("goes on");
            }

            Work(depth - 1);
        }
        finally
        {
            try
            {
                throw new FormatException("inside " + depth);
            }
            catch (FormatException exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }

    public static void Run()
    {
        try
        {
            Work(3);
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
