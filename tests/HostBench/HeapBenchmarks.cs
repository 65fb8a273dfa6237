using BenchmarkDotNet.Attributes;
using Tarn.Allocators;
using Tarn.Bench;
using Tarn.Kernel;

namespace Tarn.HostBench;

/// <summary>W1 to W5 on one allocator of the kernel's. Times are for one operation; a new heap for each run is in them, and is nothing beside it.</summary>
[GenericTypeArguments(typeof(FixedSizeBlockAllocator))]
[GenericTypeArguments(typeof(LinkedListAllocator))]
[GenericTypeArguments(typeof(BumpAllocator))]
public unsafe class HeapBenchmarks<TAllocator>
    where TAllocator : struct, IHeapAllocator
{
    private const uint SeedOfW5 = 1;

    // Fixed in place: the workloads take pointers.
    private readonly nuint[] _blocks = GC.AllocateArray<nuint>(HeapWorkloads<HostHeap<TAllocator>>.BlocksPerRound, pinned: true);
    private readonly BlockSlot[] _slots = GC.AllocateArray<BlockSlot>(HeapWorkloads<HostHeap<TAllocator>>.MaximumBlocksOfW5, pinned: true);

    /// <summary>The same small block, taken and given back at once.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.PairsOfW1)]
    public nuint W1()
    {
        HostHeap<TAllocator>.Renew();
        return HeapWorkloads<HostHeap<TAllocator>>.RunW1();
    }

    /// <summary>Many equal blocks, given back in the opposite order.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.Rounds * HeapWorkloads<NativeHeap>.BlocksPerRound)]
    public void W2() => RunW2OrW3(isReversed: true);

    /// <summary>The same in their order.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.Rounds * HeapWorkloads<NativeHeap>.BlocksPerRound)]
    public void W3() => RunW2OrW3(isReversed: false);

    /// <summary>Blocks of many sizes that come and go at random.</summary>
    [Benchmark(OperationsPerInvoke = HeapWorkloads<NativeHeap>.StepsOfW4)]
    public ulong W4()
    {
        HostHeap<TAllocator>.Renew();
        var meter = default(NoMeter);
        fixed (BlockSlot* slots = _slots)
        {
            return HeapWorkloads<HostHeap<TAllocator>>.RunW4(slots, ref meter).RandomState;
        }
    }

    /// <summary>Blocks of up to a page until the heap is full; the time of a whole run.</summary>
    [Benchmark]
    public ulong W5()
    {
        HostHeap<TAllocator>.Renew();
        fixed (BlockSlot* slots = _slots)
        {
            return HeapWorkloads<HostHeap<TAllocator>>.RunW5(SeedOfW5, slots).LiveBytes;
        }
    }

    private void RunW2OrW3(bool isReversed)
    {
        HostHeap<TAllocator>.Renew();
        fixed (nuint* blocks = _blocks)
        {
            HeapWorkloads<HostHeap<TAllocator>>.RunW2OrW3(blocks, isReversed);
        }
    }
}
