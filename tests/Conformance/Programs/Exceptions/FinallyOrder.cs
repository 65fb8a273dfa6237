using System;

namespace Tarn.Conformance;

/// <summary>Finally blocks of one method and of several, from the inside out.</summary>
public static class FinallyOrder
{
    private static void Leaf()
    {
        try
        {
            try
            {
                try
                {
                    throw new Exception();
                }
                finally
                {
                    Console.WriteLine("leaf 1");
                }
            }
            finally
            {
                Console.WriteLine("leaf 2");
            }
        }
        finally
        {
            Console.WriteLine("leaf 3");
        }
    }

    private static void Middle()
    {
        try
        {
            Leaf();
        }
        finally
        {
            Console.WriteLine("middle");
        }
    }

    public static void Run()
    {
        try
        {
            try
            {
                Middle();
            }
            finally
            {
                Console.WriteLine("run");
            }
        }
        catch
        {
            Console.WriteLine("caught");
        }
    }
}
