using System;

namespace Tarn.Conformance;

/// <summary>Faults of the processor inside catch clauses, filters and finally blocks.</summary>
public static class FaultsInHandlers
{
    private static int s_zero;

    private static int Divide(int by) => 10 / by;

    private static string Length(string text) => "length " + text.Length;

    public static void Run()
    {
        try
        {
            try
            {
                Console.WriteLine(Divide(s_zero));
            }
            catch (DivideByZeroException) when (Divide(s_zero) == 0)
            {
                Console.WriteLine("never: the filter faulted");
            }
            catch (DivideByZeroException)
            {
                Console.WriteLine("caught, and now another");
                Console.WriteLine(Length(null));
            }
            finally
            {
                try
                {
                    Divide(s_zero);
                }
                catch (ArithmeticException)
                {
                    Console.WriteLine("in finally");
                }
            }
        }
        catch (NullReferenceException)
        {
            Console.WriteLine("caught the other");
        }

        var total = 0;
        for (var turn = 0; turn < 1000; turn++)
        {
            try
            {
                total += Divide(turn % 3);
            }
            catch (DivideByZeroException)
            {
                total += 1000;
            }
        }

        Console.WriteLine(total);
    }
}
