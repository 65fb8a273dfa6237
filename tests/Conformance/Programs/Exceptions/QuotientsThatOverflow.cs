using System;

namespace Tarn.Conformance;

/// <summary>The smallest integer divided by -1: an overflow, which the processor reports as it does a division by zero.</summary>
public static class QuotientsThatOverflow
{
    private static int s_minusOne = -1;
    private static long s_longMinusOne = -1;
    private static readonly int[] s_divisors = [1, -1, 0];

    private sealed class Divisor
    {
        public long Padding;
        public int Int = -1;
        public long Long = -1;
    }

    private static void Try(string what, Func<long> action)
    {
        try
        {
            Console.WriteLine(what + " " + action());
        }
        catch (OverflowException exception)
        {
            Console.WriteLine(what + ": " + exception.Message);
        }
        catch (DivideByZeroException)
        {
            Console.WriteLine(what + ": by zero");
        }
    }

    public static void Run()
    {
        var divisor = new Divisor();
        foreach (var dividend in new[] { 5, int.MinValue })
        {
            Try("static", () => dividend / s_minusOne);
            Try("static %", () => dividend % s_minusOne);
            Try("field", () => dividend / divisor.Int);
            foreach (var by in s_divisors)
            {
                Try("local", () => dividend / by);
                Try("long", () => (long)dividend / by);
            }
        }

        foreach (var dividend in new[] { 5, long.MinValue })
        {
            Try("long static", () => dividend / s_longMinusOne);
            Try("long static %", () => dividend % s_longMinusOne);
            Try("long field", () => dividend / divisor.Long);
            foreach (var by in s_divisors)
            {
                Try("long local", () => dividend / by);
            }
        }
    }
}
