using System;
using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>Where a heap lies, how long it is, and how it may grow.</summary>
/// <remarks>
/// <code>
///   Start                                                    Start + MaximumSize
///   | InitialSize | grows by GrowthStep … |  not committed   |
///
///   Bookkeeping                                        somewhere else; as many bytes as the allocator wants
///   | for the range so far | grows …   |
/// </code>
/// </remarks>
public readonly unsafe struct HeapPlacement
{
    /// <summary>Bytes of a page: what a heap is committed in.</summary>
    public const uint PageSize = 4096;

    /// <summary>First byte of the range; aligned to a page.</summary>
    public byte* Start { get; init; }

    /// <summary>Bytes at the start; whole pages, above 0.</summary>
    public nuint InitialSize { get; init; }

    /// <summary>Bytes at most; whole pages, not below <see cref="InitialSize"/>.</summary>
    public nuint MaximumSize { get; init; }

    /// <summary>Bytes to grow by if the request does not need more; whole pages, above 0 unless the heap cannot grow.</summary>
    public nuint GrowthStep { get; init; }

    /// <summary>
    /// Where the allocator's bookkeeping begins; aligned to a page, apart from the range and with room for that of <see
    /// cref="MaximumSize"/>.
    /// </summary>
    public byte* Bookkeeping { get; init; }

    /// <summary>Puts a heap that does not grow, and its bookkeeping, into a piece of memory.</summary>
    /// <typeparam name="TAllocator">The heap's allocator.</typeparam>
    /// <param name="memory">First byte; aligned to a page.</param>
    /// <param name="size">Bytes; whole pages.</param>
    /// <returns>A placement; its size is 0 where the memory does not hold one.</returns>
    /// <remarks>
    /// <code>
    ///   memory                              memory + size
    ///   | bookkeeping | range               |
    /// </code>
    /// </remarks>
    public static HeapPlacement Within<TAllocator>(byte* memory, nuint size)
        where TAllocator : struct, IHeapAllocator
    {
        // What would do for all of the memory does for what remains of it.
        var bookkeeping = RoundUpToPages(TAllocator.BookkeepingSize(size));
        var range = bookkeeping < size ? size - bookkeeping : 0;
        return new HeapPlacement { Start = memory + bookkeeping, InitialSize = range, MaximumSize = range, Bookkeeping = memory };
    }

    /// <summary>
    /// Puts a heap that does not grow into the largest usable region of physical memory, by its address in the direct map.
    /// </summary>
    /// <typeparam name="TAllocator">The heap's allocator.</typeparam>
    /// <param name="boot">The memory map.</param>
    /// <param name="maximumSize">Bytes to take at most, bookkeeping included; whole pages.</param>
    public static HeapPlacement WithinLargestRegion<TAllocator>(in BootInformation boot, nuint maximumSize)
        where TAllocator : struct, IHeapAllocator
    {
        var largest = default(MemoryRegion);
        foreach (ref readonly var region in boot.MemoryMap)
        {
            if (region.Kind == MemoryRegionKind.Usable && region.Length > largest.Length)
            {
                largest = region;
            }
        }

        var size = largest.Length < maximumSize ? (nuint)largest.Length : maximumSize;
        return Within<TAllocator>((byte*)(boot.DirectMapOffset + largest.Start), size);
    }

    /// <summary>Checks the rules above.</summary>
    /// <exception cref="ArgumentException">One is broken.</exception>
    internal void Validate()
    {
        var all = (nuint)Start | (nuint)Bookkeeping | InitialSize | MaximumSize | GrowthStep;
        if (all % PageSize != 0 || InitialSize > MaximumSize || (GrowthStep == 0 && InitialSize != MaximumSize))
        {
            throw new ArgumentException("a heap is placed in whole pages, and grows in steps from its initial to its maximum size");
        }
    }

    /// <summary>Bytes of the pages that hold <paramref name="size"/> bytes.</summary>
    internal static nuint RoundUpToPages(nuint size) => (size + (PageSize - 1)) & ~(nuint)(PageSize - 1);
}
