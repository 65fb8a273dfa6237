using System;

namespace Tarn.Conformance;

/// <summary>Exceptions through methods that call each other, each with another kind of handler.</summary>
public static class MutualRecursion
{
    private static string s_log = "";

    private static void Catching(int depth)
    {
        try
        {
            Finishing(depth - 1);
        }
        catch (FormatException)
        {
            s_log += "C";
            throw new InvalidOperationException();
        }
    }

    private static void Finishing(int depth)
    {
        try
        {
            Filtering(depth - 1);
        }
        finally
        {
            s_log += "F";
        }
    }

    private static void Filtering(int depth)
    {
        try
        {
            if (depth <= 0)
            {
                throw new FormatException();
            }

            Catching(depth - 1);
        }
        catch (InvalidOperationException) when (Note())
        {
            throw new FormatException();
        }
    }

    private static bool Note()
    {
        s_log += "?";
        return true;
    }

    public static void Run()
    {
        try
        {
            Catching(30);
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine(s_log);
        }
    }
}
