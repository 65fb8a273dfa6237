using System;

namespace Tarn.Conformance;

/// <summary>Try blocks inside each other in one method: the innermost that fits catches, and the finally blocks below it run.</summary>
public static class NestedTries
{
    private static void Throw(int which)
    {
        switch (which)
        {
            case 0: throw new FormatException("zero");
            case 1: throw new ArgumentException("one");
            case 2: throw new InvalidOperationException("two");
            case 3: throw new OverflowException("three");
        }
    }

    public static void Run()
    {
        for (var which = 0; which < 5; which++)
        {
            try
            {
                try
                {
                    try
                    {
                        try
                        {
                            Throw(which);
                            Console.WriteLine("nothing thrown");
                        }
                        catch (FormatException exception)
                        {
                            Console.WriteLine("innermost " + exception.Message);
                        }
                    }
                    catch (ArgumentException exception)
                    {
                        Console.WriteLine("middle " + exception.Message);
                    }
                    finally
                    {
                        Console.WriteLine("finally of " + which);
                    }
                }
                catch (InvalidOperationException exception)
                {
                    Console.WriteLine("outer " + exception.Message);
                }
            }
            catch (Exception exception)
            {
                Console.WriteLine("outermost " + exception.Message);
            }
        }
    }
}
