using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Hands out memory from front to back, and starts again at the front once every block has been given back.</summary>
/// <remarks>
/// <para>
/// An allocation costs an addition and a comparison. What it does not do is use a freed block again while any other is still in use: it
/// only counts them. When none is in use, all of the range is free again.
/// </para>
/// <code>
///   start                     next          mark      origin       end
///   | handed out: in use,     |     free    |         :            |
///   | or freed meanwhile      |             | granule :            |
///   |&lt;---------------------- -_empty ------------------&gt;|            |
///                             |&lt;---- -_next -----------&gt;|            |
///                                           |&lt;---- _untouched ----&gt;|
/// </code>
/// <para>
/// Positions are counted from the origin, one granule behind the mark, so they are negative numbers and never 0; they are held in unsigned
/// ones. A sum that passes the mark by any distance becomes a small number, and a size near the largest number there is leads back to
/// where it began. So one comparison, "does the new block end beyond where it starts?", finds that there is no room, that the size is
/// absurd, and that it is 0.
/// </para>
/// <para>The mark is as far as memory was ever used. It is raised a page at a time, away from the fast path.</para>
/// </remarks>
public unsafe struct BumpAllocator : IHeapAllocator
{
    /// <summary>The alignment that <c>new</c> asks for.</summary>
    private const uint UsualAlignment = 8;

    /// <summary>Bytes that the mark is raised by at least.</summary>
    private const uint MarkStep = 4096;

    /// <summary>What positions count from.</summary>
    private byte* _origin;

    /// <summary>The position behind the last block that was handed out.</summary>
    private nuint _next;

    /// <summary>The position of the range's start: of the next block when none is in use.</summary>
    private nuint _empty;

    private nuint _liveBlocks;

    /// <summary>The alignment that is served quickly: the usual one. Before there is a range it is none, and nothing is served.</summary>
    private nuint _quickAlignment;

    /// <summary>Bytes from the mark to the range's end.</summary>
    private nuint _untouched;

    private BlockAudit _audit;

    /// <inheritdoc/>
    /// <remarks>
    /// What is free is in one piece. Freed blocks count as used until the last one is freed. The high-water mark is a whole page.
    /// </remarks>
    public readonly HeapUsage Usage => new()
    {
        UsedBytes = _next - _empty,
        FreeBytes = Room + _untouched,
        LargestFreeBlock = Room + _untouched,
        HighWaterMark = Mark - _empty,
    };

    /// <inheritdoc/>
    public static string Name => "bump";

    /// <inheritdoc/>
    public static HeapReuse Reuse => HeapReuse.WhenAllIsFree;

    /// <summary>The position of the mark.</summary>
    private static nuint Mark => unchecked(0 - (nuint)HeapGranule.Size);

    /// <summary>Bytes from the next position to the mark.</summary>
    private readonly nuint Room => Mark - _next;

    /// <inheritdoc/>
    public static nuint BookkeepingSize(nuint rangeSize) => BlockAudit.BookkeepingSize(rangeSize);

    /// <inheritdoc/>
    public void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        HeapGranule.ValidateRange(start, size);
        _origin = start + HeapGranule.Size;
        _next = Mark;
        _empty = Mark;
        _liveBlocks = 0;
        _quickAlignment = UsualAlignment;
        _untouched = size;
        _audit.Initialize(start, size, bookkeeping, BlockAudit.RecordSize);
    }

    /// <inheritdoc/>
    public bool TryExtend(nuint size)
    {
        HeapGranule.ValidateExtension(size);
        if (size > nuint.MaxValue - (nuint)_origin - _untouched)
        {
            return false;
        }

        _untouched += size;
        _audit.Extend(size);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Serves the alignment of <c>new</c> up to the mark. Blocks start on granules, so it needs no padding.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        var position = _next;
        var end = HeapGranule.RoundUp(position + size);
        // For another alignment nothing lies beyond: so one comparison is left.
        var beyond = nuint.MaxValue;
        if (alignment == _quickAlignment)
        {
            beyond = position;
        }

        block = _origin + position;
        if (end <= beyond)
        {
            return false;
        }

        _next = end;
        _liveBlocks++;
        _audit.Taken(block, size);
        return true;
    }

    /// <inheritdoc/>
    public void* AllocateSlowly(nuint size, nuint alignment)
    {
        size = Math.Max(size, 1);
        var padding = HeapGranule.PaddingBefore((nuint)(_origin + _next), alignment);
        var free = _origin is null ? 0 : Room + _untouched;
        // Compared as distances from what is known to fit, so that nothing can wrap around.
        if (!HeapGranule.IsAlignment(alignment) || padding > free || size > free - padding)
        {
            return null;
        }

        var length = padding + HeapGranule.RoundUp(size);
        if (length > Room)
        {
            RaiseMark(length - Room);
        }

        var block = _origin + _next + padding;
        _next += length;
        _liveBlocks++;
        _audit.Taken(block, size);
        return block;
    }

    /// <inheritdoc/>
    /// <returns>True.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFreeQuickly(void* block, nuint size, nuint alignment)
    {
        FreeSlowly(block, size, alignment);
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FreeSlowly(void* block, nuint size, nuint alignment)
    {
        _audit.Returned(block, size);
        _liveBlocks--;
        if (_liveBlocks == 0)
        {
            _next = _empty;
        }
    }

    /// <inheritdoc/>
    public readonly HeapFault FindFault()
    {
        if (_origin is null)
        {
            return new HeapFault(HeapFaultKind.NotInitialized);
        }

        var usedBytes = _next - _empty;
        if (usedBytes > Mark - _empty || !HeapGranule.IsMultiple(usedBytes))
        {
            return new HeapFault(HeapFaultKind.PositionOutsideRange, _origin + _next);
        }

        if (_liveBlocks > usedBytes / HeapGranule.Size || (_liveBlocks == 0) != (usedBytes == 0)
            || (BlockAudit.IsEnabled && _liveBlocks != _audit.CountInUse()))
        {
            return new HeapFault(HeapFaultKind.LiveBlocksWrong);
        }

        var isAnyInUse = _audit.IsAnyInUse(_origin + _next, Room + _untouched);
        return isAnyInUse ? new HeapFault(HeapFaultKind.UsedBlockIsFree, _origin + _next) : HeapFault.None;
    }

    /// <summary>Raises the mark by at least so many bytes; there are as many. What positions count from moves with it.</summary>
    private void RaiseMark(nuint bytes)
    {
        bytes = Math.Min(Math.Max(bytes, MarkStep), _untouched);
        _untouched -= bytes;
        _origin += bytes;
        _next -= bytes;
        _empty -= bytes;
    }
}
