using System;

namespace Tarn.Conformance;

/// <summary>A finally block in a loop that exceptions leave and that goes on.</summary>
public static class FinallyInLoops
{
    public static void Run()
    {
        var total = 0;
        for (var outer = 0; outer < 3; outer++)
        {
            try
            {
                for (var inner = 0; inner < 5; inner++)
                {
                    try
                    {
                        if (inner == outer + 1)
                        {
                            throw new Exception($"{outer}/{inner}");
                        }

                        total += inner;
                    }
                    finally
                    {
                        total += 100;
                    }
                }
            }
            catch (Exception exception)
            {
                Console.WriteLine(exception.Message + " at " + total);
            }
        }

        Console.WriteLine(total);
    }
}
