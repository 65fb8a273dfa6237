using System;

namespace Tarn.Conformance;

/// <summary>What a filter calls throws through frames with finally blocks of their own, which run before the filter has refused.</summary>
public static class FilterThrowsThroughFrames
{
    private static bool Deep(int depth)
    {
        try
        {
            if (depth == 0)
            {
                throw new FormatException("from the filter");
            }

            return Deep(depth - 1);
        }
        catch (ArgumentException)
        {
            Console.WriteLine("never");
            return true;
        }
        finally
        {
            Console.WriteLine("finally in the filter " + depth);
        }
    }

    public static void Run()
    {
        try
        {
            try
            {
                throw new InvalidOperationException("the first");
            }
            finally
            {
                Console.WriteLine("finally below the filter");
            }
        }
        catch (InvalidOperationException) when (Deep(3))
        {
            Console.WriteLine("never");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine("caught " + exception.Message);
        }
    }
}
