using BenchmarkDotNet.Attributes;
using Tarn.Bench;

namespace Tarn.HostBench;

/// <summary>W1 to W4 on the host's own heap.</summary>
public unsafe class NativeHeapBenchmarks
{
    private readonly nuint[] _blocks = GC.AllocateArray<nuint>(HeapWorkloads<NativeHeap>.BlocksPerRound, pinned: true);
    private readonly BlockSlot[] _slots = GC.AllocateArray<BlockSlot>(HeapWorkloads<NativeHeap>.SlotsOfW4, pinned: true);

    /// <summary>The same small block, taken and given back at once.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.PairsOfW1)]
    public nuint W1() => HeapWorkloads<NativeHeap>.RunW1();

    /// <summary>Many equal blocks, given back in the opposite order.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.Rounds * HeapWorkloads<NativeHeap>.BlocksPerRound)]
    public void W2() => RunW2OrW3(isReversed: true);

    /// <summary>The same in their order.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.Rounds * HeapWorkloads<NativeHeap>.BlocksPerRound)]
    public void W3() => RunW2OrW3(isReversed: false);

    /// <summary>Blocks of many sizes that come and go at random; those that are left go back.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.StepsOfW4)]
    public ulong W4()
    {
        var meter = default(NoMeter);
        fixed (BlockSlot* slots = _slots)
        {
            var result = HeapWorkloads<NativeHeap>.RunW4(slots, ref meter);
            for (var index = 0; index < HeapWorkloads<NativeHeap>.SlotsOfW4; index++)
            {
                NativeHeap.Free(slots[index].Block, slots[index].Size, slots[index].Alignment);
            }

            return result.RandomState;
        }
    }

    private void RunW2OrW3(bool isReversed)
    {
        fixed (nuint* blocks = _blocks)
        {
            HeapWorkloads<NativeHeap>.RunW2OrW3(blocks, isReversed);
        }
    }
}
