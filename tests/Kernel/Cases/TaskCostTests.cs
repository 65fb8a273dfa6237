using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Tasks;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What tasks cost in instructions: workloads W6a, W6b and W6c, and of each what its harness takes, which is taken off
/// (<see cref="NullTask"/>).</summary>
/// <remarks>The executor measures the time of tasks, as the reference kernel's does.</remarks>
internal static class TaskCostTests
{
    private const int Batches = 100;
    private const int TasksOfBatch = 100;
    private const int Yields = 1000;
    private const int Rounds = 1000;

    /// <summary>Its kernel has the targets; the others are held to them as well.</summary>
    private const string DefaultAllocator = "fixed-size-block";

#if TARN_COLLECTOR
    /// <summary>In a kernel with a collector, whose work for the tasks that have ended is part of the figures.</summary>
    private static readonly string s_suffix = "-collected";
#else
    private static readonly string s_suffix = "";
#endif

    // Reading the counter twice.
    private const ulong CounterCost = 4;

    // What keeps the optimiser from leaving out what is measured.
    private static int s_completed;

    // The time-stamp that a task took in the first statement after its wait.
    private static ulong s_arrival;

    private static object? s_object;

    /// <summary>
    /// A task is an object, and its memory is new: what that costs is the heap's, and told apart.
    /// </summary>
    [KernelTest(Isolated = true)]
    public static void ATaskCostsLittle()
    {
        var executor = new Executor<MeasuringProcessorPlatform>(default);
        SpawnBatches(executor);
        var collections = GC.CollectionCount(0);
        var raw = SpawnBatches(executor);
        collections = GC.CollectionCount(0) - collections;
        var harness = new NullExecutor(TasksOfBatch);
        SpawnNullBatches(harness);
        var nothing = SpawnNullBatches(harness);
        var memory = Tenths(AllocateBatches(), Batches * TasksOfBatch);
        var net = Report("W6a", "W6a", "a task", raw, nothing, Batches * TasksOfBatch);
        Console.WriteLine($"W6a: {memory / 10}.{memory % 10} of them for its memory");
        Expect.Equal(4 * Batches * TasksOfBatch, s_completed);
        if (s_suffix != "")
        {
            Expect.True(collections > 10);
            return;
        }

        Expect.InRange(net - memory, 500, 750);

        // The list looks for a place for each task: that is in no target.
        if (KernelAllocator.Name != "linked-list")
        {
            WorkloadTargets.Check("W6a", net * 10, 10_000, DefaultAllocator);
        }
    }

    [KernelTest(Isolated = true)]
    public static void AYieldCostsLittle()
    {
        var executor = new Executor<MeasuringProcessorPlatform>(default);
        var tasks = new NullTask[TasksOfBatch];
        for (var index = 0; index < TasksOfBatch; index++)
        {
            executor.Spawn("yields", static () => YieldAsync());
            tasks[index] = YieldWithoutTaskAsync();
        }

        // They all suspend in their first turn.
        var start = Processor.ReadTimeStampCounter();
        executor.RunReady();
        var raw = Processor.ReadTimeStampCounter() - start;
        start = Processor.ReadTimeStampCounter();
        NullExecutor.RunAll(tasks, Yields);
        var nothing = Processor.ReadTimeStampCounter() - start;
        var net = Report("W6b", "W6b", "a yield", raw, nothing, TasksOfBatch * Yields);
        Expect.Equal(2 * TasksOfBatch, s_completed);
        WorkloadTargets.Check($"W6b{s_suffix}", net * 10, 1000, DefaultAllocator);
    }

    [KernelTest(Isolated = true)]
    public static void AWakeArrivesSoon()
    {
        foreach (var count in (ReadOnlySpan<int>)[1, 100])
        {
            var executor = new Executor<MeasuringProcessorPlatform>(default);
            var harness = new NullExecutor(0);
            var signals = new InterruptSignal[count];
            var tasks = new NullTask[count];
            for (var index = 0; index < count; index++)
            {
                var signal = new InterruptSignal();
                signals[index] = signal;
                executor.Spawn("waits", () => WaitAsync(signal));
                tasks[index] = WaitWithoutTaskAsync();
            }

            executor.RunReady();
            ulong raw = 0;
            ulong nothing = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var signal = signals[37 * round % count];
                var start = Processor.ReadTimeStampCounter();
                signal.Set();
                executor.RunReady();
                raw += s_arrival - start - CounterCost;

                var task = tasks[37 * round % count];
                start = Processor.ReadTimeStampCounter();
                harness.Wake(task);
                harness.RunWoken();
                nothing += s_arrival - start - CounterCost;
            }

            var net = Report($"W6c-{count}", $"W6c, {count} parked", "a wake, until the first statement", raw, nothing, Rounds);
            WorkloadTargets.Check($"W6c-{count}{s_suffix}", net * 10, 1000, DefaultAllocator);
        }
    }

    /// <returns>The net cost in tenths of an instruction.</returns>
    private static long Report(string name, string workload, string unit, ulong raw, ulong nothing, int count)
    {
        var rawTenths = Tenths(raw, count);
        var nullTenths = Tenths(nothing, count);
        var net = rawTenths - nullTenths;
        Figure.Report(name + s_suffix, "instructions", raw, nothing, (ulong)count);
        Console.WriteLine(
            $"{workload}: {net / 10}.{net % 10} instructions {unit}: {rawTenths / 10}.{rawTenths % 10} less the harness's {nullTenths / 10}.{nullTenths % 10}");
        return net;
    }

    private static long Tenths(ulong instructions, int count) => (long)(instructions * 10 / (ulong)count);

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
    private static ulong SpawnBatches(Executor<MeasuringProcessorPlatform> executor)
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SpawnNullBatches(NullExecutor executor)
    {
        var start = Processor.ReadTimeStampCounter();
        for (var batch = 0; batch < Batches; batch++)
        {
            for (var index = 0; index < TasksOfBatch; index++)
            {
                executor.Spawn(static () => CompleteWithoutTaskAsync());
            }

            executor.RunSpawned();
        }

        return Processor.ReadTimeStampCounter() - start;
    }

#pragma warning disable CS1998 // A method that never waits: that is what is measured.
    private static async Task CompleteAsync() => s_completed++;

    private static async NullTask CompleteWithoutTaskAsync() => s_completed++;
#pragma warning restore CS1998

    private static async Task YieldAsync()
    {
        for (var yield = 0; yield < Yields; yield++)
        {
            await Task.Yield();
        }

        s_completed++;
    }

    private static async NullTask YieldWithoutTaskAsync()
    {
        for (var yield = 0; yield < Yields; yield++)
        {
            await default(NullWait);
        }

        s_completed++;
    }

    private static async Task WaitAsync(InterruptSignal signal)
    {
        while (true)
        {
            await signal;
            s_arrival = Processor.ReadTimeStampCounter();
        }
    }

    private static async NullTask WaitWithoutTaskAsync()
    {
        while (true)
        {
            await default(NullWait);
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
