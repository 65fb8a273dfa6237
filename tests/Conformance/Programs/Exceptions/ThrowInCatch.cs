using System;

namespace Tarn.Conformance;

/// <summary>An exception out of a catch clause goes to the next try statement outside, not to the other clauses.</summary>
public static class ThrowInCatch
{
    public static void Run()
    {
        try
        {
            try
            {
                throw new InvalidOperationException("one");
            }
            catch (InvalidOperationException exception)
            {
                Console.WriteLine(exception.Message);
                throw new ArgumentException("two", exception);
            }
            catch (ArgumentException)
            {
                Console.WriteLine("never");
            }
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine(exception.Message + " after " + exception.InnerException.Message);
        }
    }
}
