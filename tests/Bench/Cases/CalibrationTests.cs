using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Whether the counter counts instructions, and what an exception costs.</summary>
internal static class CalibrationTests
{
    private const int Throws = 1000;

    private static int s_caught;

    /// <summary>A machine whose counter runs by time gives other figures every time, so that nothing it measures is of use.</summary>
    [KernelTest]
    public static void TheCounterCountsInstructions()
    {
        // One loop in two lengths: what is outside of it cancels, and what remains is the same for each round.
        var once = Spin(1_000);
        Expect.Equal(once, Spin(1_000));
        var difference = Spin(3_000) - Spin(2_000);
        Expect.Equal(difference, Spin(2_000) - Spin(1_000));
        Expect.Equal(0UL, difference % 1_000);
        Expect.InRange((long)(difference / 1_000), 2, 4);

        // Two readings and nothing between: one instruction of the second and what stores and joins the halves of the first.
        var start = Processor.ReadTimeStampCounter();
        Expect.InRange((long)(Processor.ReadTimeStampCounter() - start), 1, 8);
    }

    /// <summary>From <c>throw</c> in a method to the handler in its caller, the exception's object not counted.</summary>
    [KernelTest]
    public static void AThrowHasACost()
    {
        var exception = new InvalidOperationException();
        CatchOnce(exception);
        var start = Processor.ReadTimeStampCounter();
        for (var index = 0; index < Throws; index++)
        {
            CatchOnce(exception);
        }

        var raw = Processor.ReadTimeStampCounter() - start;
        Expect.Equal(Throws + 1, s_caught);
        Figure.Report("throw", "instructions", raw, 0, Throws);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Spin(int rounds)
    {
        var start = Processor.ReadTimeStampCounter();
        for (var left = rounds; left > 0; left--)
        {
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CatchOnce(Exception exception)
    {
        try
        {
            Throw(exception);
        }
        catch (InvalidOperationException)
        {
            s_caught++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(Exception exception) => throw exception;
}
