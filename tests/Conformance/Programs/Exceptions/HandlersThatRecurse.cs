using System;

namespace Tarn.Conformance;

/// <summary>A method that calls itself from its catch clause and from its finally block.</summary>
public static class HandlersThatRecurse
{
    private static int s_steps;

    private static void FromCatch(int depth)
    {
        try
        {
            throw new Exception("depth " + depth);
        }
        catch (Exception exception) when (depth < 12)
        {
            s_steps++;
            FromCatch(depth + 1);
            Console.WriteLine(exception.Message);
        }
    }

    private static void FromFinally(int depth)
    {
        try
        {
            if (depth == 0)
            {
                throw new Exception("bottom");
            }

            FromFinally(depth - 1);
        }
        finally
        {
            s_steps++;
            if (depth > 2 && depth < 5)
            {
                try
                {
                    FromFinally(depth - 3);
                }
                catch (Exception exception)
                {
                    Console.WriteLine($"in finally {depth}: {exception.Message}");
                }
            }
        }
    }

    public static void Run()
    {
        try
        {
            FromCatch(0);
        }
        catch (Exception exception)
        {
            Console.WriteLine("not accepted: " + exception.Message);
        }

        try
        {
            FromFinally(6);
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }

        Console.WriteLine(s_steps);
    }
}
