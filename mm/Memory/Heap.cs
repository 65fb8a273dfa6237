using System;
using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>The heap: an allocator over a range of memory, and the counts that people ask for.</summary>
/// <typeparam name="TAllocator">The allocator, a struct: its code is compiled into this one's.</typeparam>
/// <remarks>It takes no lock: interrupt handlers do not allocate, and one processor runs everything else.</remarks>
public unsafe struct Heap<TAllocator>
    where TAllocator : struct, IHeapAllocator
{
    private TAllocator _allocator = default;

    /// <summary>A heap without memory yet.</summary>
    public Heap()
    {
    }

    /// <summary>Bytes in use.</summary>
    public readonly nuint UsedBytes => _allocator.UsedBytes;

    /// <summary>Bytes that are free.</summary>
    public readonly nuint FreeBytes => _allocator.FreeBytes;

    /// <summary>Takes the largest usable region of physical memory, by its address in the direct map.</summary>
    /// <param name="information">The memory map.</param>
    /// <param name="maximumSize">Bytes to take at most; a multiple of 16.</param>
    public void Initialize(in BootInformation information, nuint maximumSize)
    {
        var largest = default(MemoryRegion);
        foreach (ref readonly var region in information.MemoryMap)
        {
            if (region.Kind == MemoryRegionKind.Usable && region.Length > largest.Length)
            {
                largest = region;
            }
        }

        var size = Math.Min(maximumSize, (nuint)largest.Length);
        _allocator.Initialize((byte*)(information.DirectMapOffset + largest.Start), size);
    }

    /// <summary>Takes a block; null where there is no room.</summary>
    public void* Allocate(nuint size, nuint alignment) => _allocator.Allocate(size, alignment);

    /// <summary>Gives a block back.</summary>
    public void Free(void* block, nuint size, nuint alignment) => _allocator.Free(block, size, alignment);
}
