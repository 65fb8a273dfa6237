using System;

namespace Tarn.Conformance;

/// <summary>Try with finally inside a catch clause.</summary>
public static class FinallyInCatch
{
    public static void Run()
    {
        try
        {
            try
            {
                throw new Exception("one");
            }
            catch (Exception exception)
            {
                try
                {
                    Console.WriteLine("catch " + exception.Message);
                    throw new FormatException("two", exception);
                }
                finally
                {
                    Console.WriteLine("finally in catch");
                }
            }
            finally
            {
                Console.WriteLine("finally of the inner try");
            }
        }
        catch (FormatException exception)
        {
            Console.WriteLine(exception.Message + " after " + exception.InnerException.Message);
        }
        finally
        {
            Console.WriteLine("outer finally");
        }
    }
}
