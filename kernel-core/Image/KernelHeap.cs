using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <summary>The heap under <c>new</c>: the core library's allocations end here.</summary>
/// <remarks>
/// <para>
/// <c>KernelAllocator</c> is the allocator that this image was composed with: the build makes it another name for one of the types in mm/
/// (Tarn.Allocator.targets).
/// </para>
/// <code>
///   0x4444_4444_0000                                             0x4444_4844_0000
///   | 100 KiB | grows by GrowthStep …        | not mapped        | guard | bookkeeping of the allocator …
///   ^ the page below is not mapped either
/// </code>
/// </remarks>
internal static unsafe partial class KernelHeap
{
    /// <summary>Where the heap starts. The kernel maps nothing else in that quarter of the lower half.</summary>
    internal const ulong Start = 0x4444_4444_0000;

    /// <summary>Bytes that it has at first, and to which it may grow.</summary>
    internal const nuint InitialSize = 100 * 1024, MaximumSize = 64 * 1024 * 1024;

    /// <summary>Bytes by which it grows, where a request does not need more.</summary>
    private const nuint GrowthStep = 256 * 1024;

    /// <summary>Bytes that stay unmapped above the most that it may take.</summary>
    private const nuint GuardSize = 2 * 1024 * 1024;

    private static Heap<NoLock, KernelAllocator, KernelHeapSource> s_heap;
    private static EarlyHeap s_early;
    private static bool s_isReady;

    internal static string AllocatorName => KernelAllocator.Name;

    /// <summary>What the heap has done and how full it is.</summary>
    internal static HeapStatistics Statistics => s_heap.Statistics;

    /// <summary>Maps the heap's first memory. There must be the kernel's own address space. Until then, what is made (drivers of the consoles) comes from a
    /// small reserve inside the image.</summary>
    internal static void Initialize()
    {
        var placement = new HeapPlacement
        {
            Start = (byte*)Start,
            InitialSize = InitialSize,
            MaximumSize = MaximumSize,
            GrowthStep = GrowthStep,
            Bookkeeping = (byte*)Start + MaximumSize + GuardSize,
        };
        if (!s_heap.TryInitialize(placement))
        {
            Panic.Fail("the kernel cannot start: there is no memory for the heap");
        }

        var isReady = true;
        InitializeCollection(ref isReady);
        if (!isReady)
        {
            Panic.Fail("the kernel cannot start: there is no memory for the collector");
        }

        HeapMemory.MaximumSize = MaximumSize;
        s_isReady = true;
    }

    /// <summary>In an image whose collector is stressed: it is collected before each allocation again. In others it does nothing.</summary>
    internal static void BeginStress() => RestartStress();

    /// <summary>The same, and it is collected before each of the first hundred allocations, and then before every fourth, sixteenth, …: for what measures time, or has so
    /// many objects that it would take minutes. Until <see cref="BeginStress"/>.</summary>
    internal static void EaseStress() => LessenStress();

    /// <summary>Looks for a broken invariant in the whole heap.</summary>
    internal static HeapFault FindFault() => s_heap.FindFault();

    [RuntimeExport("tarn_heap_allocate")]
    private static void* Allocate(nuint size, nuint alignment)
    {
        if (s_heap.TryAllocateQuickly(size, alignment, out var block))
        {
            return block;
        }

        return AllocateSlowly(size, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateSlowly(nuint size, nuint alignment)
    {
        var block = s_heap.AllocateSlowly(size, alignment);
        if (block is not null)
        {
            return block;
        }

        return AllocateByGrowing(size, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateByGrowing(nuint size, nuint alignment)
    {
        if (!s_isReady)
        {
            return s_early.Allocate(size, alignment);
        }

        var hasCollected = false;
        while (TryMakeRoom(size, alignment, ref hasCollected))
        {
            // What was collected may be just what is wanted, and at hand.
            var block = s_heap.AllocateAgain(size, alignment);
            if (block is not null)
            {
                return block;
            }
        }

        s_heap.CountFailure();
        return null;
    }

    /// <summary>Collects or grows.</summary>
    /// <param name="size">Bytes that are asked for.</param>
    /// <param name="alignment">Their alignment.</param>
    /// <param name="hasCollected">Whether it was collected for this request: that is done once at most, and always before the request fails.</param>
    /// <returns>Whether there may be room now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryMakeRoom(nuint size, nuint alignment, ref bool hasCollected)
    {
        var mayCollect = !hasCollected;
        if (mayCollect)
        {
            BeforeGrowth(ref hasCollected);
            if (hasCollected)
            {
                return true;
            }
        }

        var mayGrow = true;
        PrepareGrowth(size, alignment, ref mayGrow);
        if (mayGrow && s_heap.TryGrow(size, alignment, countsFailure: false))
        {
            return true;
        }

        AfterFailedGrowth(mayCollect, ref hasCollected);
        return mayCollect && hasCollected;
    }

    // A collector's part, in images that have one (KernelHeap.Collection.cs); in others these calls are not there.
    static partial void InitializeCollection(ref bool isReady);

    static partial void RestartStress();

    static partial void LessenStress();

    static partial void BeforeGrowth(ref bool hasCollected);

    static partial void PrepareGrowth(nuint size, nuint alignment, ref bool mayGrow);

    static partial void AfterFailedGrowth(bool mayCollect, ref bool hasCollected);

    [RuntimeExport("tarn_heap_free")]
    private static void Free(void* block, nuint size, nuint alignment)
    {
        // The image is in the upper half, the heap in the lower: what came from the reserve stays where it is.
        if ((nint)block > 0 && !s_heap.TryFreeQuickly(block, size, alignment))
        {
            FreeSlowly(block, size, alignment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FreeSlowly(void* block, nuint size, nuint alignment) => s_heap.FreeSlowly(block, size, alignment);
}
