using System;

namespace Tarn.Conformance;

/// <summary>A bare throw throws the same object on, past the other clauses of its try block.</summary>
public static class Rethrowing
{
    private static Exception s_thrown;

    private static void Throw()
    {
        s_thrown = new InvalidOperationException("the one");
        throw s_thrown;
    }

    private static void CatchAndRethrow()
    {
        try
        {
            Throw();
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine("first sees it: " + ReferenceEquals(exception, s_thrown));
            throw;
        }
        catch (Exception)
        {
            Console.WriteLine("never here");
        }
        finally
        {
            Console.WriteLine("finally of the first");
        }
    }

    public static void Run()
    {
        try
        {
            try
            {
                CatchAndRethrow();
            }
            catch (Exception exception)
            {
                Console.WriteLine("second sees it: " + ReferenceEquals(exception, s_thrown));
                throw;
            }
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine("third sees it: " + ReferenceEquals(exception, s_thrown));
        }
    }
}
