using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What lies between a device's interrupt and the task that waits for it.</summary>
internal static class InterruptCostTests
{
    private const int Rounds = 1000;
    private const int Line = 0;

    // When the executor would have halted.
    private static ulong s_start;

    /// <summary>
    /// From the first instruction of the interrupt's stub, through the handler, which sets a signal, and the end of the interrupt, to the first
    /// statement of the task behind its wait. The executor had halted; no other task is ready.
    /// </summary>
    [KernelTest(Isolated = true)]
    public static void AnInterruptReachesItsTaskSoon()
    {
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        var signal = new InterruptSignal();

        // The line stays masked: the interrupt that is raised is an instruction's.
        Expect.Equal(InterruptClaimFault.None, interrupts.Claim(Line, new Signalling(signal)));
        var executor = new Executor<InterruptedPlatform>(default, new StoppedClock(), new TickAlarm());
        var waiting = new CancellationTokenSource();
        ulong raw = 0;
        var arrivals = 0;
        executor.Spawn("waits", async () =>
        {
            while (arrivals < Rounds)
            {
                await signal;
                raw += Processor.ReadTimeStampCounter() - s_start;
                arrivals++;
            }

            waiting.Cancel();
        });

        // As long as this waits, having nothing to do means to halt, and not to return.
        var halts = Task.Delay(TimeSpan.FromDays(1), waiting.Token);
        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.True(halts.IsCanceled);
        Expect.Equal(Rounds, arrivals);
        ulong nothing = 0;
        for (var round = 0; round < Rounds; round++)
        {
            s_start = Processor.ReadTimeStampCounter();
            WaitWithoutInterrupt();
            nothing += Processor.ReadTimeStampCounter() - s_start;
        }

        Processor.DisableInterrupts();
        Figure.Report("interrupt", "instructions", raw, nothing, Rounds);
        Console.WriteLine($"from an interrupt to its task: {(raw - nothing) / Rounds} instructions");
    }

    [RuntimeImport("*", "bench_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Interrupt();

    [RuntimeImport("*", "bench_no_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WaitWithoutInterrupt();

    /// <summary>The processor, for which an interrupt comes at once whenever it would halt.</summary>
    private readonly struct InterruptedPlatform : IExecutorPlatform
    {
        public static bool MeasuresTime => true;

        public ulong Timestamp => Processor.ReadTimeStampCounter();

        public void MaskInterrupts() => Processor.DisableInterrupts();

        public void UnmaskInterrupts() => Processor.EnableInterrupts();

        public void WaitForInterrupt()
        {
            s_start = Processor.ReadTimeStampCounter();
            Interrupt();
        }
    }

    private readonly struct Signalling(InterruptSignal signal) : IInterruptHandler
    {
        public void OnInterrupt() => signal.Set();
    }
}
