using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The heap under <c>new</c>, with the allocator that the image was composed with: each does what its contract says.</summary>
internal static unsafe class HeapTests
{
    private const nuint KiB = 1024, MiB = 1024 * KiB;
    private const uint Granule = HeapGranule.Size;

    /// <summary>As many as the heap has bytes at first.</summary>
    private const uint ManyBlocks = (uint)KernelHeap.InitialSize;

    // What keeps the compiler from leaving the object out.
    private static object? s_kept;

    [KernelTest]
    public static void AnObjectIsInTheHeap()
    {
        var before = KernelHeap.Statistics;
        var value = new Pair { Left = 41, Right = 13 };
        var other = new Pair { Left = 7, Right = 8 };
        var after = KernelHeap.Statistics;

        Expect.True(IsInHeap(AddressOf(value)) && IsInHeap(AddressOf(other)));
        Expect.Equal((41, 13, 7, 8), (value.Left, value.Right, other.Left, other.Right));
        Expect.Equal(before.Allocations + 2, after.Allocations);
        Expect.Equal(before.Failures, after.Failures);
        Expect.False(KernelHeap.FindFault().Exists);
    }

    [KernelTest]
    public static void ALargeListSumsUp()
    {
        var list = new List<ulong>();
        for (var number = 0UL; number < 1000; number++)
        {
            list.Add(number);
        }

        var sum = 0UL;
        foreach (var number in list)
        {
            sum += number;
        }

        Expect.Equal(999UL * 1000 / 2, sum);
        Expect.False(KernelHeap.FindFault().Exists);
    }

    [KernelTest]
    public static void AsManyBoxesAsTheHeapHasBytesComeAndGo()
    {
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        MakeAndDisposeOfBoxes();
        ExpectThatFreedBlocksServedAgain(before, KernelHeap.Statistics.Usage.UsedBytes);
    }

    [KernelTest]
    public static void AsManyBoxesComeAndGoBesideOneThatStays()
    {
        var all = KernelHeap.Statistics.Usage.UsedBytes;
        var longLived = new Box<uint>(0xfeed_f00d);
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        MakeAndDisposeOfBoxes();
        ExpectThatFreedBlocksServedAgain(before, KernelHeap.Statistics.Usage.UsedBytes);

        Expect.Equal(0xfeed_f00d, longLived.Value);
        longLived.Dispose();
        if (KernelAllocator.Reuse == HeapReuse.AtOnce)
        {
            Expect.Equal(all, KernelHeap.Statistics.Usage.UsedBytes);
        }
    }

    [KernelTest]
    public static void WhenAllIsFreeAllServesAgainInAnyAllocator()
    {
        SecondHeap<NoLock>.Make(KernelHeap.InitialSize, 4 * MiB, 64 * KiB);
        ref var heap = ref SecondHeap<NoLock>.Heap;
        for (var number = 0u; number < ManyBlocks; number++)
        {
            var block = (uint*)heap.Allocate(sizeof(uint), 8);
            *block = number;
            heap.Free(block, sizeof(uint), 8);
        }

        var statistics = heap.Statistics;
        Expect.Equal(KernelHeap.InitialSize, statistics.Size);
        Expect.Equal((nuint)0, statistics.Usage.UsedBytes);
        Expect.Equal((ulong)ManyBlocks, statistics.Allocations);
        var whole = heap.Allocate(KernelHeap.InitialSize, 8);
        Expect.True(whole == SecondHeap<NoLock>.First);
        heap.Free(whole, KernelHeap.InitialSize, 8);
        SecondHeap<NoLock>.Remove();
    }

    [KernelTest]
    public static void WhatIsFreedBesideABlockInUseServesAgainAsTheAllocatorPromises()
    {
        SecondHeap<NoLock>.Make(KernelHeap.InitialSize, 4 * MiB, 64 * KiB);
        ref var heap = ref SecondHeap<NoLock>.Heap;
        var longLived = (ulong*)heap.Allocate(sizeof(ulong), 8);
        *longLived = 0xfeed_f00d;
        var before = heap.Statistics.Usage.UsedBytes;
        for (var number = 0u; number < ManyBlocks; number++)
        {
            var block = (uint*)heap.Allocate(sizeof(uint), 8);
            *block = number;
            heap.Free(block, sizeof(uint), 8);
        }

        var statistics = heap.Statistics;
        ExpectThatFreedBlocksServedAgain(before, statistics.Usage.UsedBytes);
        if (KernelAllocator.Reuse == HeapReuse.AtOnce)
        {
            Expect.Equal(KernelHeap.InitialSize, statistics.Size);
        }
        else
        {
            // It has grown by all that is freed and not free: whole steps.
            var grown = before + (ManyBlocks * Granule) - KernelHeap.InitialSize;
            Expect.Equal(KernelHeap.InitialSize + ((grown + (64 * KiB) - 1) / (64 * KiB) * (64 * KiB)), statistics.Size);
        }

        Expect.Equal(0xfeed_f00dUL, *longLived);
        heap.Free(longLived, sizeof(ulong), 8);
        Expect.Equal((nuint)0, heap.Statistics.Usage.UsedBytes);
        SecondHeap<NoLock>.Remove();
    }

    [KernelTest]
    public static void EveryPowerOfTwoIsAnAlignment()
    {
        for (nuint alignment = 1; alignment <= MiB; alignment *= 2)
        {
            Expect.True(HeapMemory.TryAllocate(100, alignment, out var block));
            Expect.Equal((nuint)0, (nuint)block % alignment);
            Expect.True(IsInHeap((nuint)block) && IsInHeap((nuint)block + 99));
            new Span<byte>(block, 100).Fill(0x5a);
            HeapMemory.Free(block, 100, alignment);
        }

        Expect.False(KernelHeap.FindFault().Exists);
    }

    [KernelTest]
    public static void BlocksWithoutSizeAreApart()
    {
        Expect.True(HeapMemory.TryAllocate(0, 8, out var first));
        Expect.True(HeapMemory.TryAllocate(0, 8, out var second));
        Expect.True(first != second);
        HeapMemory.Free(first, 0, 8);
        HeapMemory.Free(second, 0, 8);
        Expect.False(KernelHeap.FindFault().Exists);
    }

    [KernelTest]
    public static void WhatMakesNoSenseIsRefusedAndCounted()
    {
        var before = KernelHeap.Statistics;
        var refused = 0UL;
        foreach (var size in (ReadOnlySpan<nuint>)[KernelHeap.MaximumSize + 1, (nuint)1 << 31, (nuint)1 << 32, (nuint)1 << 63, nuint.MaxValue - 15, nuint.MaxValue])
        {
            foreach (var alignment in (ReadOnlySpan<nuint>)[1, 8, 16, 64, 4096, MiB, (nuint)1 << 63])
            {
                Refuse(size, alignment, ref refused);
            }
        }

        foreach (var alignment in (ReadOnlySpan<nuint>)[0, 3, 7, 12, 24, 4095, 4097, nuint.MaxValue])
        {
            foreach (var size in (ReadOnlySpan<nuint>)[0, 1, 8, 64, 5000, nuint.MaxValue])
            {
                Refuse(size, alignment, ref refused);
            }
        }

        Refuse(1, (nuint)1 << 62, ref refused);
        var after = KernelHeap.Statistics;
        Expect.Equal(before.Failures + refused, after.Failures);
        Expect.Equal(before.Allocations, after.Allocations);
        Expect.Equal(before.Size, after.Size);
        Expect.Equal(before.Usage.UsedBytes, after.Usage.UsedBytes);
        Expect.False(KernelHeap.FindFault().Exists);
    }

    [KernelTest]
    public static void StatisticsSayWhatWasDone()
    {
        // In whole granules, these are 6,160 bytes.
        const nuint Used = 16 + 16 + 112 + 1008 + 5008;
        const nuint Size = 64 * KiB;
        SecondHeap<NoLock>.Make(Size, 128 * KiB, 64 * KiB);
        ref var heap = ref SecondHeap<NoLock>.Heap;
        ReadOnlySpan<nuint> sizes = [1, 16, 100, 1000, 5000];
        void*[] blocks = new void*[5];
        for (var index = 0; index < sizes.Length; index++)
        {
            blocks[index] = heap.Allocate(sizes[index], 8);
        }

        ExpectStatistics(heap.Statistics, Size, Used, allocations: 5, failures: 0);
        Expect.Equal(Size - Used, heap.Statistics.Usage.LargestFreeBlock);
        var isBump = KernelAllocator.Reuse == HeapReuse.WhenAllIsFree;
        var highWater = isBump ? HeapPlacement.PageSize * 2 : Used;
        Expect.Equal(highWater, heap.Statistics.Usage.HighWaterMark);

        Expect.True(heap.Allocate(MiB, 8) is null && heap.Allocate(8, 3) is null);
        ExpectStatistics(heap.Statistics, Size, Used, allocations: 5, failures: 2);

        heap.Free(blocks[2], 100, 8);
        heap.Free(blocks[4], 5000, 8);
        ExpectStatistics(heap.Statistics, Size, isBump ? Used : Used - 112 - 5008, allocations: 5, failures: 2);
        Expect.Equal(highWater, heap.Statistics.Usage.HighWaterMark);

        // One that needs more memory, and after it the heap is full to the last byte.
        var large = heap.Allocate((128 * KiB) - Used, 8);
        Expect.True(large is not null);
        var rest = heap.Allocate(isBump ? Granule : 5008, 8);
        Expect.Equal(isBump, rest is null);
        ExpectStatistics(heap.Statistics, 128 * KiB, isBump ? 128 * KiB : (128 * KiB) - 112, isBump ? 6UL : 7, isBump ? 3UL : 2);

        heap.Free(large, (128 * KiB) - Used, 8);
        if (rest is not null)
        {
            heap.Free(rest, 5008, 8);
        }

        heap.Free(blocks[0], 1, 8);
        heap.Free(blocks[1], 16, 8);
        heap.Free(blocks[3], 1000, 8);
        ExpectStatistics(heap.Statistics, 128 * KiB, 0, isBump ? 6UL : 7, isBump ? 3UL : 2);
        Expect.Equal(128 * KiB, heap.Statistics.Usage.HighWaterMark);
        SecondHeap<NoLock>.Remove();
    }

    [KernelTest]
    public static void EveryPageOfTheHeapIsWritableAndNotExecutable()
    {
        var size = KernelHeap.Statistics.Size;
        for (ulong offset = 0; offset < size; offset += HeapPlacement.PageSize)
        {
            Expect.True(KernelMemory.AddressSpace.TryTranslate(new VirtualAddress(KernelHeap.Start + offset), out var translation));
            Expect.Equal((ulong)(PageFlags.Writable | PageFlags.Global), (ulong)translation.Flags);
        }

        Expect.False(IsMapped(KernelHeap.Start - 1));
        Expect.False(IsMapped(KernelHeap.Start + size));
    }

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0x4444444*")]
    public static void AnObjectIsNotExecuted()
    {
        var code = new Box<byte>(0xc3); // ret
        ((delegate*<void>)code.Address)();
    }

    [KernelTest(ShouldPanicLike = "page fault: write to an address that is not mapped, 0x44444443ffff")]
    public static void BelowTheHeapIsAGuard() => *(byte*)(KernelHeap.Start - 1) = 1;

    [KernelTest(ShouldPanicLike = "page fault: write to an address that is not mapped, 0x444448440000")]
    public static void AboveTheHeapIsAGuardAlsoWhenItHasGrownToItsBound()
    {
        FillTheHeap();
        Expect.Equal(KernelHeap.MaximumSize, KernelHeap.Statistics.Size);
        *(byte*)(KernelHeap.Start + KernelHeap.MaximumSize - 1) = 1;
        *(byte*)(KernelHeap.Start + KernelHeap.MaximumSize) = 1;
    }

    [KernelTest(Isolated = true)]
    public static void WithoutMemoryNewAndBoxesThrowAndTheHeapStaysSound()
    {
        FillTheHeap();
        var before = KernelHeap.Statistics;
        var thrown = 0;
        try
        {
            s_kept = new byte[40_000];
        }
        catch (OutOfMemoryException)
        {
            thrown++;
        }

        try
        {
            new Box<Large>(default).Dispose();
        }
        catch (OutOfMemoryException)
        {
            thrown++;
        }

        try
        {
            new Rc<Large>(default).Dispose();
        }
        catch (OutOfMemoryException)
        {
            thrown++;
        }

        var isBoxed = Box<Large>.TryCreate(default, out var box) || !box.IsEmpty;
        var after = KernelHeap.Statistics;
        Expect.True(thrown == 3 && !isBoxed);
        Expect.True(after.Failures == before.Failures + 4 && after.Allocations == before.Allocations);
        Expect.True(after.Usage.UsedBytes == before.Usage.UsedBytes && !KernelHeap.FindFault().Exists);
    }

    [KernelTest(ShouldPanicLike = "unhandled exception: *Insufficient memory to continue the execution of the program. (*bytes were asked for; the heap may have 67108864)")]
    public static void WhereNobodyCatchesItThatIsAPanic()
    {
        FillTheHeap();
        s_kept = new byte[40_000];
    }

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void AMillionBlocksFillTheHeapToItsBoundAndThenThereIsNoMore()
    {
        const nuint Size = 64;
        var before = KernelHeap.Statistics;
        ulong count = 0;
        ulong* last = null;
        while (HeapMemory.TryAllocate(Size, 8, out var block))
        {
            ((ulong*)block)[0] = (ulong)last;
            ((ulong*)block)[7] = count++;
            last = (ulong*)block;
        }

        var full = KernelHeap.Statistics;
        Expect.InRange((long)count, 1_000_000, (long)(KernelHeap.MaximumSize / Size));
        Expect.Equal(KernelHeap.MaximumSize, full.Size);
        Expect.Equal(before.Allocations + count, full.Allocations);
        Expect.Equal(before.Failures + 1, full.Failures);
        Expect.True(full.Usage.LargestFreeBlock < Size);
        Expect.False(KernelHeap.FindFault().Exists);

        // Free them from the last to the first; each still says which it is.
        for (var number = count; number > 0; number--)
        {
            if (last[7] != number - 1)
            {
                Expect.Fail("a block is not what it was");
            }

            var previous = (ulong*)last[0];
            HeapMemory.Free(last, Size, 8);
            last = previous;
        }

        Expect.True(last is null);
        Expect.False(KernelHeap.FindFault().Exists);
        ExpectRecovery(before, KernelHeap.MaximumSize / 2);
    }

    [KernelTest(Machine = "memory=24M", TimeLimit = 60)]
    public static void FramesMayRunOutBeforeTheBound()
    {
        const nuint Size = 4096;
        var before = KernelHeap.Statistics;
        var freeFrames = KernelMemory.Frames.FreeFrames;
        var mapped = CountMappedPages();
        ulong* last = null;
        while (HeapMemory.TryAllocate(Size, 8, out var block))
        {
            *(ulong**)block = last;
            last = (ulong*)block;
        }

        var full = KernelHeap.Statistics;
        Expect.True(full.Size < KernelHeap.MaximumSize && full.Size > 16 * MiB);
        Expect.Equal(before.Failures + 1, full.Failures);
        Expect.InRange((long)KernelMemory.Frames.FreeFrames, 0, 2);
        Expect.False(KernelHeap.FindFault().Exists);

        // No frame is lost: each that is gone is behind a page, or is one of their tables.
        var gone = freeFrames - KernelMemory.Frames.FreeFrames;
        Expect.InRange((long)(gone - (CountMappedPages() - mapped)), 8, 14);
        Expect.Equal(full.Size / HeapPlacement.PageSize, (nuint)CountMappedPages(KernelHeap.Start, KernelHeap.MaximumSize));

        while (last is not null)
        {
            var previous = *(ulong**)last;
            HeapMemory.Free(last, Size, 8);
            last = previous;
        }

        ExpectRecovery(before, 8 * MiB);
    }

    [KernelTest(Machine = "memory=24M", TimeLimit = 60)]
    public static void AGrowthThatFailsAtAnyFrameLeavesNothing()
    {
        const nuint Size = 2 * MiB;
        var frames = KernelMemory.Frames;
        var before = KernelHeap.Statistics;
        var mapped = CountMappedPages();
        var taken = TakenFrames.TakeAll();
        Expect.Equal(0UL, frames.FreeFrames);

        void* block;
        var free = 0UL;
        while (!HeapMemory.TryAllocate(Size, 8, out block))
        {
            if (frames.FreeFrames != free || KernelHeap.Statistics.Size != before.Size || IsMapped(KernelHeap.Start + before.Size))
            {
                Expect.Fail("a growth that failed has left something");
            }

            taken.GiveOneBack();
            free++;
        }

        // Each page, the bookkeeping and a table or two: with one frame less it failed.
        Expect.InRange((long)free, 512, 530);
        Expect.Equal(before.Failures + free, KernelHeap.Statistics.Failures);
        Expect.Equal(0UL, frames.FreeFrames);
        Expect.InRange((long)(free - (CountMappedPages() - mapped)), 1, 3);
        Expect.False(KernelHeap.FindFault().Exists);
        new Span<byte>(block, (int)Size).Fill(0xa5);
        HeapMemory.Free(block, Size, 8);
        taken.GiveAllBack();
    }

    /// <summary>Blocks of many sizes that come and go between two readings of the used bytes.</summary>
    private static void MakeAndDisposeOfBoxes()
    {
        for (var number = 0u; number < ManyBlocks; number++)
        {
            var box = new Box<uint>(number);
            if (box.Value != number)
            {
                Expect.Fail("a box does not hold its value");
            }

            box.Dispose();
        }
    }

    /// <summary>What one after the other was freed served the next, or all of it is used up: as the contract of the allocator says.</summary>
    private static void ExpectThatFreedBlocksServedAgain(nuint usedBefore, nuint usedAfter)
    {
        switch (KernelAllocator.Reuse)
        {
            case HeapReuse.AtOnce:
                Expect.Equal(usedBefore, usedAfter);
                break;
            case HeapReuse.WhenAllIsFree:
                // A DEBUG build has something beside each box.
                var used = usedAfter - usedBefore;
                Expect.True(used == ManyBlocks * Granule || used == 2 * ManyBlocks * Granule);
                break;
            default:
                Expect.Fail("this allocator is not for kernels");
                break;
        }
    }

    /// <summary>All that a case took is freed; the kernel's own objects are there as before.</summary>
    /// <param name="before">The heap as it was before the case.</param>
    /// <param name="size">Bytes that there are in one piece again, where what is freed serves again.</param>
    private static void ExpectRecovery(in HeapStatistics before, nuint size)
    {
        var failures = KernelHeap.Statistics.Failures;
        var isThere = HeapMemory.TryAllocate(size, 8, out var block);
        if (KernelAllocator.Reuse == HeapReuse.AtOnce)
        {
            Expect.True(isThere);
            HeapMemory.Free(block, size, 8);
            Expect.Equal(before.Usage.UsedBytes, KernelHeap.Statistics.Usage.UsedBytes);
        }
        else
        {
            // The kernel's objects are never freed, so for this one there is nothing more to come.
            Expect.False(isThere);
            Expect.False(HeapMemory.TryAllocate(4096, 8, out _));
            Expect.Equal(failures + 2, KernelHeap.Statistics.Failures);
        }

        Expect.False(KernelHeap.FindFault().Exists);
    }

    /// <summary>Takes all of the heap, until not even a granule is left.</summary>
    private static void FillTheHeap()
    {
        for (var size = MiB; size >= Granule; size /= 4)
        {
            while (HeapMemory.TryAllocate(size, 8, out _))
            {
            }
        }
    }

    private static void Refuse(nuint size, nuint alignment, ref ulong refused)
    {
        if (HeapMemory.TryAllocate(size, alignment, out var block) || block is not null)
        {
            Expect.Fail("a request was met that makes no sense");
        }

        refused++;
    }

    private static void ExpectStatistics(in HeapStatistics statistics, nuint size, nuint used, ulong allocations, ulong failures)
    {
        Expect.Equal(size, statistics.Size);
        Expect.Equal(128 * KiB, statistics.MaximumSize);
        Expect.Equal(used, statistics.Usage.UsedBytes);
        Expect.Equal(size - used, statistics.Usage.FreeBytes);
        Expect.Equal(allocations, statistics.Allocations);
        Expect.Equal(failures, statistics.Failures);
    }

    /// <summary>Pages of the heap and of its allocator's bookkeeping.</summary>
    private static ulong CountMappedPages() => CountMappedPages(KernelHeap.Start, 2 * KernelHeap.MaximumSize);

    private static ulong CountMappedPages(ulong start, ulong size)
    {
        var count = 0UL;
        for (var address = start; address < start + size; address += HeapPlacement.PageSize)
        {
            count += IsMapped(address) ? 1u : 0;
        }

        return count;
    }

    private static bool IsMapped(ulong address) => KernelMemory.AddressSpace.TryTranslate(new VirtualAddress(address), out _);

    private static bool IsInHeap(nuint address) => address >= KernelHeap.Start && address < KernelHeap.Start + KernelHeap.Statistics.Size;

    private static nuint AddressOf(object value) => Unsafe.As<object, nuint>(ref value);

    /// <summary>An object.</summary>
    private sealed class Pair
    {
        public int Left { get; init; }

        public int Right { get; init; }
    }

    /// <summary>A value of 5,000 bytes.</summary>
    private struct Large
    {
        public fixed byte Bytes[5000];
    }
}
