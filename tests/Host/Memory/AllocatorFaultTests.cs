using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>The allocators' checks of themselves find what is broken, and say what it is.</summary>
[TestFixture]
internal sealed unsafe class AllocatorFaultTests
{
    private const int Size = 16 * 1024;
    private const int BlockSize = 48;

    [Test]
    public void EveryBitOfAFreeBlockOfTheLinkedListMatters()
    {
        using var driver = Checkered<LinkedListAllocator>();
        for (var i = 0; i < 10; i += 2)
        {
            FlipEveryBit(driver, driver.Start + (i * BlockSize), sizeof(LinkedFreeBlock));
        }
    }

    [Test]
    public void EveryBitOfAFreeBlockOfTheSegregatedFitMatters()
    {
        using var driver = Checkered<FixedSizeBlockAllocator>();
        EmptyCache(driver);
        for (var i = 0; i < 10; i += 2)
        {
            var block = driver.Start + (i * BlockSize);
            FlipEveryBit(driver, block, 3 * sizeof(uint));
            FlipEveryBit(driver, block + BlockSize - sizeof(uint), sizeof(uint));
        }
    }

    [Test]
    public void EveryBitOfTheBoundariesMatters()
    {
        using var driver = Checkered<FixedSizeBlockAllocator>();
        EmptyCache(driver);
        // Where each granule begins, and where the last one ends. Offsets begin at one granule.
        for (uint granule = 1; granule <= (Size / HeapGranule.Size) + 1; granule++)
        {
            var record = driver.Bookkeeping + (granule / 64 * BoundaryMap.RecordSize);
            Flip(driver, record + (granule % 64 / 8), (int)(granule % 8));
        }
    }

    [Test]
    public void EveryBitOfACachedBlocksLinkMatters()
    {
        using var driver = Checkered<FixedSizeBlockAllocator>();
        for (var i = 0; i < 10; i += 2)
        {
            FlipEveryBit(driver, driver.Start + (i * BlockSize), sizeof(ulong));
        }
    }

    [Test]
    public void TheLinkedListSaysWhatIsWrong()
    {
        using var driver = Checkered<LinkedListAllocator>();
        var first = (LinkedFreeBlock*)driver.Start;
        var second = first->Next;
        var end = (LinkedFreeBlock*)(driver.Start + Size);
        Assert.Multiple(() =>
        {
            Assert.That(FaultWith(driver, () => first->Next = (LinkedFreeBlock*)((byte*)second + 8)), Is.EqualTo(HeapFaultKind.FreeBlockMisaligned));
            Assert.That(FaultWith(driver, () => second->Length = 0), Is.EqualTo(HeapFaultKind.FreeBlockMisaligned));
            Assert.That(FaultWith(driver, () => second->Length = Size), Is.EqualTo(HeapFaultKind.FreeBlockOutsideRange));
            Assert.That(FaultWith(driver, () => second->Next = end), Is.EqualTo(HeapFaultKind.FreeBlockOutsideRange));
            Assert.That(FaultWith(driver, () => second->Next = first), Is.EqualTo(HeapFaultKind.FreeBlocksOutOfOrder));
            Assert.That(FaultWith(driver, () => second->Next = second), Is.EqualTo(HeapFaultKind.FreeBlocksOutOfOrder));
            Assert.That(FaultWith(driver, () => second->Length = BlockSize / 3), Is.EqualTo(HeapFaultKind.FreeBytesWrong));
            Assert.That(FaultWith(driver, () => second->Length = 2 * BlockSize), Is.EqualTo(HeapFaultKind.UsedBlockIsFree));
        });
    }

    [Test]
    public void NeighboursInTheLinkedListThatAreNotOneAreFound()
    {
        using var driver = new AllocatorDriver<LinkedListAllocator>(Size, Size);
        var first = (LinkedFreeBlock*)driver.Start;
        var second = (LinkedFreeBlock*)(driver.Start + (2 * BlockSize));
        *second = new LinkedFreeBlock { Length = Size - (2 * BlockSize) };
        *first = new LinkedFreeBlock { Next = second, Length = 2 * BlockSize };
        Assert.That(driver.Allocator.FindFault().Kind, Is.EqualTo(HeapFaultKind.FreeBlocksNotMerged));
        first->Length = 3 * BlockSize;
        Assert.That(driver.Allocator.FindFault().Kind, Is.EqualTo(HeapFaultKind.FreeBlocksOverlap));
    }

    [Test]
    public void TheSegregatedFitSaysWhatIsWrong()
    {
        using var driver = Checkered<FixedSizeBlockAllocator>();
        EmptyCache(driver);
        var block = (SegregatedBlock*)driver.Start;
        var second = (uint*)(driver.Start + BlockSize - sizeof(uint));
        var bits = (ulong*)driver.Bookkeeping;
        Assert.Multiple(() =>
        {
            Assert.That(FaultWith(driver, () => block->Length = 40), Is.EqualTo(HeapFaultKind.FreeBlockMisaligned));
            Assert.That(FaultWith(driver, () => block->Length = 2 * Size), Is.EqualTo(HeapFaultKind.FreeBlockOutsideRange));
            Assert.That(FaultWith(driver, () => block->Length = 16), Is.EqualTo(HeapFaultKind.FreeBlockInWrongList));
            Assert.That(FaultWith(driver, () => *second = 16), Is.EqualTo(HeapFaultKind.LengthsDisagree));
            Assert.That(FaultWith(driver, () => block->Previous ^= 16), Is.EqualTo(HeapFaultKind.FreeListBroken));
            Assert.That(FaultWith(driver, () => block->Next = 8), Is.EqualTo(HeapFaultKind.FreeBlockMisaligned));
            Assert.That(FaultWith(driver, () => block->Next = 2 * Size), Is.EqualTo(HeapFaultKind.FreeBlockOutsideRange));
            Assert.That(FaultWith(driver, () => *bits ^= 1ul << 1), Is.EqualTo(HeapFaultKind.BoundaryMissing));
            Assert.That(FaultWith(driver, () => *bits ^= 1ul << 2), Is.EqualTo(HeapFaultKind.BoundaryStray));
        });
    }

    [Test]
    public void TheCacheSaysWhatIsWrong()
    {
        using var driver = Checkered<FixedSizeBlockAllocator>();
        // What was freed last is the first of its list.
        var first = (ulong*)(driver.Start + (8 * BlockSize));
        var used = (ulong)(driver.Start + BlockSize);
        var free = (ulong)(driver.Start + (Size / 2));
        Assert.Multiple(() =>
        {
            Assert.That(FaultWith(driver, () => *first = 0), Is.EqualTo(HeapFaultKind.CachedCountWrong));
            Assert.That(FaultWith(driver, () => *first = (ulong)first), Is.EqualTo(HeapFaultKind.FreeListBroken));
            Assert.That(FaultWith(driver, () => *first += 8), Is.EqualTo(HeapFaultKind.CachedBlockInvalid));
            Assert.That(FaultWith(driver, () => *first = (ulong)driver.Start - BlockSize), Is.EqualTo(HeapFaultKind.CachedBlockInvalid));
            Assert.That(FaultWith(driver, () => *first = free), Is.EqualTo(HeapFaultKind.CachedBlockInvalid));
            Assert.That(FaultWith(driver, () => *first = used), Is.EqualTo(HeapFaultKind.UsedBlockIsFree));
        });
    }

    [Test]
    public void AFaultIsToldInWordsWithItsAddress()
    {
        using var driver = Checkered<LinkedListAllocator>();
        var first = (LinkedFreeBlock*)driver.Start;
        first->Length = 8;
        var fault = driver.Allocator.FindFault();
        Assert.That(fault.Address, Is.EqualTo((nuint)first));
        Assert.That(() => driver.Allocator.Verify(), Throws.InvalidOperationException.With.Message.EqualTo($"{fault.Message} (0x{fault.Address:x})"));
    }

    [Test]
    public void EveryFaultHasWordsOfItsOwn()
    {
        var words = Enum.GetValues<HeapFaultKind>().Select(kind => new HeapFault(kind).Message).ToArray();
        Assert.That(words, Is.Unique.And.None.Empty);
    }

    /// <summary>Ten blocks of which every other is free, and the rest of the range.</summary>
    private static AllocatorDriver<TAllocator> Checkered<TAllocator>()
        where TAllocator : struct, IHeapAllocator
    {
        var driver = new AllocatorDriver<TAllocator>(Size, Size);
        for (var i = 0; i < 10; i++)
        {
            Assert.That(driver.Allocate(BlockSize, 8), Is.True);
        }

        for (var i = 0; i < 10; i += 2)
        {
            var address = (nuint)driver.Start + (nuint)(i * BlockSize);
            driver.Free(driver.Model.Blocks.FindIndex(block => block.Address == address));
        }

        driver.Verify();
        return driver;
    }

    /// <summary>A request that finds no room gives all of the cache back before it fails.</summary>
    private static void EmptyCache(AllocatorDriver<FixedSizeBlockAllocator> driver) => Assert.That(driver.Allocate(Size, 8), Is.False);

    private static void FlipEveryBit<TAllocator>(AllocatorDriver<TAllocator> driver, byte* start, int count)
        where TAllocator : struct, IHeapAllocator
    {
        for (var bit = 0; bit < count * 8; bit++)
        {
            Flip(driver, start + (bit / 8), bit % 8);
        }
    }

    private static void Flip<TAllocator>(AllocatorDriver<TAllocator> driver, byte* address, int bit)
        where TAllocator : struct, IHeapAllocator
    {
        *address ^= (byte)(1 << bit);
        Assert.That(driver.Allocator.FindFault().Exists, Is.True, $"bit {bit} of the byte at offset {address - driver.Start}");
        *address ^= (byte)(1 << bit);
        Assert.That(driver.Allocator.FindFault().Kind, Is.EqualTo(HeapFaultKind.None));
    }

    /// <summary>What is found while the range or its bookkeeping is changed.</summary>
    private static HeapFaultKind FaultWith<TAllocator>(AllocatorDriver<TAllocator> driver, Action change)
        where TAllocator : struct, IHeapAllocator
    {
        var range = new Span<byte>(driver.Start, Size);
        var bookkeeping = new Span<byte>(driver.Bookkeeping, (int)TAllocator.BookkeepingSize(Size));
        var rangeBefore = range.ToArray();
        var bookkeepingBefore = bookkeeping.ToArray();
        change();
        var kind = driver.Allocator.FindFault().Kind;
        rangeBefore.CopyTo(range);
        bookkeepingBefore.CopyTo(bookkeeping);
        Assert.That(driver.Allocator.FindFault().Kind, Is.EqualTo(HeapFaultKind.None));
        return kind;
    }
}
