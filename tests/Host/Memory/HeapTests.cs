using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Tests.Host.Memory;

/// <summary>The heap: how it grows, what it leaves when it cannot, what it counts, and when it locks.</summary>
[TestFixture(TypeArgs = [typeof(BumpAllocator)])]
[TestFixture(TypeArgs = [typeof(LinkedListAllocator)])]
[TestFixture(TypeArgs = [typeof(FixedSizeBlockAllocator)])]
internal sealed unsafe class HeapTests<TAllocator>
    where TAllocator : struct, IHeapAllocator
{
    private const uint Page = HeapPlacement.PageSize;
    private const uint InitialSize = 25 * Page, Step = 8 * Page, MaximumSize = 200 * Page;

    private CommittedMemory _memory = null!;
    private TestLock.Log _log = null!;
    private Heap<TestLock, TAllocator, TestSource> _heap;

    private HeapPlacement Placement => new()
    {
        Start = _memory.Range,
        InitialSize = InitialSize,
        MaximumSize = MaximumSize,
        GrowthStep = Step,
        Bookkeeping = _memory.Bookkeeping,
    };

    [SetUp]
    public void MakeHeap()
    {
        _memory = new CommittedMemory((int)(MaximumSize / Page), (int)(MaximumSize / Page));
        _log = new TestLock.Log();
        _heap = default;
        Assert.That(_heap.TryInitialize(Placement, new TestSource(_memory), new TestLock(_log)), Is.True);
    }

    [TearDown]
    public void CheckAndFreeMemory()
    {
        CheckCommitted();
        Assert.That(_log.IsHeld, Is.False);
        Assert.That(_heap.FindFault().Kind, Is.EqualTo(HeapFaultKind.None));
        _memory.Dispose();
    }

    [Test]
    public void ItBeginsWithItsInitialSize()
    {
        Assert.That(_memory.CommittedRange, Is.EqualTo((nuint)InitialSize));
        var statistics = _heap.Statistics;
        Assert.Multiple(() =>
        {
            Assert.That(statistics.Size, Is.EqualTo((nuint)InitialSize));
            Assert.That(statistics.MaximumSize, Is.EqualTo((nuint)MaximumSize));
            Assert.That(statistics.Usage.FreeBytes, Is.EqualTo((nuint)InitialSize));
            Assert.That(statistics.Allocations, Is.Zero);
            Assert.That(statistics.Failures, Is.Zero);
        });
    }

    [Test]
    public void ItGrowsInStepsToItsBound()
    {
        var sizes = new List<nuint> { _heap.Statistics.Size };
        var count = 0ul;
        while (_heap.Allocate(1000, 8) is not null)
        {
            count++;
            if (_heap.Statistics.Size != sizes[^1])
            {
                sizes.Add(_heap.Statistics.Size);
                CheckCommitted();
            }
        }

        var steps = sizes.Zip(sizes.Skip(1), (before, after) => after - before).ToArray();
        Assert.That(steps[..^1], Is.All.EqualTo((nuint)Step));
        Assert.That(sizes[^1], Is.EqualTo((nuint)MaximumSize));
        Assert.That(_heap.Statistics.Allocations, Is.EqualTo(count));
        Assert.That(_heap.Statistics.Failures, Is.EqualTo(1));
        Assert.That(count, Is.GreaterThanOrEqualTo(MaximumSize / 1008));
    }

    [Test]
    public void ALargeRequestGrowsByWhatItNeeds()
    {
        Assert.That(_heap.Allocate(60 * Page, 8) is not null, Is.True);
        Assert.That(_heap.Statistics.Size, Is.EqualTo((nuint)(InitialSize + (60 * Page))));
        Assert.That(_heap.Allocate(30 * Page, 64 * Page) is not null, Is.True);
    }

    /// <summary>As after a collection: what was freed for a request is at hand for it and for the next ones, and nothing is counted twice.</summary>
    [Test]
    public void ARequestForWhichBlocksWereFreedFindsOneOfThem()
    {
        const int Size = 160, Count = 20;
        var blocks = new List<nint>();
        while (_heap.TryAllocateQuickly(Size, 8, out var block) || (block = _heap.AllocateSlowly(Size, 8)) is not null)
        {
            blocks.Add((nint)block);
        }

        // The last one was the request that failed, and is made again below.
        var requests = _heap.Statistics.Allocations;
        Assert.That(requests, Is.EqualTo((ulong)blocks.Count + 1));
        if (TAllocator.Reuse != HeapReuse.AtOnce)
        {
            Assert.That((nint)_heap.AllocateAgain(Size, 8), Is.EqualTo((nint)0));
            return;
        }

        foreach (var block in blocks[^Count..])
        {
            _heap.Free((void*)block, Size, 8);
        }

        var again = (nint)_heap.AllocateAgain(Size, 8);
        Assert.That(blocks[^Count..], Does.Contain(again));
        Assert.That(_heap.Statistics.Allocations, Is.EqualTo(requests));
        if (typeof(TAllocator) == typeof(FixedSizeBlockAllocator))
        {
            Assert.That(_heap.TryAllocateQuickly(Size, 8, out _), Is.True, "the others are at hand as before");
        }
    }

    [Test]
    public void ARequestThatTheBoundJustLeavesRoomForIsMet()
    {
        Assert.That(_heap.Allocate(MaximumSize, 8) is not null, Is.True);
        Assert.That(_heap.Statistics.Size, Is.EqualTo((nuint)MaximumSize));
    }

    [TestCase(MaximumSize + 1, 8u)]
    [TestCase(1u, 0u)]
    [TestCase(1u, 3u)]
    [TestCase(1u, 1u << 30)]
    [TestCase(uint.MaxValue, 8u)]
    public void ARequestThatNoGrowthCanMeetGrowsNothing(uint size, uint alignment)
    {
        Assert.That(_heap.Allocate(size, alignment) is null, Is.True);
        Assert.That(_heap.Allocate(nuint.MaxValue - size, alignment) is null, Is.True);
        Assert.That(_heap.Statistics.Size, Is.EqualTo((nuint)InitialSize));
        Assert.That(_heap.Statistics.Failures, Is.EqualTo(2));
    }

    [Test]
    public void ARequestThatTheBoundLeavesNoRoomForGrowsNothing()
    {
        // One block in use is enough for the whole range not to be had any more.
        Assert.That(_heap.Allocate(16, 8) is not null);

        Assert.That(_heap.Allocate(MaximumSize, 8) is null);
        Assert.That(_heap.Statistics.Size, Is.EqualTo((nuint)InitialSize));
        Assert.That(_heap.Statistics.Failures, Is.EqualTo(1));
    }

    [Test]
    public void WhereThereIsNoWholeStepItTakesWhatIsNeeded()
    {
        Assert.That(_heap.Allocate(InitialSize, 8) is not null, Is.True);
        _memory.LargestCommit = 2 * Page;
        Assert.That(_heap.Allocate(Page + 1, 8) is not null, Is.True);
        Assert.That(_heap.Statistics.Size, Is.EqualTo((nuint)(InitialSize + (2 * Page))));
        Assert.That(_heap.Allocate(3 * Page, 8) is null, Is.True);
        Assert.That(_heap.Statistics.Size, Is.EqualTo((nuint)(InitialSize + (2 * Page))));
    }

    [Test]
    public void MemoryThatRunsOutAtAnyRequestLeavesNothing()
    {
        // A heap that grows twice, and whose every request for memory fails in turn.
        for (var allowed = 0; allowed < 8; allowed++)
        {
            _memory.Dispose();
            MakeHeap();
            var first = _heap.Allocate(InitialSize, 8);
            _memory.CommitsUntilFailure = allowed;
            var second = _heap.Allocate(80 * Page, 8);
            CheckCommitted();
            var third = _heap.Allocate(80 * Page, 8);
            CheckCommitted();
            Assert.That(_heap.FindFault().Kind, Is.EqualTo(HeapFaultKind.None));
            Assert.That(_heap.Statistics.Failures, Is.EqualTo((second is null ? 1ul : 0) + (third is null ? 1ul : 0)));

            _memory.CommitsUntilFailure = int.MaxValue;
            Assert.That(second is not null || _heap.Allocate(80 * Page, 8) is not null, Is.True);
            _heap.Free(first, InitialSize, 8);
        }
    }

    [Test]
    public void AHeapThatCannotBeginHasCommittedNothing()
    {
        for (var allowed = 0; ; allowed++)
        {
            using var memory = new CommittedMemory((int)(MaximumSize / Page), (int)(MaximumSize / Page)) { CommitsUntilFailure = allowed };
            var heap = default(Heap<TestLock, TAllocator, TestSource>);
            var placement = Placement with { Start = memory.Range, Bookkeeping = memory.Bookkeeping };
            if (heap.TryInitialize(placement, new TestSource(memory), new TestLock(_log)))
            {
                Assert.That(allowed, Is.GreaterThan(0));
                return;
            }

            Assert.That((ulong)(memory.CommittedRange + memory.CommittedBookkeeping), Is.Zero);
            Assert.That(heap.Allocate(1, 8) is null, Is.True);
            Assert.That(heap.Statistics.Failures, Is.EqualTo(1));
        }
    }

    [Test]
    public void PlacementsThatBreakTheRulesAreRefused()
    {
        var valid = Placement;
        Assert.Multiple(() =>
        {
            Refuse(valid with { Start = valid.Start + 16 });
            Refuse(valid with { Bookkeeping = valid.Bookkeeping + 8 });
            Refuse(valid with { InitialSize = Page + 16 });
            Refuse(valid with { MaximumSize = InitialSize - Page });
            Refuse(valid with { GrowthStep = 100 });
            Refuse(valid with { GrowthStep = 0 });
        });

        void Refuse(HeapPlacement placement)
        {
            var heap = default(Heap<TestLock, TAllocator, TestSource>);
            Assert.That(() => heap.TryInitialize(placement, new TestSource(_memory), new TestLock(_log)), Throws.ArgumentException);
        }
    }

    [Test]
    public void APieceOfMemoryHoldsAHeapAndItsBookkeeping([Values(1u, 2u, 3u, 100u)] uint pages)
    {
        var placement = HeapPlacement.Within<TAllocator>(_memory.Range, pages * Page);
        var bookkeeping = TAllocator.BookkeepingSize(placement.InitialSize);
        Assert.That((nuint)placement.Start, Is.GreaterThanOrEqualTo((nuint)placement.Bookkeeping + bookkeeping));
        Assert.That((nuint)placement.Start + placement.InitialSize, Is.EqualTo((nuint)_memory.Range + (pages * Page)));
        using var memory = new CommittedMemory((int)pages, 0);
        var heap = default(Heap<NoLock, TAllocator, FixedMemory>);
        var isThere = heap.TryInitialize(HeapPlacement.Within<TAllocator>(memory.Range, pages * Page));
        Assert.That(isThere, Is.EqualTo(placement.InitialSize != 0));
        Assert.That(heap.Allocate(placement.InitialSize, 8) is not null, Is.EqualTo(isThere));
        Assert.That(heap.Allocate(1, 8) is null, Is.True);
    }

    [Test]
    public void TheLargestUsableRegionIsTaken()
    {
        var boot = default(BootInformation);
        boot.DirectMapOffset = (ulong)_memory.Range;
        boot.RegionStorage[0] = new MemoryRegion(0, 2 * Page, MemoryRegionKind.Usable);
        boot.RegionStorage[1] = new MemoryRegion(2 * Page, 90 * Page, MemoryRegionKind.Reserved);
        boot.RegionStorage[2] = new MemoryRegion(92 * Page, 80 * Page, MemoryRegionKind.Usable);
        boot.SetRegionCount(3);
        var all = HeapPlacement.WithinLargestRegion<TAllocator>(in boot, 1000 * Page);
        Assert.That((nuint)all.Start + all.InitialSize, Is.EqualTo((nuint)_memory.Range + (172 * Page)));
        var some = HeapPlacement.WithinLargestRegion<TAllocator>(in boot, 40 * Page);
        Assert.That((nuint)some.Bookkeeping, Is.EqualTo((nuint)_memory.Range + (92 * Page)));
        Assert.That((nuint)some.Start + some.InitialSize, Is.EqualTo((nuint)_memory.Range + (132 * Page)));
    }

    [Test]
    public void TheLockIsHeldWhileMemoryIsAskedFor()
    {
        var heldAtRequests = new List<bool>();
        _memory.OnRequest = () => heldAtRequests.Add(_log.IsHeld);
        var before = _log.Entries;
        var block = _heap.Allocate(60 * Page, 8);
        _heap.Free(block, 60 * Page, 8);
        Assert.That(heldAtRequests, Is.Not.Empty.And.All.True);
        Assert.That(_log.Entries, Is.GreaterThan(before));
    }

    [Test]
    public void TheInterruptMaskingLockMasksAndPutsBack()
    {
        Processor.Reset();
        var maskedAtRequests = new List<bool>();
        using var memory = new CommittedMemory((int)(MaximumSize / Page), (int)(MaximumSize / Page));
        memory.OnRequest = () => maskedAtRequests.Add(Processor.AreInterruptsMasked);
        var heap = default(Heap<InterruptMaskingLock, TAllocator, TestSource>);
        var placement = Placement with { Start = memory.Range, Bookkeeping = memory.Bookkeeping };
        Assert.That(heap.TryInitialize(placement, new TestSource(memory)), Is.True);
        maskedAtRequests.Clear();

        var block = heap.Allocate(60 * Page, 8);
        Assert.That(Processor.AreInterruptsMasked, Is.False);
        heap.Free(block, 60 * Page, 8);
        Assert.That(maskedAtRequests, Is.Not.Empty.And.All.True);

        var flags = Processor.SaveAndDisableInterrupts();
        heap.Allocate(16, 8);
        Assert.That(Processor.AreInterruptsMasked, Is.True);
        Processor.RestoreInterrupts(flags);
    }

    [Test]
    public void TheHeapIsCheckedBeforeEachOperationWhereThatIsAskedFor()
    {
        var block = (ulong*)_heap.Allocate(64, 8);
        var other = _heap.Allocate(64, 8);
        _heap.Free(block, 64, 8);
        if (typeof(TAllocator) == typeof(BumpAllocator))
        {
            // It keeps nothing in freed blocks that could break.
            _heap.Verify();
        }
        else
        {
            var before = *block;
            *block = ulong.MaxValue;
            Assert.That(() => _heap.Verify(), Throws.InvalidOperationException);
            *block = before;
        }

        _heap.Free(other, 64, 8);
    }

    /// <summary>What is committed is the range, and the bookkeeping that goes with it; nothing else.</summary>
    private void CheckCommitted()
    {
        var size = _heap.Statistics.Size;
        Assert.That(_memory.CommittedRange, Is.EqualTo(size));
        var bookkeeping = TAllocator.BookkeepingSize(size);
        Assert.That(_memory.CommittedBookkeeping, Is.EqualTo((bookkeeping + Page - 1) / Page * Page));
    }
}
