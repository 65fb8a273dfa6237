using System;
using Tarn.Bench;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Memory for the workloads' heap and for what they keep, from the kernel's.</summary>
internal readonly unsafe struct WorkloadMemory : IDisposable
{
    private const nuint SlotsSize = HeapWorkloads<NullHeap>.MaximumBlocksOfW5 * 16;

    private readonly byte* _bookkeeping;

    /// <summary>Takes it.</summary>
    public WorkloadMemory()
    {
        Range = Take(WorkloadHeap.Size);
        _bookkeeping = Take(BookkeepingSize);
        Slots = (BlockSlot*)Take(SlotsSize);
    }

    /// <summary>The heap's range.</summary>
    internal byte* Range { get; }

    /// <summary>Room for the most slots that a workload has.</summary>
    internal BlockSlot* Slots { get; }

    /// <summary>The same, as room for addresses.</summary>
    internal nuint* Blocks => (nuint*)Slots;

    private static nuint BookkeepingSize => KernelAllocator.BookkeepingSize(WorkloadHeap.Size) + HeapPlacement.PageSize;

    /// <summary>Makes the heap new.</summary>
    internal void RenewHeap() => Expect.True(WorkloadHeap.Renew(Range, _bookkeeping));

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        HeapMemory.Free(Slots, SlotsSize, HeapPlacement.PageSize);
        HeapMemory.Free(_bookkeeping, BookkeepingSize, HeapPlacement.PageSize);
        HeapMemory.Free(Range, WorkloadHeap.Size, HeapPlacement.PageSize);
    }

    private static byte* Take(nuint size)
    {
        Expect.True(HeapMemory.TryAllocate(size, HeapPlacement.PageSize, out var block));
        return (byte*)block;
    }
}
