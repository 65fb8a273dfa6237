using Tarn.Image;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>A heap beside the kernel's: of the same allocator, its memory mapped in the same way, and nobody else in it.</summary>
/// <typeparam name="TLock">Its lock.</typeparam>
/// <remarks>One for each type of lock, and one after the other.</remarks>
internal static unsafe class SecondHeap<TLock>
    where TLock : struct, IHeapLock
{
    private const ulong Start = 0x7000_0000_0000, Bookkeeping = 0x7000_4000_0000;

    private static Heap<TLock, KernelAllocator, KernelHeapSource> s_heap;
    private static ulong s_freeFrames;

    /// <summary>The heap.</summary>
    internal static ref Heap<TLock, KernelAllocator, KernelHeapSource> Heap => ref s_heap;

    /// <summary>The heap's first byte.</summary>
    internal static byte* First => (byte*)Start;

    /// <summary>Makes the heap.</summary>
    internal static void Make(nuint initialSize, nuint maximumSize, nuint growthStep)
    {
        s_freeFrames = KernelMemory.Frames.FreeFrames;
        var placement = new HeapPlacement
        {
            Start = First,
            InitialSize = initialSize,
            MaximumSize = maximumSize,
            GrowthStep = growthStep,
            Bookkeeping = (byte*)Bookkeeping,
        };
        Expect.True(s_heap.TryInitialize(placement));
    }

    /// <summary>Unmaps all of the heap, and expects that it has cost no frame.</summary>
    internal static void Remove()
    {
        Expect.False(s_heap.FindFault().Exists);
        var size = s_heap.Statistics.Size;
        var bookkeeping = (KernelAllocator.BookkeepingSize(size) + HeapPlacement.PageSize - 1) & ~(nuint)(HeapPlacement.PageSize - 1);
        s_heap = default;
        var source = default(KernelHeapSource);
        source.Decommit(First, size);
        if (bookkeeping != 0)
        {
            source.Decommit((byte*)Bookkeeping, bookkeeping);
        }

        Expect.Equal(s_freeFrames, KernelMemory.Frames.FreeFrames);
    }
}
