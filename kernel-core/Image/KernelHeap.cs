using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Allocators;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <summary>The heap under <c>new</c>: the core library's allocations end here.</summary>
internal static unsafe class KernelHeap
{
    /// <summary>The most that the heap takes, and the least that it is tried with.</summary>
    private const nuint MaximumSize = 64 * 1024 * 1024, MinimumSize = 1024 * 1024;

    private static EarlyHeap s_early;
    private static BumpAllocator s_allocator;
    private static bool s_isReady;

    internal static string AllocatorName => "bump";

    /// <summary>Bytes in use.</summary>
    internal static nuint UsedBytes => s_allocator.Usage.UsedBytes;

    /// <summary>Gives the heap the largest usable region. Until then, what is made (drivers of the consoles) comes from a small reserve inside the image.</summary>
    internal static void Initialize(in BootInformation boot) =>
        Place(HeapPlacement.WithinLargestRegion<BumpAllocator>(in boot, MaximumSize));

    /// <summary>Gives the heap a run of frames: for kernels that have a frame allocator.</summary>
    internal static void Initialize(FrameAllocator frames, ulong directMapOffset)
    {
        for (var size = MaximumSize; size >= MinimumSize; size /= 2)
        {
            if (frames.TryAllocateRun(size / PhysicalFrame<Size4KiB>.Size, 1, out var first))
            {
                Place(HeapPlacement.Within<BumpAllocator>((byte*)(directMapOffset + first.Start.Value), size));
                return;
            }
        }

        Panic.Fail("the kernel cannot start: there is no memory for the heap");
    }

    private static void Place(in HeapPlacement placement)
    {
        s_allocator.Initialize(placement.Start, placement.InitialSize, placement.Bookkeeping);
        s_isReady = true;
    }

    [RuntimeExport("tarn_heap_allocate")]
    private static void* Allocate(nuint size, nuint alignment)
    {
        if (s_allocator.TryAllocateQuickly(size, alignment, out var block))
        {
            return block;
        }

        return AllocateSlowly(size, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateSlowly(nuint size, nuint alignment) =>
        s_isReady ? s_allocator.AllocateSlowly(size, alignment) : s_early.Allocate(size, alignment);
}
