using System;

namespace Tarn.Conformance;

/// <summary>Many try statements inside each other in one method.</summary>
public static class DeepNesting
{
    private static int s_level;

    private static bool Is(int level)
    {
        Console.WriteLine("asked " + level);
        return level == s_level;
    }

    public static void Run()
    {
        for (s_level = 0; s_level < 7; s_level++)
        {
            try
            {
                try
                {
                    try
                    {
                        try
                        {
                            try
                            {
                                try
                                {
                                    throw new Exception();
                                }
                                catch when (Is(0))
                                {
                                    Console.WriteLine("0");
                                }
                                finally
                                {
                                    Console.WriteLine("finally 0");
                                }
                            }
                            catch when (Is(1))
                            {
                                Console.WriteLine("1");
                            }
                        }
                        catch when (Is(2))
                        {
                            Console.WriteLine("2");
                        }
                        finally
                        {
                            Console.WriteLine("finally 2");
                        }
                    }
                    catch when (Is(3))
                    {
                        Console.WriteLine("3");
                    }
                }
                catch when (Is(4))
                {
                    Console.WriteLine("4");
                }
                finally
                {
                    Console.WriteLine("finally 4");
                }
            }
            catch
            {
                Console.WriteLine("outermost");
            }
        }
    }
}
