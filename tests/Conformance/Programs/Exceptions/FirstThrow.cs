using System;

namespace Tarn.Conformance;

public static class FirstThrow
{
    public static void Run()
    {
        try
        {
            Console.WriteLine("before");
            Inner(3);
            Console.WriteLine("not reached");
        }
        catch (InvalidOperationException e) when (e.Message.Length == 3)
        {
            Console.WriteLine("caught " + e.Message);
        }
        finally
        {
            Console.WriteLine("outer finally");
        }

        Console.WriteLine("after");
    }

    private static void Inner(int depth)
    {
        try
        {
            if (depth == 0)
            {
                throw new InvalidOperationException("abc");
            }

            Inner(depth - 1);
        }
        catch (ArgumentException)
        {
            Console.WriteLine("wrong");
        }
        finally
        {
            Console.WriteLine("finally " + depth);
        }
    }
}
