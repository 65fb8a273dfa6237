using System;

namespace Tarn.Conformance;

/// <summary>To throw null throws a NullReferenceException.</summary>
public static class ThrowingNull
{
    private static void Throw(Exception exception) => throw exception;

    public static void Run()
    {
        try
        {
            Throw(null);
        }
        catch (NullReferenceException exception)
        {
            Console.WriteLine(exception.Message);
        }

        try
        {
            throw null;
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception is NullReferenceException);
        }
    }
}
