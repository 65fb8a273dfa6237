using System;

namespace Tarn.Conformance;

/// <summary>Finally blocks that throw while frames are being left, caught on the way or not.</summary>
public static class ThrowDuringUnwinding
{
    private static void Inner(bool isCaught)
    {
        try
        {
            throw new Exception("first");
        }
        finally
        {
            if (isCaught)
            {
                Helper();
            }
            else
            {
                Throw("second");
            }
        }
    }

    private static void Helper()
    {
        try
        {
            Throw("helper");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine("in finally: " + exception.Message);
        }
        finally
        {
            Console.WriteLine("finally of the helper");
        }
    }

    private static void Throw(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        finally
        {
            Console.WriteLine("finally of " + message);
        }
    }

    public static void Run()
    {
        foreach (var isCaught in new[] { true, false })
        {
            try
            {
                try
                {
                    Inner(isCaught);
                }
                finally
                {
                    Console.WriteLine("finally of Run");
                }
            }
            catch (Exception exception)
            {
                Console.WriteLine("caught " + exception.Message);
            }
        }
    }
}
