using System;

namespace Tarn.Conformance;

/// <summary>An exception goes up through frames with finally blocks to the clause that names its type.</summary>
public static class ThrowAndCatch
{
    public static void Run()
    {
        try
        {
            Console.WriteLine("before");
            Descend(3);
            Console.WriteLine("not reached");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine("caught " + exception.Message);
        }
        finally
        {
            Console.WriteLine("outer finally");
        }

        Console.WriteLine("after");
    }

    private static void Descend(int depth)
    {
        try
        {
            if (depth == 0)
            {
                throw new InvalidOperationException("thrown");
            }

            Descend(depth - 1);
        }
        catch (ArgumentException)
        {
            Console.WriteLine("of another type");
        }
        finally
        {
            Console.WriteLine("finally " + depth);
        }
    }
}
