using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Collecting;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Tasks;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What tasks hold, with interrupts that wake them while it is collected.</summary>
internal static class TaskCollectionTests
{
    private static int s_finalized;
    private static int s_thrown;

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void WhatWaitingTasksHoldStays()
    {
        var executor = StartExecutor();
        var channel = Channel.CreateUnbounded<object>();
        var promise = new TaskCompletionSource<object>();
        var sums = new int[3];
        executor.Spawn("timer", async () =>
        {
            var held = MakeList(50);
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Delay(5);
                sums[0] += Sum(held);
            }
        });
        executor.Spawn("channel", async () =>
        {
            await foreach (var item in channel.Reader.ReadAllAsync())
            {
                sums[1] += Sum((List<object>)item);
            }
        });
        executor.Spawn("promise", async () => sums[2] = Sum((List<object>)await promise.Task));
        executor.Spawn("writer", async () =>
        {
            for (var turn = 0; turn < 20; turn++)
            {
                channel.Writer.TryWrite(MakeList(10));
                GC.Collect();
                Leftovers.Churn(500, 100);
                await Task.Delay(3);
            }

            channel.Writer.Complete();
            promise.SetResult(MakeList(100));
            GC.Collect();
        });
        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.Equal(20 * 1225, sums[0]);
        Expect.Equal(20 * 45, sums[1]);
        Expect.Equal(4950, sums[2]);
    }

    /// <summary>A handler takes the waiting task out of its signal and links it to others, at any point of a collection.</summary>
    [KernelTest(Isolated = true, TimeLimit = 300)]
    public static void ATaskThatAnInterruptWakesDuringACollectionStays()
    {
        var executor = StartExecutor();
        var turns = 0;
        executor.Spawn("collects", async () =>
        {
            var held = MakeList(20_000);
            for (var turn = 0; turn < 200; turn++)
            {
                GC.Collect();
                Leftovers.Churn(500, 100);
                await Task.Yield();
            }

            Expect.Equal(20_000, held.Count);
        });
        for (var sleeper = 0; sleeper < 20; sleeper++)
        {
            var number = sleeper;
            executor.Spawn("sleeps", async () =>
            {
                for (var turn = 0; turn < 30; turn++)
                {
                    var held = MakeList(10);
                    await Task.Delay(1 + ((number + turn) % 4));
                    Expect.Equal(45, Sum(held));
                    turns++;
                }
            });
        }

        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.Equal(20 * 30, turns);
        Expect.Equal((nuint)0, KernelHeap.FindObjectFault());
    }

    /// <summary>The same of a task that nothing but its signal holds: what takes it out of there may come when the queue was looked at, and the signal not yet.</summary>
    [KernelTest(Isolated = true, TimeLimit = 300)]
    public static void ATaskThatOnlyASignalHeldStays()
    {
        const int Wakes = 100;
        var turns = new int[1];
        var signal = new InterruptSignal();
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        Expect.True(Pit.TryStart(default(PortSpace), interrupts, new Signals(signal), out _, out _));
        var executor = new Executor<ProcessorPlatform>(default);
        Processor.EnableInterrupts();
        executor.Spawn("collects", async () =>
        {
            _ = WaitAloneAsync(signal, turns);
            var held = MakeList(20_000);
            for (var round = 0; turns[0] < Wakes; round++)
            {
                Expect.True(round < 10 * Wakes, "the task goes on");
                GC.Collect();
                Leftovers.Churn(500, 100);
                await Task.Yield();
            }

            Expect.Equal(20_000, held.Count);
        });
        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.Equal((nuint)0, KernelHeap.FindObjectFault());
    }

    /// <summary>Interrupts are on while it is collected: the clock goes on. (The emulator's tests follow this one, and measure for how long they are off.)</summary>
    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void InterruptsComeInDuringACollection()
    {
        var executor = StartExecutor(out var alarm);
        ulong ticks = 0;
        executor.Spawn("collects", async () =>
        {
            await Task.Yield();
            var held = MakeList(15_000);
            var before = alarm.Ticks;

            // Each takes about as long as a tick.
            GC.Collect();
            GC.Collect();
            ticks = (ulong)(alarm.Ticks - before);
            Expect.Equal(15_000, held.Count);
        });
        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.True(ticks >= 1);
    }

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void TasksThatHaveEndedAreFreed()
    {
        var executor = StartExecutor();
        var before = SpawnAndMeasure(executor);
        for (var round = 0; round < 5; round++)
        {
            SpawnAndMeasure(executor);
        }

        var after = SpawnAndMeasure(executor);
        Processor.DisableInterrupts();
        Expect.Equal(before, after);
    }

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void ATaskRunsFinalizers()
    {
        var executor = StartExecutor();
        executor.Spawn("finalizers", Finalizers.RunAsync);
        executor.Spawn("drops", async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                Drop();
                GC.Collect();
                await Task.Delay(2);
            }
        });
        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.True(s_finalized >= 9);
    }

    [KernelTest(Isolated = true, TimeLimit = 120, LogContains = "a finalizer failed, and nobody waits for it: System.InvalidOperationException: every time")]
    public static void AFinalizerThatThrowsDoesNotEndTheTaskOfFinalizers()
    {
        s_thrown = 0;
        var executor = StartExecutor();
        executor.Spawn("finalizers", Finalizers.RunAsync);
        executor.Spawn("drops", async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                DropThrowing();
                GC.Collect();
                await Task.Delay(2);
            }
        });
        executor.RunUntilIdle();
        Processor.DisableInterrupts();
        Expect.True(s_thrown >= 9);
    }

    private static async Task WaitAloneAsync(InterruptSignal signal, int[] turns)
    {
        while (true)
        {
            var held = MakeList(10);
            await signal;
            Expect.Equal(45, Sum(held));
            turns[0]++;
        }
    }

    private static Executor<ProcessorPlatform> StartExecutor() => StartExecutor(out _);

    private static Executor<ProcessorPlatform> StartExecutor(out TickAlarm alarm)
    {
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        alarm = new TickAlarm();
        Expect.True(Pit.TryStart(default(PortSpace), interrupts, alarm.Handler, out var clock, out _));
        var executor = new Executor<ProcessorPlatform>(default, clock, alarm);
        Processor.EnableInterrupts();
        return executor;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long SpawnAndMeasure(Executor<ProcessorPlatform> executor)
    {
        for (var index = 0; index < 500; index++)
        {
            executor.Spawn("short", async () =>
            {
                await Task.Delay(1);
                MakeList(3);
            });
        }

        executor.RunUntilIdle();
        Leftovers.ScrubStack();
        return GC.GetTotalMemory(true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<object> MakeList(int length)
    {
        var list = new List<object>();
        for (var index = 0; index < length; index++)
        {
            list.Add(index);
        }

        return list;
    }

    private static int Sum(List<object> list)
    {
        var sum = 0;
        foreach (var item in list)
        {
            sum += (int)item;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = new Dropped();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DropThrowing() => _ = new Throwing();

    private sealed class Throwing
    {
        ~Throwing()
        {
            s_thrown++;
            throw new InvalidOperationException("every time");
        }
    }

    private sealed class Dropped
    {
        ~Dropped() => s_finalized++;
    }

    private readonly struct Signals(InterruptSignal signal) : IInterruptHandler
    {
        public void OnInterrupt() => signal.Set();
    }
}
