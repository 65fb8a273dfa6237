using System;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Keeps the free blocks in one list, in the order of their addresses, and takes the first that fits.</summary>
/// <remarks>
/// <para>
/// The list lies in the free blocks themselves, so a block in use has no header and a full heap no overhead. A freed block is put where its
/// address belongs and becomes one with the neighbours that it touches, so two free blocks never touch. Both operations walk the list:
/// their time grows with the number of free blocks.
/// </para>
/// <code>
///   _first
///     |   +----------------------------+   +-----------> null
///     v   |                            v   |
///   | free      | in use   | in use  | free       | in use |
/// </code>
/// </remarks>
public unsafe struct LinkedListAllocator : IHeapAllocator
{
    private LinkedFreeBlock* _first;
    private byte* _start;
    private byte* _end;
    private nuint _freeBytes;

    /// <summary>The end of the highest block that there ever was.</summary>
    private byte* _highestEnd;

    private BlockAudit _audit;

    /// <inheritdoc/>
    public static string Name => "linked-list";

    /// <inheritdoc/>
    public static HeapReuse Reuse => HeapReuse.AtOnce;

    /// <inheritdoc/>
    public static nuint BookkeepingSize(nuint rangeSize) => BlockAudit.BookkeepingSize(rangeSize);

    /// <inheritdoc/>
    public readonly HeapUsage Usage
    {
        get
        {
            nuint largest = 0;
            for (var block = _first; block is not null; block = block->Next)
            {
                largest = Math.Max(largest, block->Length);
            }

            var total = (nuint)(_end - _start);
            return new HeapUsage
            {
                UsedBytes = total - _freeBytes,
                FreeBytes = _freeBytes,
                LargestFreeBlock = largest,
                HighWaterMark = (nuint)(_highestEnd - _start),
            };
        }
    }

    /// <inheritdoc/>
    public void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        HeapGranule.ValidateRange(start, size);
        _start = start;
        _end = start + size;
        _freeBytes = size;
        _highestEnd = start;
        _first = Describe(start, size, next: null);
        _audit.Initialize(start, size, bookkeeping, BlockAudit.RecordSize);
    }

    /// <inheritdoc/>
    public bool TryExtend(nuint size)
    {
        HeapGranule.ValidateExtension(size);
        if (size > nuint.MaxValue - (nuint)_end)
        {
            return false;
        }

        if (size != 0)
        {
            var added = _end;
            _end += size;
            _audit.Extend(size);
            GiveBack(added, size);
        }

        return true;
    }

    /// <inheritdoc/>
    /// <returns>False: every request needs the list.</returns>
    public readonly bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        block = null;
        return false;
    }

    /// <inheritdoc/>
    public void* AllocateSlowly(nuint size, nuint alignment)
    {
        if (!HeapGranule.IsAlignment(alignment) || size > _freeBytes)
        {
            return null;
        }

        var length = HeapGranule.RoundUp(Math.Max(size, 1));
        LinkedFreeBlock* previous = null;
        for (var block = _first; block is not null; previous = block, block = block->Next)
        {
            // Free blocks start on a granule, so what precedes an aligned address in one is whole granules: room for a free block.
            var padding = HeapGranule.PaddingBefore((nuint)block, alignment);
            if (padding <= block->Length && length <= block->Length - padding)
            {
                Take(previous, block, padding, length);
                var result = (byte*)block + padding;
                _audit.Taken(result, size);
                return result;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    /// <returns>False: every block goes into the list.</returns>
    public readonly bool TryFreeQuickly(void* block, nuint size, nuint alignment) => false;

    /// <inheritdoc/>
    public void FreeSlowly(void* block, nuint size, nuint alignment)
    {
        _audit.Returned(block, size);
        GiveBack((byte*)block, HeapGranule.RoundUp(Math.Max(size, 1)));
    }

    /// <inheritdoc/>
    public readonly HeapFault FindFault()
    {
        if (_start is null)
        {
            return new HeapFault(HeapFaultKind.NotInitialized);
        }

        nuint freeBytes = 0;
        LinkedFreeBlock* previous = null;
        for (var block = _first; block is not null; previous = block, block = block->Next)
        {
            var fault = FindFault(previous, block);
            if (fault != HeapFaultKind.None)
            {
                return new HeapFault(fault, block);
            }

            freeBytes += block->Length;
        }

        return freeBytes == _freeBytes ? HeapFault.None : new HeapFault(HeapFaultKind.FreeBytesWrong);
    }

    /// <summary>
    /// What is wrong with one block of the list, given that the one before it is right. Addresses ascend, so every list is found to end.
    /// </summary>
    private readonly HeapFaultKind FindFault(LinkedFreeBlock* previous, LinkedFreeBlock* block)
    {
        if (block < _start || block >= _end)
        {
            return HeapFaultKind.FreeBlockOutsideRange;
        }

        if (!HeapGranule.IsMultiple((nuint)block | block->Length) || block->Length == 0)
        {
            return HeapFaultKind.FreeBlockMisaligned;
        }

        if (block->Length > (nuint)(_end - (byte*)block))
        {
            return HeapFaultKind.FreeBlockOutsideRange;
        }

        if (previous is not null && block <= previous)
        {
            return HeapFaultKind.FreeBlocksOutOfOrder;
        }

        if (previous is not null && EndOf(previous) >= block)
        {
            return EndOf(previous) == block ? HeapFaultKind.FreeBlocksNotMerged : HeapFaultKind.FreeBlocksOverlap;
        }

        return _audit.IsAnyInUse((byte*)block, block->Length) ? HeapFaultKind.UsedBlockIsFree : HeapFaultKind.None;
    }

    /// <summary>Cuts <paramref name="length"/> bytes out of a free block; what is before and behind them stays free.</summary>
    /// <remarks>
    /// <code>
    ///   block
    ///   | padding: stays free | length: taken | rest: stays free |
    /// </code>
    /// </remarks>
    private void Take(LinkedFreeBlock* previous, LinkedFreeBlock* block, nuint padding, nuint length)
    {
        var next = block->Next;
        var rest = block->Length - padding - length;
        if (rest != 0)
        {
            next = Describe((byte*)block + padding + length, rest, next);
        }

        if (padding != 0)
        {
            next = Describe((byte*)block, padding, next);
        }

        Link(previous, next);
        _freeBytes -= length;
        var end = (byte*)block + padding + length;
        if (end > _highestEnd)
        {
            _highestEnd = end;
        }
    }

    /// <summary>Puts memory into the list where its address belongs, as one with the neighbours that it touches.</summary>
    private void GiveBack(byte* start, nuint length)
    {
        _freeBytes += length;
        LinkedFreeBlock* previous = null;
        var next = _first;
        while (next is not null && next < start)
        {
            previous = next;
            next = next->Next;
        }

        if (start + length == next)
        {
            length += next->Length;
            next = next->Next;
        }

        if (previous is not null && EndOf(previous) == start)
        {
            Describe((byte*)previous, previous->Length + length, next);
        }
        else
        {
            Link(previous, Describe(start, length, next));
        }
    }

    private void Link(LinkedFreeBlock* previous, LinkedFreeBlock* next)
    {
        if (previous is null)
        {
            _first = next;
        }
        else
        {
            previous->Next = next;
        }
    }

    private static LinkedFreeBlock* Describe(byte* start, nuint length, LinkedFreeBlock* next)
    {
        var block = (LinkedFreeBlock*)start;
        block->Next = next;
        block->Length = length;
        return block;
    }

    private static byte* EndOf(LinkedFreeBlock* block) => (byte*)block + block->Length;
}
