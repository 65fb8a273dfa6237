using System;

namespace Tarn.Conformance;

/// <summary>A filter that throws while another filter is being asked.</summary>
public static class FilterOfFilter
{
    private static bool Outer()
    {
        try
        {
            Console.WriteLine("outer filter");
            throw new ArgumentException("in the outer filter");
        }
        catch (ArgumentException exception) when (Inner(exception))
        {
            Console.WriteLine("never");
            return false;
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine("outer filter caught " + exception.Message);
            return true;
        }
    }

    private static bool Inner(Exception exception)
    {
        Console.WriteLine("inner filter about " + exception.Message);
        throw new FormatException("in the inner filter");
    }

    public static void Run()
    {
        try
        {
            throw new InvalidOperationException("the first");
        }
        catch (InvalidOperationException exception) when (Outer())
        {
            Console.WriteLine("caught " + exception.Message);
        }
    }
}
