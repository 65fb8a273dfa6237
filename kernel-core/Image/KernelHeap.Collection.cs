#if TARN_COLLECTOR
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Collecting;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <remarks>
/// The heap with a collector above it: in images that reference Tarn.Collector. Blocks for objects are noted as such, and before the heap
/// grows, what nothing refers to goes.
/// <code>
///   0x4444_5444_0000: bitmaps for the range so far, each with room for those of the longest
///   | objects | marks | words of objects | mark stack |
/// </code>
/// </remarks>
internal static unsafe partial class KernelHeap
{
    /// <summary>Where the bitmaps begin: apart from the heap's own bookkeeping, of which there is less than that.</summary>
    private const ulong Bitmaps = Start + (256 * 1024 * 1024);

    private const nuint BitmapSize = MaximumSize / 64, SummarySize = MaximumSize / 4096, MarkStackSize = 64 * 1024;

    /// <summary>As much of the range as one page of a bitmap is for. The bitmaps are committed in such steps.</summary>
    private const nuint BytesOfBitmapPage = HeapPlacement.PageSize * 64;

    /// <summary>Bytes to be allocated before it is worth a collection, if less than that was live.</summary>
    private const nuint LeastBetweenCollections = 64 * 1024;

    private static ObjectHeap s_objects;
    private static bool s_isCollecting;
    private static int s_collections;
    private static nuint s_usedAfterCollection;
    private static CollectionResult s_lastCollection;

    /// <summary>How many collections there have been.</summary>
    internal static int Collections => s_collections;

    /// <summary>What the last one did.</summary>
    internal static CollectionResult LastCollection => s_lastCollection;

    /// <summary>Bytes that were in use after the last one; 0 before the first.</summary>
    internal static nuint UsedAfterCollection => s_usedAfterCollection;

    /// <summary>Bytes by which more is in use than after the last collection, or than at the start; 0 where it is less, because blocks were freed that are
    /// no objects.</summary>
    internal static nuint AllocatedSinceCollection
    {
        get
        {
            var used = s_heap.Statistics.Usage.UsedBytes;
            return used > s_usedAfterCollection ? used - s_usedAfterCollection : 0;
        }
    }

    /// <summary>Collects if as much has been allocated since the last time as stayed then: a collection costs about as much as what stays, so all
    /// collections together cost about as much as all allocations.</summary>
    /// <returns>Whether it did.</returns>
    internal static bool CollectIfWorthwhile() =>
        AllocatedSinceCollection >= Math.Max(s_usedAfterCollection, LeastBetweenCollections) && Collect();

    /// <summary>Looks for a broken invariant in what the collector knows of the heap.</summary>
    /// <returns>Where it is; 0 where there is none.</returns>
    internal static nuint FindObjectFault()
    {
        // Types are constants or, because the compiler initialises parts of them, data.
        ref readonly var layout = ref ImageLayout.Current;
        return s_objects.FindFault((nuint)layout.ImageStart, (nuint)layout.ImageEnd);
    }

    [RuntimeExport("tarn_object_allocate")]
    private static void* AllocateObject(nuint size)
    {
#if TARN_COLLECTOR_STRESS
        CollectForStress();
#endif
        // What is at hand is never of the reserve in the image.
        if (s_heap.TryAllocateQuickly(size, (nuint)sizeof(nint), out var block))
        {
            s_objects.NoteQuickly(block);
            return block;
        }

        return AllocateObjectSlowly(size);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateObjectSlowly(nuint size)
    {
        var block = AllocateSlowly(size, (nuint)sizeof(nint));
        if (block is not null)
        {
            s_objects.Note(block);
        }

        return block;
    }

    static partial void InitializeCollection(ref bool isReady)
    {
        if (KernelAllocator.Reuse != HeapReuse.AtOnce)
        {
            Panic.Fail($"the kernel cannot start: it has a collector, and the allocator {KernelAllocator.Name} does not hand out again what was freed");
        }

        var bitmaps = (byte*)Bitmaps;
        var summary = bitmaps + (2 * BitmapSize);
        s_objects.Initialize((void*)Start, bitmaps, bitmaps + BitmapSize, summary, summary + SummarySize, MarkStackSize);
        var source = default(KernelHeapSource);
        isReady = source.TryCommit(summary, SummarySize + MarkStackSize) && TryCommitBitmaps(InitialSize);
        if (isReady)
        {
            Clear(summary, SummarySize);
        }
    }

    static partial void BeforeGrowth(ref bool hasCollected) => hasCollected = CollectIfWorthwhile();

    /// <summary>Whatever the heap may add for a request must have bitmaps first.</summary>
    static partial void PrepareGrowth(nuint size, nuint alignment, ref bool mayGrow)
    {
        // Beyond these bounds the heap does not grow, and the sum below might wrap around.
        if (size <= MaximumSize && alignment <= MaximumSize)
        {
            var wanted = Math.Max(size + alignment + (2 * HeapPlacement.PageSize), GrowthStep);
            mayGrow = TryCommitBitmaps(Math.Min(s_heap.Statistics.Size + wanted, MaximumSize));
        }
    }

    /// <summary>Gives back bitmaps of what the heap did not become, and collects where that was not done yet, whether it looks worthwhile or not: the
    /// request would fail.</summary>
    static partial void AfterFailedGrowth(bool mayCollect, ref bool hasCollected)
    {
        DecommitBitmaps(s_heap.Statistics.Size);
        if (mayCollect)
        {
            hasCollected = Collect();
        }
    }

    private static bool TryCommitBitmaps(nuint length)
    {
        var source = default(KernelHeapSource);
        while (s_objects.Length < length)
        {
            var offset = s_objects.Length / 64;
            var page = (byte*)Bitmaps + offset;
            if (!source.TryCommit(page, HeapPlacement.PageSize))
            {
                return false;
            }

            if (!source.TryCommit(page + BitmapSize, HeapPlacement.PageSize))
            {
                Decommit(page);
                return false;
            }

            Clear(page, HeapPlacement.PageSize);
            Clear(page + BitmapSize, HeapPlacement.PageSize);
            s_objects.Extend(s_objects.Length + BytesOfBitmapPage);
        }

        return true;
    }

    /// <summary>Gives back the bitmaps of what lies behind a length of the heap.</summary>
    private static void DecommitBitmaps(nuint length)
    {
        while (s_objects.Length >= length + BytesOfBitmapPage)
        {
            s_objects.Extend(s_objects.Length - BytesOfBitmapPage);
            var page = (byte*)Bitmaps + (s_objects.Length / 64);
            Decommit(page);
            Decommit(page + BitmapSize);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Decommit(byte* page) => default(KernelHeapSource).Decommit(page, HeapPlacement.PageSize);

    private static void Clear(byte* start, nuint size) => new Span<byte>(start, (int)size).Clear();

    [RuntimeImport("*", "tarn_collect")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern bool Collect();

    [RuntimeExport("tarn_count_collections")]
    private static int CountCollections() => s_collections;

    [RuntimeExport("tarn_count_used_bytes")]
    private static nint CountUsedBytes() => (nint)s_heap.Statistics.Usage.UsedBytes;

    /// <summary>Collect.s: the caller's registers are on the stack.</summary>
    /// <returns>False where there is another stack than the one that tasks run on, whose caller's stack nobody knows.</returns>
    [RuntimeExport("tarn_collect_from")]
    private static bool CollectFrom(nuint* stackPointer)
    {
        ref readonly var stack = ref ImageLayout.Current.Stacks[0];
        if (!s_isReady || s_isCollecting || (ulong)stackPointer < stack.Bottom || (ulong)stackPointer >= stack.Top)
        {
            return false;
        }

        s_isCollecting = true;
        var roots = new Roots { StackPointer = stackPointer, StackTop = (nuint*)stack.Top };
        s_lastCollection = s_objects.Collect(ref roots);
        s_usedAfterCollection = s_heap.Statistics.Usage.UsedBytes;
        s_collections++;
        s_isCollecting = false;
        return true;
    }

#if TARN_COLLECTOR_STRESS
    /// <summary>Each allocation is preceded by a collection, up to so many; then so many are before every fourth, every sixteenth, …: what allocates a million times is
    /// stressed to its end as well, and not for hours.</summary>
    private const int MostCollectionsOfEachInterval = 20_000;

    /// <summary>The same for what has asked for less.</summary>
    private const int FewestCollectionsOfEachInterval = 100;

    private const int GrowthOfInterval = 4;

    private static uint s_stressInterval = 1;
    private static uint s_sinceCollection;
    private static int s_collectionsOfInterval;
    private static int s_mostOfInterval = MostCollectionsOfEachInterval;

    static partial void RestartStress()
    {
        s_stressInterval = 1;
        s_collectionsOfInterval = 0;
        s_mostOfInterval = MostCollectionsOfEachInterval;
    }

    static partial void LessenStress() => s_mostOfInterval = FewestCollectionsOfEachInterval;

    private static void CollectForStress()
    {
        if (!s_isReady || s_isCollecting || ++s_sinceCollection < s_stressInterval)
        {
            return;
        }

        s_sinceCollection = 0;
        if (++s_collectionsOfInterval > s_mostOfInterval)
        {
            s_stressInterval *= GrowthOfInterval;
            s_collectionsOfInterval = 1;
        }

        Verify();
        Collect();
        Verify();
    }

    private static void Verify()
    {
        var fault = FindObjectFault();
        if (fault != 0)
        {
            Panic.Fail($"the collector's bitmaps are wrong at 0x{fault:x}");
        }

        FindFault().ThrowIfExists();
    }
#endif

    /// <summary>Where the image's references begin.</summary>
    private struct Roots : ICollectionRoots
    {
        internal nuint* StackPointer, StackTop;

        /// <summary>
        /// The running stack, and all of the image that was written to: static fields, objects that the compiler made, the reserve from which the first
        /// objects came, addresses that are kept as such. Not the other stacks: nothing runs there while a task does.
        /// </summary>
        public readonly void MarkRoots(ref ObjectHeap heap)
        {
            ref readonly var layout = ref ImageLayout.Current;
            var from = layout.DataStart;
            while (from < layout.DataEnd)
            {
                var end = layout.DataEnd;
                var next = layout.DataEnd;
                foreach (ref readonly var stack in layout.Stacks)
                {
                    if (stack.Guard >= from && stack.Guard < end)
                    {
                        (end, next) = (stack.Guard, stack.Top);
                    }
                }

                MarkWritten(ref heap, from, end);
                from = next;
            }

            heap.MarkConservatively(StackPointer, StackTop);
        }

        /// <summary>Marks what the pages of a range refer to that were written to since the kernel's address space was made, which was before there were
        /// objects in the heap: the others still have what the image's file has.</summary>
        private static void MarkWritten(ref ObjectHeap heap, ulong start, ulong end)
        {
            while (start < end)
            {
                var next = Math.Min((start | (HeapPlacement.PageSize - 1)) + 1, end);
                if (KernelMemory.AddressSpace.IsDirty(VirtualAddress.Truncate(start)))
                {
                    heap.MarkReferences((nuint*)start, (nuint*)next);
                }

                start = next;
            }
        }

        public readonly void MarkLateRoots(ref ObjectHeap heap) => RootsOfTasks.MarkReady(ref heap);

        public readonly void OnMarked(ref ObjectHeap heap) => RootsOfTasks.OnMarked(ref heap);

        public readonly void Free(void* block, nuint size)
        {
#if TARN_COLLECTOR_STRESS
            new Span<byte>(block, (int)size).Fill(0xDB);
#endif
            KernelHeap.Free(block, size, (nuint)sizeof(nint));
        }
    }
}
#endif
