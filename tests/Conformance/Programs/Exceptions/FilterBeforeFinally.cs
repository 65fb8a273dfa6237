using System;

namespace Tarn.Conformance;

/// <summary>Filters run while the stack is still as the throw left it: before the finally blocks between them and the throw.</summary>
public static class FilterBeforeFinally
{
    private static bool Log(string what, bool answer)
    {
        Console.WriteLine("filter " + what);
        return answer;
    }

    private static void Inner()
    {
        try
        {
            Console.WriteLine("throw");
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException) when (Log("inner", false))
        {
            Console.WriteLine("never");
        }
        finally
        {
            Console.WriteLine("inner finally");
        }
    }

    private static void Middle()
    {
        try
        {
            Inner();
        }
        catch (Exception) when (Log("middle", false))
        {
            Console.WriteLine("never");
        }
        finally
        {
            Console.WriteLine("middle finally");
        }
    }

    public static void Run()
    {
        try
        {
            Middle();
        }
        catch (Exception) when (Log("outer", true))
        {
            Console.WriteLine("outer catch");
        }
        finally
        {
            Console.WriteLine("outer finally");
        }
    }
}
