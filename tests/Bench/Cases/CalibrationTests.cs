using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Whether the counter counts instructions. It is the first case of the kernel.</summary>
internal static class CalibrationTests
{
    private const ulong CostOfReading = 4;

    /// <summary>A machine whose counter runs by time gives other figures every time, so that nothing it measures is of use.</summary>
    [KernelTest]
    public static void TheCounterCountsInstructions()
    {
        // Whatever is between two readings, reading takes four of it.
        Expect.Equal(CostOfReading, ReadTwice());
        foreach (var rounds in (ReadOnlySpan<uint>)[1, 2, 1_000, 1_000_000])
        {
            Expect.Equal((2UL * rounds) + CostOfReading, Calibrate(rounds));
            Expect.Equal((2UL * rounds) + CostOfReading, Calibrate(rounds));
        }

        // C#'s own readings cost no more than that: one instruction of the second, and what stores and joins the halves of the first.
        var start = Processor.ReadTimeStampCounter();
        Expect.InRange((long)(Processor.ReadTimeStampCounter() - start), 1, 8);
    }

    [RuntimeImport("*", "bench_calibrate")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Calibrate(uint rounds);

    [RuntimeImport("*", "bench_read_twice")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadTwice();
}
