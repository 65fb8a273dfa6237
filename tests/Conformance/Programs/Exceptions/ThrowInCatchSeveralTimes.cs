using System;

namespace Tarn.Conformance;

/// <summary>Catch clauses inside catch clauses, each thrown out of.</summary>
public static class ThrowInCatchSeveralTimes
{
    private static void Level(int depth)
    {
        try
        {
            throw new Exception("level " + depth);
        }
        catch (Exception exception)
        {
            Console.WriteLine("caught " + exception.Message);
            if (depth < 5)
            {
                try
                {
                    Level(depth + 1);
                }
                catch (Exception inner)
                {
                    Console.WriteLine("from below " + inner.Message);
                    throw new Exception(inner.Message + " via " + depth);
                }
                finally
                {
                    Console.WriteLine("finally " + depth);
                }
            }
            else
            {
                throw;
            }
        }
    }

    public static void Run()
    {
        try
        {
            Level(0);
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
