using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What an exception costs.</summary>
internal static class ExceptionCostTests
{
    private const int Throws = 1000;

    private static int s_caught;

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
