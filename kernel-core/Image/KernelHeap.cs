using System.Runtime;
using Tarn.Allocators;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <summary>The heap under <c>new</c>: the core library's allocations end here.</summary>
internal static unsafe class KernelHeap
{
    /// <summary>The most that the heap takes, and the least that it is tried with.</summary>
    private const nuint MaximumSize = 64 * 1024 * 1024, MinimumSize = 1024 * 1024;

    // Names the heap's memory, in the words in which the heap asks for it.
    private static BootInformation s_memory;

    private static EarlyHeap s_early;
    private static Heap<BumpAllocator> s_heap;
    private static bool s_isReady;

    internal static string AllocatorName => "bump";

    /// <summary>Bytes in use.</summary>
    internal static nuint UsedBytes => s_heap.UsedBytes;

    /// <summary>Gives the heap the largest usable region. Until then, what is made (drivers of the consoles) comes from a small reserve inside the image.</summary>
    internal static void Initialize(in BootInformation boot)
    {
        s_heap.Initialize(in boot, MaximumSize);
        s_isReady = true;
    }

    /// <summary>Gives the heap a run of frames: for kernels that have a frame allocator.</summary>
    internal static void Initialize(FrameAllocator frames, ulong directMapOffset)
    {
        for (var size = MaximumSize; size >= MinimumSize; size /= 2)
        {
            if (frames.TryAllocateRun(size / PhysicalFrame<Size4KiB>.Size, 1, out var first))
            {
                s_memory.DirectMapOffset = directMapOffset;
                s_memory.RegionStorage[0] = new MemoryRegion(first.Start.Value, size, MemoryRegionKind.Usable);
                s_memory.SetRegionCount(1);
                s_heap.Initialize(in s_memory, MaximumSize);
                s_isReady = true;
                return;
            }
        }

        Panic.Fail("the kernel cannot start: there is no memory for the heap");
    }

    [RuntimeExport("tarn_heap_allocate")]
    private static void* Allocate(nuint size, nuint alignment) => s_isReady ? s_heap.Allocate(size, alignment) : s_early.Allocate(size, alignment);
}
