using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>
/// What allocators cost in instructions, and how densely they fill a heap: workloads W1 to W5 and W9, the harness's own cost taken off.
/// </summary>
/// <remarks>Each variant measures the allocator that it was composed with. The null allocator behind the same calls is the harness.</remarks>
internal static unsafe class HeapCostTests
{
    private const uint Seeds = 100;

    /// <summary>Costs are printed and bounded in hundredths of an instruction.</summary>
    private const ulong Hundredths = 100;

    // What keeps the optimiser from leaving out what is measured.
    private static nuint s_sum;

    private static bool IsBump => KernelAllocator.Reuse == HeapReuse.WhenAllIsFree;

    [KernelTest]
    public static void EqualBlocksCostAFewInstructions()
    {
        using var memory = new WorkloadMemory();
        NullHeap.Renew(memory.Range);
        var harness = TimeW1<NullHeap>();
        memory.RenewHeap();
        var raw = TimeW1<WorkloadHeap>();
        var w1 = (raw - harness) * Hundredths / HeapWorkloads<NullHeap>.PairsOfW1;
        Figure.Report("W1", "instructions", raw, harness, HeapWorkloads<NullHeap>.PairsOfW1);
        Expect.Equal((ulong)HeapWorkloads<NullHeap>.PairsOfW1, WorkloadHeap.Statistics.Allocations);
        var w2 = MeasureW2OrW3(memory, isReversed: true);
        var w3 = MeasureW2OrW3(memory, isReversed: false);
        Console.WriteLine($"W1 {w1 / 100}.{w1 % 100:d2}, W2 {w2 / 100}.{w2 % 100:d2}, W3 {w3 / 100}.{w3 % 100:d2} instructions a pair");
        WorkloadTargets.Check("W1", (long)w1, IsBump ? 300 : 500, KernelAllocator.Name);
        WorkloadTargets.Check("W2", (long)w2, 500, KernelAllocator.Name);
        WorkloadTargets.Check("W3", (long)w3, 500, KernelAllocator.Name);
    }

    [KernelTest]
    public static void MixedBlocksCostAFewInstructionsAStep()
    {
        using var memory = new WorkloadMemory();
        NullHeap.Renew(memory.Range);
        var harness = TimeW4<NullHeap>(memory.Slots, out _);
        memory.RenewHeap();
        var raw = TimeW4<WorkloadHeap>(memory.Slots, out var result);
        var w4 = (raw - harness) * Hundredths / HeapWorkloads<NullHeap>.StepsOfW4;
        Figure.Report("W4", "instructions", raw, harness, HeapWorkloads<NullHeap>.StepsOfW4);
        Figure.Report("W4-failures", "requests", (ulong)result.Failures, 0, 1);
        Expect.False(WorkloadHeap.FindFault().Exists);
        Console.WriteLine($"W4 {w4 / 100}.{w4 % 100:d2} instructions a step, {result.Failures} requests failed");
        Expect.Equal(0, result.CorruptBlocks);
        if (IsBump)
        {
            Expect.True(result.Failures > 0, "what is freed does not serve again while another block is in use");
            return;
        }

        Expect.Equal((0, 100_122, 244), (result.Failures, result.Allocations, result.LiveBlocks));
        Expect.Equal((124_564UL, 0x15ac59f18830fcbfUL), (result.LiveBytes, result.RandomState));
        WorkloadTargets.Check("W4", (long)w4, 500, KernelAllocator.Name);
    }

    [KernelTest]
    public static void EvenTheCostliestOperationIsBounded()
    {
        // What the call and the counter cost is the null allocator's costliest.
        using var memory = new WorkloadMemory();
        WorstOperation harness = default;
        NullHeap.Renew(memory.Range);
        HeapWorkloads<NullHeap>.RunW4(memory.Slots, ref harness);
        WorstOperation worst = default;
        memory.RenewHeap();
        HeapWorkloads<WorkloadHeap>.RunW4(memory.Slots, ref worst);
        Console.WriteLine($"W4max: allocate {worst.Allocate - harness.Allocate}, free {worst.Free - harness.Free} instructions");
        Figure.Report("W4max-allocate", "instructions", worst.Allocate, harness.Allocate, 1);
        Figure.Report("W4max-free", "instructions", worst.Free, harness.Free, 1);
        WorkloadTargets.Check("W4max-allocate", (long)((worst.Allocate - harness.Allocate) * Hundredths), 1000, KernelAllocator.Name);
        WorkloadTargets.Check("W4max-free", (long)((worst.Free - harness.Free) * Hundredths), 1000, KernelAllocator.Name);
    }

    [KernelTest]
    public static void TheHeapIsFilledDensely()
    {
        using var memory = new WorkloadMemory();
        ulong live = 0;
        ulong steps = 0;
        ulong cost = 0;
        ulong harness = 0;
        for (var seed = 1u; seed <= Seeds; seed++)
        {
            memory.RenewHeap();
            cost += TimeW5<WorkloadHeap>(seed, memory.Slots, out var result);
            live += result.LiveBytes;
            steps += (ulong)result.Steps;

            // The harness ends where the heap was full.
            EndingNullHeap.Renew(WorkloadHeap.Statistics.Allocations);
            harness += TimeW5<EndingNullHeap>(seed, memory.Slots, out var same);
            Expect.Equal(result.Steps, same.Steps);
        }

        Expect.False(WorkloadHeap.FindFault().Exists);
        var density = live * 10_000 / (Seeds * WorkloadHeap.Size);
        var w5 = (cost - harness) * Hundredths / steps;
        Figure.Report("W5-density", "percent", live * 100, 0, Seeds * WorkloadHeap.Size);
        Figure.Report("W5", "instructions", cost, harness, steps);
        Console.WriteLine($"W5 {density / 100}.{density % 100:d2} % in use, {w5 / 100}.{w5 % 100:d2} instructions a step");
        Expect.InRange((long)density, 3300, 10_000);
        WorkloadTargets.Check("W5-density", (long)density, 0, KernelAllocator.Name);
        WorkloadTargets.Check("W5", (long)w5, 500, KernelAllocator.Name);
    }

    [KernelTest]
    public static void SmallBlocksThatAreFreedServeLargeOnes()
    {
        using var memory = new WorkloadMemory();
        memory.RenewHeap();
        var blocks = HeapWorkloads<WorkloadHeap>.RunW9(memory.Blocks);
        Figure.Report("W9", "blocks", (ulong)blocks, 0, 1);
        Expect.Equal(256, blocks);
        Expect.False(WorkloadHeap.FindFault().Exists);
    }

    private static ulong MeasureW2OrW3(WorkloadMemory memory, bool isReversed)
    {
        const ulong Pairs = HeapWorkloads<NullHeap>.Rounds * HeapWorkloads<NullHeap>.BlocksPerRound;
        NullHeap.Renew(memory.Range);
        var harness = TimeW2OrW3<NullHeap>(memory.Blocks, isReversed);
        memory.RenewHeap();
        var cost = TimeW2OrW3<WorkloadHeap>(memory.Blocks, isReversed);
        Expect.False(WorkloadHeap.FindFault().Exists);
        Figure.Report(isReversed ? "W2" : "W3", "instructions", cost, harness, Pairs);
        Expect.Equal((Pairs, 0UL), (WorkloadHeap.Statistics.Allocations, WorkloadHeap.Statistics.Failures));
        return (cost - harness) * Hundredths / Pairs;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong TimeW1<THeap>()
        where THeap : struct, IWorkloadHeap
    {
        var start = Processor.ReadTimeStampCounter();
        s_sum += HeapWorkloads<THeap>.RunW1();
        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong TimeW2OrW3<THeap>(nuint* blocks, bool isReversed)
        where THeap : struct, IWorkloadHeap
    {
        var start = Processor.ReadTimeStampCounter();
        HeapWorkloads<THeap>.RunW2OrW3(blocks, isReversed);
        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong TimeW4<THeap>(BlockSlot* slots, out W4Result result)
        where THeap : struct, IWorkloadHeap
    {
        NoMeter meter = default;
        var start = Processor.ReadTimeStampCounter();
        result = HeapWorkloads<THeap>.RunW4(slots, ref meter);
        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong TimeW5<THeap>(uint seed, BlockSlot* slots, out W5Result result)
        where THeap : struct, IWorkloadHeap
    {
        var start = Processor.ReadTimeStampCounter();
        result = HeapWorkloads<THeap>.RunW5(seed, slots);
        return Processor.ReadTimeStampCounter() - start;
    }
}
