using System;

namespace Tarn.Kernel;

/// <summary>
/// What <see cref="IHeapAllocator.FindFault"/> found: which invariant is broken, and where. It can be made and read without a heap.
/// </summary>
public readonly unsafe struct HeapFault
{
    /// <summary>Names a fault.</summary>
    /// <param name="kind">Which invariant is broken.</param>
    /// <param name="address">The block at which it is, or null where it belongs to none.</param>
    public HeapFault(HeapFaultKind kind, void* address = null)
    {
        Kind = kind;
        Address = (nuint)address;
    }

    /// <summary>No fault.</summary>
    public static HeapFault None => default;

    /// <summary>Which invariant is broken.</summary>
    public HeapFaultKind Kind { get; }

    /// <summary>The block at which it is; 0 where it belongs to none.</summary>
    public nuint Address { get; }

    /// <summary>Whether there is a fault at all.</summary>
    public bool Exists => Kind != HeapFaultKind.None;

    /// <summary>The fault in words, without the address.</summary>
    public string Message => Kind switch
    {
        HeapFaultKind.None => "the heap is sound",
        HeapFaultKind.NotInitialized => "the allocator has no memory yet",
        HeapFaultKind.FreeBlockMisaligned => "a free block is misaligned",
        HeapFaultKind.FreeBlockOutsideRange => "a free block lies outside the heap",
        HeapFaultKind.FreeBlocksOutOfOrder => "free blocks are not in the order of their addresses",
        HeapFaultKind.FreeBlocksOverlap => "free blocks overlap",
        HeapFaultKind.FreeBlocksNotMerged => "free neighbours were not merged",
        HeapFaultKind.FreeListBroken => "a list of free blocks is broken",
        HeapFaultKind.FreeBlockInWrongList => "a free block is in a list for other lengths",
        HeapFaultKind.ListIndexWrong => "the index of free lists disagrees with the lists",
        HeapFaultKind.LengthsDisagree => "the two lengths of a free block differ",
        HeapFaultKind.BoundaryMissing => "a free block's boundary is not marked",
        HeapFaultKind.BoundaryStray => "a boundary is marked where no free block begins or ends",
        HeapFaultKind.CachedBlockInvalid => "a cached block is no block of the heap, or is free twice",
        HeapFaultKind.CachedCountWrong => "the count of cached blocks is wrong",
        HeapFaultKind.FreeBytesWrong => "the count of free bytes is wrong",
        HeapFaultKind.PositionOutsideRange => "the position of the next block lies outside the heap",
        HeapFaultKind.LiveBlocksWrong => "the count of blocks in use is wrong",
        _ => "a block in use is free as well",
    };

    /// <summary>Does nothing where there is no fault.</summary>
    /// <exception cref="InvalidOperationException">There is one; the message says which, and at which address.</exception>
    public void ThrowIfExists()
    {
        if (Exists)
        {
            throw new InvalidOperationException($"{Message} (0x{Address:x})");
        }
    }
}
