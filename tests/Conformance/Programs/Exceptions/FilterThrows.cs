using System;

namespace Tarn.Conformance;

/// <summary>An exception that comes out of a filter is dropped, and the filter has refused.</summary>
public static class FilterThrows
{
    private static bool Refuse(string what)
    {
        Console.WriteLine("filter throws " + what);
        throw new FormatException(what);
    }

    public static void Run()
    {
        try
        {
            try
            {
                throw new InvalidOperationException("the first");
            }
            catch (InvalidOperationException) when (Refuse("once"))
            {
                Console.WriteLine("never");
            }
            catch (InvalidOperationException) when (Refuse("twice"))
            {
                Console.WriteLine("never");
            }
            finally
            {
                Console.WriteLine("finally");
            }
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
