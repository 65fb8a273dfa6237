using System;

namespace Tarn.Conformance;

/// <summary>Chains of inner exceptions that grow from frame to frame.</summary>
public static class InnerExceptions
{
    private static void Wrap(int depth)
    {
        if (depth == 0)
        {
            throw new FormatException("the root");
        }

        try
        {
            Wrap(depth - 1);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("level " + depth, exception);
        }
    }

    public static void Run()
    {
        try
        {
            Wrap(5);
        }
        catch (Exception exception)
        {
            for (var current = exception; current != null; current = current.InnerException)
            {
                Console.WriteLine(current.Message);
            }

            Console.WriteLine(exception.GetBaseException().Message);
        }
    }
}
