using System;

namespace Tarn.Conformance;

/// <summary>Two try statements over the same call, one directly around the other.</summary>
public static class SameTryTwice
{
    private static void Throw(Exception exception) => throw exception;

    private static void Work(Exception exception)
    {
        try
        {
            try
            {
                Throw(exception);
            }
            catch (FormatException)
            {
                Console.WriteLine("inner, format");
                Throw(new ArgumentException("from the inner"));
            }
        }
        catch (ArgumentException caught)
        {
            Console.WriteLine("outer, argument: " + caught.Message);
        }
        catch (FormatException)
        {
            Console.WriteLine("never");
        }
    }

    public static void Run()
    {
        Work(new FormatException());
        Work(new ArgumentException("direct"));
        try
        {
            Work(new OverflowException("through"));
        }
        catch (OverflowException exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
