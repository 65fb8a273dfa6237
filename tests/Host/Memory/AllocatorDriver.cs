using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>
/// An allocator, its memory and its shadow: every operation goes to all of them, and what the allocator answers is checked.
/// </summary>
internal sealed unsafe class AllocatorDriver<TAllocator> : IDisposable
    where TAllocator : struct, IHeapAllocator
{
    private readonly HeapMemory _memory;
    private TAllocator _allocator;

    /// <summary>Makes an allocator with a range of <paramref name="size"/> bytes that can grow to <paramref name="capacity"/>.</summary>
    public AllocatorDriver(nuint size, nuint capacity)
    {
        _memory = new HeapMemory(capacity, TAllocator.BookkeepingSize(capacity));
        Model = new HeapModel(_memory.Start, size, capacity);
        _allocator.Initialize(_memory.Start, size, _memory.Bookkeeping);
    }

    /// <summary>What the allocator should be like.</summary>
    public HeapModel Model { get; }

    /// <summary>First byte of the range.</summary>
    public byte* Start => _memory.Start;

    /// <summary>First byte of the bookkeeping.</summary>
    public byte* Bookkeeping => _memory.Bookkeeping;

    /// <summary>The allocator itself.</summary>
    public ref TAllocator Allocator => ref _allocator;

    /// <summary>Takes a block without a check.</summary>
    public void* TakeUnchecked(nuint size, nuint alignment) =>
        _allocator.TryAllocateQuickly(size, alignment, out var block) ? block : _allocator.AllocateSlowly(size, alignment);

    /// <summary>Gives a block back without a check.</summary>
    public void FreeUnchecked(void* block, nuint size, nuint alignment)
    {
        if (!_allocator.TryFreeQuickly(block, size, alignment))
        {
            _allocator.FreeSlowly(block, size, alignment);
        }
    }

    /// <summary>Takes a block. Where there is none, checks that the allocator has promised no better.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Allocate(nuint size, nuint alignment)
    {
        var block = TakeUnchecked(size, alignment);
        if (block is not null)
        {
            Model.Take(block, size, alignment);
            return true;
        }

        if (MustMeet(size, alignment))
        {
            Assert.Fail($"no block of {size} bytes aligned to {alignment}, but there is room");
        }

        return false;
    }

    /// <summary>Gives a block back.</summary>
    /// <param name="index">Its place among the model's blocks.</param>
    public void Free(int index)
    {
        var block = Model.Return(index);
        FreeUnchecked((void*)block.Address, block.Size, block.Alignment);
    }

    /// <summary>Gives every block back, in random order.</summary>
    public void FreeAll(Random random)
    {
        while (Model.Blocks.Count > 0)
        {
            Free(random.Next(Model.Blocks.Count));
        }
    }

    /// <summary>Makes the range longer.</summary>
    public void Extend(nuint size)
    {
        Assert.That(_allocator.TryExtend(size), Is.True);
        Model.Extend(size);
    }

    /// <summary>Checks the allocator's own invariants, and what it says of itself.</summary>
    public void Verify()
    {
        _allocator.Verify();
        var usage = _allocator.Usage;
        Assert.Multiple(() =>
        {
            Assert.That(usage.UsedBytes + usage.FreeBytes, Is.EqualTo(Model.Size));
            Assert.That(usage.LargestFreeBlock, Is.LessThanOrEqualTo(usage.FreeBytes));
            Assert.That(_memory.IsBookkeepingContained, Is.True);
        });
        if (typeof(TAllocator) == typeof(BumpAllocator))
        {
            const int MarkStep = 4096;
            Assert.That(usage.UsedBytes, Is.EqualTo(Model.HighestSinceEmpty));
            Assert.That(usage.HighWaterMark, Is.GreaterThanOrEqualTo(Model.HighWaterMark).And.LessThan(Model.HighWaterMark + MarkStep));
        }
        else
        {
            Assert.That(usage.UsedBytes, Is.EqualTo(Model.UsedBytes));
            var setAside = typeof(TAllocator) == typeof(FixedSizeBlockAllocator) ? FixedSizeBlockAllocator.LargestSetAside : 0;
            Assert.That(usage.HighWaterMark, Is.InRange(Model.HighWaterMark, Model.HighWaterMark + setAside));
        }
    }

    public void Dispose() => _memory.Dispose();

    /// <summary>Whether the allocator's contract leaves it no way to refuse.</summary>
    private bool MustMeet(nuint size, nuint alignment)
    {
        if (typeof(TAllocator) == typeof(FixedSizeBlockAllocator))
        {
            // Its cache has lists for alignments up to 16 and for 64.
            return Model.HasRoomFor(size, alignment == 32 && size <= BlockCache.LargestSize ? BlockCache.LargeAlignment : alignment);
        }

        if (typeof(TAllocator) == typeof(LinkedListAllocator))
        {
            return Model.HasRoomFor(size, alignment);
        }

        // Only what lies above the highest block since all were free.
        var free = Model.Size - Model.HighestSinceEmpty;
        var padding = HeapGranule.PaddingBefore((nuint)Start + Model.HighestSinceEmpty, alignment);
        return padding <= free && nuint.Max(size, 1) <= free - padding;
    }
}
