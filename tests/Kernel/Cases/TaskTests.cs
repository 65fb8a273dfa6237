using System;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Tasks on the machine: real ticks wake them, the processor halts between, and nothing is allocated on the way.</summary>
internal static class TaskTests
{
    private const byte TimerVector = 32;

    [KernelTest(Isolated = true)]
    public static void DelaysElapseInTheirOrder()
    {
        var executor = Start(default(Nothing), out var clock);
        var log = string.Empty;
        foreach (var milliseconds in (ReadOnlySpan<int>)[30, 10, 20, 10, 0])
        {
            var delay = milliseconds;
            executor.Spawn("sleeps", async () =>
            {
                var began = clock.Elapsed;
                await Task.Delay(delay);
                var passed = clock.Elapsed - began;
                Expect.True(passed >= TimeSpan.FromMilliseconds(delay), "never early");
                Expect.True(passed <= TimeSpan.FromMilliseconds(delay + 3), "and not late, with nothing else to do");
                log += $"{delay} ";
            });
        }

        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.Equal("0 10 10 20 30 ", log);
        Expect.InRange((long)executor.Sleeps, 30, 40);
    }

    [KernelTest(Isolated = true)]
    public static void AnInterruptWakesATask()
    {
        var signal = new InterruptSignal();
        var executor = Start(new Signals(signal), out _);
        var woken = 0;
        var task = executor.Spawn("counts", async () =>
        {
            while (woken < 200)
            {
                await signal;
                woken++;
            }
        });
        executor.Spawn("works", async () =>
        {
            while (woken < 100)
            {
                await Task.Yield();
            }
        });
        task.Wait();
        Processor.DisableInterrupts();
        Expect.Equal(200, woken);
        Expect.Equal(201UL, task.Wakes);
        Expect.InRange((long)executor.Sleeps, 90, 101);
    }

    [KernelTest(Isolated = true)]
    public static void TheSteadyStateAllocatesNothing()
    {
        const int Ticks = 10_000;
        var ring = new ByteRing(64);
        var executor = Start(new Bytes(ring), out _, divisor: 100);
        var timerTicks = 0;
        var bytes = 0;
        var items = 0;
        var channel = Channel.CreateBounded<int>(4);
        executor.Spawn("timer", async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            while (await timer.WaitForNextTickAsync())
            {
                timerTicks++;
            }
        });
        executor.Spawn("reader", async () =>
        {
            await foreach (var value in ring)
            {
                bytes++;
                await channel.Writer.WriteAsync(value);
            }
        }, TaskPriority.Urgent);
        executor.Spawn("consumer", async () =>
        {
            while (true)
            {
                await channel.Reader.ReadAsync();
                items++;
            }
        });
        var driver = executor.Spawn("driver", async () =>
        {
            // What is made once is made in the beginning.
            while (bytes < 100 || timerTicks < 5)
            {
                await Task.Yield();
            }

            var before = KernelHeap.Statistics;
            var last = bytes + Ticks;
            while (bytes < last)
            {
                await Task.Yield();
            }

            var after = KernelHeap.Statistics;
            Expect.Equal(before.Allocations, after.Allocations);
            Expect.Equal(before.Usage.UsedBytes, after.Usage.UsedBytes);
        });
        driver.Wait();
        Processor.DisableInterrupts();
        Expect.True(bytes >= Ticks && items >= bytes - 1 && timerTicks > Ticks / 20);
        Expect.Equal(0u, ring.Dropped);
    }

    [KernelTest(Isolated = true)]
    public static void TheHandlerCostsTheSameWithTenThousandTimers()
    {
        // Ten thousand tasks, all of which each collection looks at.
        KernelHeap.EaseStress();
        var executor = Start(default(Nothing), out _);
        Processor.DisableInterrupts();
        _ = Task.Delay(1_000_000);
        ProcessorProbe.Interrupt(TimerVector);
        var one = CostOfTick();
        for (var index = 0; index < 10_000; index++)
        {
            _ = Task.Delay(1_000_000 + (index * 7919 % 10_000));
        }

        executor.RunReady();
        var many = CostOfTick();
        Console.WriteLine($"a tick: {one} instructions with one timer, {many} with 10,001");
        Expect.Equal(one, many);
        Expect.InRange((long)many, 50, 400);
    }

    [KernelTest(Isolated = true)]
    public static void AnUrgentTaskThatIsAlwaysReadyStarvesNobody()
    {
        var executor = new Executor<ProcessorPlatform>(default);
        var urgentTurns = 0;
        var isOver = false;
        executor.Spawn("greedy", async () =>
        {
            while (!isOver && urgentTurns < 10_000)
            {
                urgentTurns++;
                await Task.Yield();
            }
        }, TaskPriority.Urgent);
        executor.Spawn("modest", async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                await Task.Yield();
            }

            isOver = true;
        });
        executor.RunReady();
        Expect.InRange(urgentTurns, 320, 352);
    }

    /// <summary>The task of the timers is due, has not had its turn, and is woken once more.</summary>
    [KernelTest(Isolated = true)]
    public static void ATaskThatIsWokenTwiceHasOneTurn()
    {
        var alarm = new TickAlarm();
        var executor = new Executor<ProcessorPlatform>(default, new SpinningClock(alarm), alarm);
        executor.Spawn("ticks", () =>
        {
            using var source = new CancellationTokenSource();
            var first = Task.Delay(1, source.Token);
            Tick();
            source.Cancel();
            Expect.True(first.IsCanceled);
            _ = Task.Delay(1);
            Tick();
            return Task.CompletedTask;
        });
        executor.RunReady();
        Expect.True(executor.IsIdle, "the second delay has elapsed");
        Expect.Equal(1UL, executor.Current.Polls);

        void Tick()
        {
            for (var tick = 0; tick < 3; tick++)
            {
                alarm.Handler.OnInterrupt();
            }
        }
    }

    /// <summary>Ten seconds in which nothing is to be done and no timer is armed: nothing has a turn, and what ends the halts is the clock's
    /// tick.</summary>
    [KernelTest(Isolated = true)]
    public static void AnIdleKernelIsWokenByTheClockAlone()
    {
        const int Seconds = 10;
        var isOver = new InterruptSignal();
        var executor = Start(new AfterTicks(isOver, Seconds * 1_000), out var clock);
        foreach (var name in (ReadOnlySpan<string>)["keyboard", "serial", "disk"])
        {
            var never = new InterruptSignal();
            executor.Spawn(name, async () => await never);
        }

        var waits = executor.Spawn("waits", async () => await isOver);
        waits.Wait();
        Processor.DisableInterrupts();
        var halts = (long)executor.Sleeps;
        Console.WriteLine($"idle for {Seconds} s: {halts} halts, {clock.Ticks} ticks");
        Expect.InRange((long)clock.Ticks, Seconds * 1_000, Seconds * 1_000);
        Expect.Equal((long)clock.Ticks, halts);
        Expect.Equal(0UL, executor.Current.Wakes, "the timers were not looked at");
        Expect.Equal(3UL, waits.Polls, "its method, the same behind the wait, and its end");
        foreach (var task in executor.Tasks)
        {
            Expect.Equal(1UL, task.Polls);
        }
    }

    /// <summary>What is done for a tick between two halts, while nothing else is: the interrupt, a look at what is ready, and the halt.</summary>
    [KernelTest(Isolated = true)]
    public static void AnIdleTickCostsLittle()
    {
        const int Ticks = 1_000;
        _ = Start(default(Nothing), out var clock);
        Processor.DisableInterrupts();
        var isOver = new InterruptSignal();
        var executor = new Executor<TickingPlatform>(default);
        var waits = executor.Spawn("waits", async () => await isOver);
        TickingPlatform.TicksLeft = Ticks;
        TickingPlatform.Last = isOver;
        var ticks = clock.Ticks;
        var start = Processor.ReadTimeStampCounter();
        waits.Wait();
        var cost = (Processor.ReadTimeStampCounter() - start) / Ticks;
        Expect.Equal(ticks + Ticks, clock.Ticks);
        Console.WriteLine($"an idle tick: {cost} instructions");
        Expect.InRange((long)cost, 50, 250);
    }

    [KernelTest(Isolated = true)]
    public static void ATaskThatFailsUnseenIsNamed()
    {
        var executor = Start(default(Nothing), out _);
        var cancelled = executor.Spawn("is cancelled", static cancellation => Task.Delay(10_000, cancellation));
        var waiting = executor.Spawn("waits", async () => await cancelled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing));
        executor.Spawn("cancels", async () =>
        {
            await Task.Delay(2);
            cancelled.Cancel();
        });
        _ = executor.Spawn("fails", static () => Task.FromException(new InvalidOperationException("nobody looks")));
        _ = executor.Spawn("throws", static async () =>
        {
            _ = ThrowAsync();
            await Task.Delay(1);
        });
        var output = new RecordingSink();
        using (ConsoleRouter.Redirect(output))
        {
            executor.RunUntilIdle();
        }

        Processor.DisableInterrupts();
        Expect.Equal(TaskStatus.Canceled, cancelled.Status);
        Expect.Equal(TaskStatus.RanToCompletion, waiting.Status);

        // One that was thrown says where.
        const string Fails = "task 4 'fails' failed, and nobody waits for it: System.InvalidOperationException: nobody looks\n";
        const string Throws = "a method of task 5 'throws' failed, and nobody waits for it: System.FormatException: not so\n   at ";
        var text = Encoding.UTF8.GetString(output.Text);
        Expect.True(text.StartsWith(Fails, StringComparison.Ordinal), text);
        Expect.True(text[Fails.Length..].StartsWith(Throws, StringComparison.Ordinal), text);
        Expect.True(text.Contains(nameof(ThrowAsync), StringComparison.Ordinal), text);

        static async Task ThrowAsync()
        {
            await Task.Yield();
            throw new FormatException("not so");
        }
    }

    private static ulong CostOfTick()
    {
        var start = Processor.ReadTimeStampCounter();
        ProcessorProbe.Interrupt(TimerVector);
        return Processor.ReadTimeStampCounter() - start;
    }

    private static Executor<ProcessorPlatform> Start<TOnTick>(TOnTick onTick, out Pit<PortSpace> clock, ushort divisor = Pit.MillisecondDivisor)
        where TOnTick : struct, IInterruptHandler
    {
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        var alarm = new TickAlarm();
        Expect.True(Pit.TryStart(default(PortSpace), interrupts, new Both<TOnTick>(onTick, alarm.Handler), out var timer, out _, divisor));
        clock = timer;
        Processor.EnableInterrupts();
        return new Executor<ProcessorPlatform>(default, timer, alarm);
    }

    /// <summary>A processor that does not halt: it has the clock's interrupt instead.</summary>
    private readonly struct TickingPlatform : IExecutorPlatform
    {
        public static int TicksLeft { get; set; }

        public static InterruptSignal? Last { get; set; }

        public static bool MeasuresTime => false;

        public ulong Timestamp => 0;

        public void MaskInterrupts() => Processor.DisableInterrupts();

        // Not really: the timer's own interrupt is not to come.
        public void UnmaskInterrupts()
        {
        }

        public void WaitForInterrupt()
        {
            ProcessorProbe.Interrupt(TimerVector);
            if (--TicksLeft == 0)
            {
                Last!.Set();
            }
        }
    }

    /// <summary>Sets a signal at one tick.</summary>
    private struct AfterTicks(InterruptSignal signal, int ticks) : IInterruptHandler
    {
        private int _left = ticks;

        public void OnInterrupt()
        {
            if (--_left == 0)
            {
                signal.Set();
            }
        }
    }

    /// <summary>Two handlers for one interrupt.</summary>
    private struct Both<TFirst>(TFirst first, TickHandler second) : IInterruptHandler
        where TFirst : struct, IInterruptHandler
    {
        private TFirst _first = first;

        public void OnInterrupt()
        {
            _first.OnInterrupt();
            second.OnInterrupt();
        }
    }

    private struct Nothing : IInterruptHandler
    {
        public readonly void OnInterrupt()
        {
        }
    }

    private readonly struct Signals(InterruptSignal signal) : IInterruptHandler
    {
        public void OnInterrupt() => signal.Set();
    }

    private readonly struct Bytes(ByteRing ring) : IInterruptHandler
    {
        public void OnInterrupt() => ring.TryWrite(1);
    }
}
