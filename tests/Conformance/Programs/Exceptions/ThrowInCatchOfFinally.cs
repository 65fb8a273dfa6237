using System;

namespace Tarn.Conformance;

/// <summary>A catch clause inside a finally block throws, and the frames above are left by that exception.</summary>
public static class ThrowInCatchOfFinally
{
    private static void Work()
    {
        try
        {
            try
            {
                throw new Exception("one");
            }
            finally
            {
                try
                {
                    throw new Exception("two");
                }
                catch (Exception exception)
                {
                    Console.WriteLine("catch " + exception.Message);
                    throw new Exception("three");
                }
                finally
                {
                    Console.WriteLine("inner finally");
                }
            }
        }
        finally
        {
            Console.WriteLine("outer finally");
        }
    }

    public static void Run()
    {
        try
        {
            Work();
        }
        catch (Exception exception)
        {
            Console.WriteLine("caught " + exception.Message);
        }
    }
}
