using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Tasks;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What tasks cost in instructions, the loop around what is measured taken off: workloads W6a, W6b and W6c.</summary>
internal static class TaskCostTests
{
    private const int Batches = 100;
    private const int TasksOfBatch = 100;
    private const int Yields = 1000;
    private const int Rounds = 1000;

    // What keeps the optimiser from leaving out what is measured.
    private static int s_completed;

    // The time-stamp that a task took in the first statement after its wait.
    private static ulong s_arrival;

    private static object? s_object;

    [KernelTest(Isolated = true)]
    public static void ATaskCostsLittle()
    {
        var executor = new Executor<ProcessorPlatform>(default);
        SpawnBatches(executor);
        var raw = SpawnBatches(executor);
        var cost = (long)(raw * 10 / (Batches * TasksOfBatch));
        var memory = (long)(AllocateBatches() * 10 / (Batches * TasksOfBatch));
        Console.WriteLine($"W6a: {cost / 10}.{cost % 10} instructions a task, {memory / 10}.{memory % 10} of them for its memory");
        Expect.InRange(cost - memory, 1000, 3000);
    }

    [KernelTest(Isolated = true)]
    public static void AYieldCostsLittle()
    {
        var executor = new Executor<ProcessorPlatform>(default);
        for (var index = 0; index < TasksOfBatch; index++)
        {
            executor.Spawn("yields", static () => YieldAsync());
        }

        // They all suspend in their first turn.
        var start = Processor.ReadTimeStampCounter();
        executor.RunReady();
        var raw = Processor.ReadTimeStampCounter() - start;
        var cost = (long)(raw * 10 / (TasksOfBatch * Yields));
        Console.WriteLine($"W6b: {cost / 10}.{cost % 10} instructions a yield");
        Expect.InRange(cost, 100, 590);
    }

    [KernelTest(Isolated = true)]
    public static void AWakeArrivesSoon()
    {
        foreach (var count in (ReadOnlySpan<int>)[1, 100])
        {
            var executor = new Executor<ProcessorPlatform>(default);
            var signals = new InterruptSignal[count];
            for (var index = 0; index < count; index++)
            {
                var signal = new InterruptSignal();
                signals[index] = signal;
                executor.Spawn("waits", () => WaitAsync(signal));
            }

            executor.RunReady();
            ulong sum = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var signal = signals[37 * round % count];
                var start = Processor.ReadTimeStampCounter();
                signal.Set();
                executor.RunReady();
                sum += s_arrival - start - 4;
            }

            var cost = (long)(sum * 10 / Rounds);
            Console.WriteLine($"W6c, {count} parked: {cost / 10}.{cost % 10} instructions from the wake to the first statement");
            Expect.InRange(cost, 100, 1600);
        }
    }

    /// <summary>As many objects of the size of a task, from memory that was never used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong AllocateBatches()
    {
        var start = Processor.ReadTimeStampCounter();
        for (var index = 0; index < Batches * TasksOfBatch; index++)
        {
            s_object = new LikeATask();
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SpawnBatches(Executor<ProcessorPlatform> executor)
    {
        var start = Processor.ReadTimeStampCounter();
        for (var batch = 0; batch < Batches; batch++)
        {
            for (var index = 0; index < TasksOfBatch; index++)
            {
                executor.Spawn("completes", static () => CompleteAsync());
            }

            executor.RunReady();
        }

        return Processor.ReadTimeStampCounter() - start;
    }

#pragma warning disable CS1998 // A method that never waits: that is what is measured.
    private static async Task CompleteAsync() => s_completed++;
#pragma warning restore CS1998

    private static async Task YieldAsync()
    {
        for (var yield = 0; yield < Yields; yield++)
        {
            await Task.Yield();
        }
    }

    private static async Task WaitAsync(InterruptSignal signal)
    {
        while (true)
        {
            await signal;
            s_arrival = Processor.ReadTimeStampCounter();
        }
    }

    private sealed class LikeATask
    {
        public Words Content;

        public LikeATask() => Content[0] = 1;
    }

    [InlineArray(17)]
    private struct Words
    {
        private ulong _first;
    }
}
