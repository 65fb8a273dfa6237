using System;

namespace Tarn.Conformance;

/// <summary>Bare throws in catch clauses inside each other.</summary>
public static class RethrowFromNestedCatch
{
    public static void Run()
    {
        try
        {
            try
            {
                throw new FormatException("A");
            }
            catch (FormatException)
            {
                try
                {
                    throw new ArgumentException("B");
                }
                catch (ArgumentException exception)
                {
                    Console.WriteLine("caught " + exception.Message);
                }

                try
                {
                    throw new OverflowException("C");
                }
                catch (OverflowException)
                {
                    Console.WriteLine("C goes on");
                    throw;
                }
                finally
                {
                    Console.WriteLine("finally");
                }
            }
        }
        catch (OverflowException exception)
        {
            Console.WriteLine("outside " + exception.Message);
        }
    }
}
