using System;

namespace Tarn.Conformance;

/// <summary>The finally block of a try statement runs also when its catch clause throws.</summary>
public static class FinallyOfCatchThatThrows
{
    private static void Work(bool rethrows)
    {
        try
        {
            throw new InvalidOperationException("in try");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine("catch " + exception.Message);
            if (rethrows)
            {
                throw;
            }

            throw new ArgumentException("in catch");
        }
        catch (ArgumentException)
        {
            Console.WriteLine("never: of the same try");
        }
        finally
        {
            Console.WriteLine("finally");
        }
    }

    public static void Run()
    {
        foreach (var rethrows in new[] { true, false })
        {
            try
            {
                Work(rethrows);
            }
            catch (Exception exception)
            {
                Console.WriteLine("caught " + exception.Message);
            }
        }
    }
}
