using System;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>
/// The timer's interrupt before each instruction of what puts tasks into the queue, takes them out, finds the queue empty and halts: no wake
/// is lost.
/// </summary>
/// <remarks>
/// <para>
/// Instructions are time here: the timer, set to go off once, does so a fixed number of instructions later. Round after round the same
/// work begins one instruction earlier, so that the interrupt strikes one instruction further on in it: through all of the work, and
/// through the halt behind it. No other interrupt comes: the kernel would halt for ever if the wake were lost.
/// </para>
/// <para>
/// Where each interrupt struck is printed. A test of the emulator's (InterruptSweepTests there) looks whether every instruction is among it.
/// </para>
/// </remarks>
internal static class InterruptSweepTests
{
    private const int Rounds = 2_900;
    private const int TimerLine = 0;
    private const int TimerVector = 32;
    private const ushort TimerCommand = 0x43, Timer = 0x40;

    // Channel 0, low byte then high byte, mode 0 (interrupt on terminal count), binary.
    private const byte GoOffOnce = 0x30;

    // 2.5 µs, each a thousand instructions; and some that pass before the count is loaded.
    private const byte Count = 3;

    private static Interruptions s_interruptions;
    private static int s_count;
    private static ulong s_codeSegment;

    [KernelTest(Isolated = true)]
    public static void NoWakeOfAnOrdinaryTaskIsLost() => Sweep(TaskPriority.Ordinary, wakesBoth: false);

    [KernelTest(Isolated = true)]
    public static void NoWakeOfAnUrgentTaskIsLost() => Sweep(TaskPriority.Urgent, wakesBoth: false);

    /// <summary>The interrupt also sets the signal of a task that is about to be woken, is ready, has its turn, or waits again.</summary>
    [KernelTest(Isolated = true)]
    public static void NoSecondSignalIsLost() => Sweep(TaskPriority.Ordinary, wakesBoth: true);

    private static void Sweep(TaskPriority priority, bool wakesBoth)
    {
        s_codeSegment = ReadCodeSegment();
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        var struck = new InterruptSignal();
        var ordinary = new InterruptSignal();
        var urgent = new InterruptSignal();
        var urgentToo = new InterruptSignal();
        var yielding = new InterruptSignal();
        Expect.Equal(InterruptClaimFault.None, interrupts.Claim(TimerLine, new Strike(struck, wakesBoth ? ordinary : null)));
        interrupts.Unmask(TimerLine);
        var executor = new Executor<ProcessorPlatform>(default, new StoppedClock(), new TickAlarm());
        var arrivals = 0;
        var ordinaryTurns = 0;
        var urgentTurns = 0;
        var posts = 0;
        var yields = 0;
        CancellationTokenSource halting = null!;
        TaskCompletionSource source = null!;

        // Made before the rounds: a heap takes longer for some objects than for others, and what lies behind would be struck at random.
        var sources = new TaskCompletionSource[Rounds + 1];
        for (var index = 0; index < sources.Length; index++)
        {
            sources[index] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        executor.Spawn("is struck", async () =>
        {
            while (true)
            {
                await struck;
                arrivals++;
                halting.Cancel();
            }
        }, priority);
        executor.Spawn("ordinary", async () =>
        {
            while (true)
            {
                await ordinary;
                ordinaryTurns++;
            }
        });
        foreach (var signal in (ReadOnlySpan<InterruptSignal>)[urgent, urgentToo])
        {
            var mine = signal;
            executor.Spawn("urgent", async () =>
            {
                while (true)
                {
                    await mine;
                    urgentTurns++;
                }
            }, TaskPriority.Urgent);
        }

        executor.Spawn("is posted", async () =>
        {
            while (true)
            {
                source = sources[posts];
                await source.Task;
                posts++;
            }
        });
        executor.Spawn("yields", async () =>
        {
            while (true)
            {
                await yielding;
                await Task.Yield();
                yields++;
            }
        });
        executor.RunReady();
        Processor.EnableInterrupts();

        // Through delegates, so that it is the method that is struck, and no copy of it.
        Action[] wakes = [ordinary.Set, urgent.Set, urgentToo.Set, yielding.Set];
        for (var round = 0; round < Rounds; round++)
        {
            // Until this is cancelled, by the task that is struck, nothing to do means to halt, and not to return.
            halting = new CancellationTokenSource();
            var halts = Task.Delay(TimeSpan.FromDays(1), halting.Token);
            var turnsBefore = ordinaryTurns;
            var ports = default(PortSpace);
            ports.WriteByte(TimerCommand, GoOffOnce);
            ports.WriteByte(Timer, Count);
            ports.WriteByte(Timer, 0);
            ProcessorProbe.Delay((uint)(Rounds - round));

            // Three ways into the queue, the way out of it for all, and the halt if the interrupt has not come by then.
            foreach (var wake in wakes)
            {
                wake();
            }

            source.SetResult();
            executor.RunUntilIdle();
            Expect.True(halts.IsCanceled);
            Expect.Equal(round + 1, s_count);
            Expect.Equal(round + 1, arrivals);
            Expect.Equal(2 * (round + 1), urgentTurns);
            Expect.Equal(round + 1, posts);
            Expect.Equal(round + 1, yields);
            Expect.InRange(ordinaryTurns - turnsBefore, 1, wakesBoth ? 2 : 1);
            Expect.False(struck.IsSet || ordinary.IsSet || urgent.IsSet || urgentToo.IsSet || yielding.IsSet);
        }

        Processor.DisableInterrupts();
        Expect.InRange((long)executor.Sleeps, Rounds / 8, Rounds);
        Print();
    }

    /// <summary>Where the interrupts struck: the lower half of each address.</summary>
    private static void Print()
    {
        Console.Write("struck:");
        for (var index = 0; index < s_count; index++)
        {
            Console.Write($" {AddressOf(index):x8}");
            if (index % 16 == 15)
            {
                Console.Write("\nstruck:");
            }
        }

        Console.WriteLine();
    }

    private static unsafe uint AddressOf(int interruption) => s_interruptions.Addresses[interruption];

    private static unsafe ushort ReadCodeSegment()
    {
        var selectors = stackalloc ushort[7];
        ProcessorProbe.ReadSegments(selectors);
        return selectors[0];
    }

    private unsafe struct Interruptions
    {
        internal fixed uint Addresses[Rounds];
    }

    private unsafe struct Strike(InterruptSignal struck, InterruptSignal? other) : IInterruptHandler
    {
        public void OnInterrupt()
        {
            var count = s_count++;
            if ((uint)count < Rounds)
            {
                s_interruptions.Addresses[count] = InterruptedAddress();
            }

            other?.Set();
            struck.Set();
        }

        /// <summary>The frame lies above what the handler has on the stack: vector, error code, address, code segment.</summary>
        private static uint InterruptedAddress()
        {
            var word = (ulong*)ProcessorProbe.ReadStackPointer();
            while (word[0] != TimerVector || word[1] != 0 || word[3] != s_codeSegment)
            {
                word++;
            }

            return (uint)word[2];
        }
    }
}
