using System;

namespace Tarn.Conformance;

/// <summary>An exception out of a finally block takes the place of the one under way.</summary>
public static class FinallyThrows
{
    private static void Replace()
    {
        try
        {
            throw new InvalidOperationException("first");
        }
        finally
        {
            Console.WriteLine("replacing");
            throw new FormatException("second");
        }
    }

    private static void ReplaceAgain()
    {
        try
        {
            Replace();
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("never");
        }
        finally
        {
            Console.WriteLine("replacing again");
            throw new ArgumentException("third");
        }
    }

    public static void Run()
    {
        try
        {
            ReplaceAgain();
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("wrong: the first");
        }
        catch (FormatException)
        {
            Console.WriteLine("wrong: the second");
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine("right: the " + exception.Message);
        }
    }
}
