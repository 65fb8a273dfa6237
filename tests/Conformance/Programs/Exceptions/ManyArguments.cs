using System;

namespace Tarn.Conformance;

/// <summary>Calls with arguments on the stack that throw half way through being prepared.</summary>
public static class ManyArguments
{
    private static int s_calls;

    private static int Next(int value) => ++s_calls == 9 ? throw new InvalidOperationException("at " + value) : value;

    private static long Sum(int a, long b, int c, string d, int e, double f, int g, long h, int i, (int, int) j, int k) =>
        a + b + c + d.Length + e + (long)f + g + h + i + j.Item1 + j.Item2 + k;

    public static void Run()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            try
            {
                Console.WriteLine(Sum(
                    Next(1), Next(2), Next(3), "four", Next(5), Next(6), Next(7), Next(8), Next(9), (Next(10), Next(11)), Next(12)));
            }
            catch (InvalidOperationException exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }
}
