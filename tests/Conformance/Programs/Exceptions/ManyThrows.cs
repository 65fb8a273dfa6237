using System;

namespace Tarn.Conformance;

/// <summary>A million throws in a loop, of one object and of new ones.</summary>
/// <remarks>A kernel without a collector keeps what is new: a thousand of them.</remarks>
public static class ManyThrows
{
    private sealed class Signal(int number) : Exception
    {
        public int Number => number;
    }

    private static readonly Signal s_signal = new(1);

    private static int Throw(int turn) => throw (turn % 1000 == 0 ? new Signal(turn) : s_signal);

    public static void Run()
    {
        long sum = 0;
        for (var turn = 0; turn < 1_000_000; turn++)
        {
            try
            {
                sum += Throw(turn);
            }
            catch (Signal signal)
            {
                sum += signal.Number;
            }
        }

        Console.WriteLine(sum);
    }
}
