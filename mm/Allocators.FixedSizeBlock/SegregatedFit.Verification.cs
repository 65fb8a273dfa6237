using System;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <content>What is asked seldom: how full the range is, and whether all invariants hold.</content>
internal unsafe partial struct SegregatedFit
{
    /// <summary>Adds up the free memory.</summary>
    /// <param name="freeBytes">Bytes in free blocks and above the top.</param>
    /// <param name="largest">Bytes of the largest piece.</param>
    internal readonly void Measure(out nuint freeBytes, out nuint largest)
    {
        freeBytes = Room;
        largest = Room;
        for (nuint list = 0; list < LengthLists.Count; list++)
        {
            for (nuint offset = _first[list]; offset != 0; offset = At(offset)->Next)
            {
                freeBytes += At(offset)->Length;
                largest = Math.Max(largest, At(offset)->Length);
            }
        }
    }

    /// <summary>Whether a stretch of memory lies inside the range, on granules.</summary>
    internal readonly bool IsInside(byte* start, nuint length)
    {
        var offset = (nuint)(start - _origin);
        return offset >= HeapGranule.Size && offset < _end && HeapGranule.IsMultiple(offset) && length <= _end - offset;
    }

    /// <summary>Whether a stretch of the range has free memory in it. For structures that are known to be sound.</summary>
    internal readonly bool IsAnyFree(byte* start, nuint length)
    {
        var offset = (nuint)(start - _origin);
        if (offset + length > _top)
        {
            return true;
        }

        // Bits come in pairs: where free memory begins, and where it ends.
        var begin = _boundaries.NextSet(0, _top);
        while (begin < offset + length)
        {
            var end = _boundaries.NextSet(begin + HeapGranule.Size, _top);
            if (end > offset)
            {
                return true;
            }

            begin = _boundaries.NextSet(end + HeapGranule.Size, _top);
        }

        return false;
    }

    /// <summary>Looks at every free block, by the lists and by the bits.</summary>
    /// <param name="audit">What is known of the blocks in use.</param>
    internal readonly HeapFault FindFault(in BlockAudit audit)
    {
        if (_top < HeapGranule.Size || _top > _end || !HeapGranule.IsMultiple(_top))
        {
            return new HeapFault(HeapFaultKind.PositionOutsideRange, TopAddress);
        }

        nuint bytes = 0;
        nuint blocks = 0;
        for (nuint list = LengthLists.First; list < LengthLists.First + LengthLists.Count; list++)
        {
            if (!IsIndexRight(list))
            {
                return new HeapFault(HeapFaultKind.ListIndexWrong);
            }

            nuint previous = 0;
            for (nuint offset = _first[list - LengthLists.First]; offset != 0; previous = offset, offset = At(offset)->Next)
            {
                var kind = FindFaultInBlock(list, previous, offset, in audit);
                if (kind != HeapFaultKind.None)
                {
                    return new HeapFault(kind, _origin + offset);
                }

                blocks++;
                bytes += At(offset)->Length;
                if (bytes > Size)
                {
                    // Blocks apart from each other cannot: one was met twice, and the list may have no end.
                    return new HeapFault(HeapFaultKind.FreeListBroken, _origin + offset);
                }
            }
        }

        return audit.IsAnyInUse(TopAddress, Room) ? new HeapFault(HeapFaultKind.UsedBlockIsFree, TopAddress) : FindFaultInBits(blocks);
    }

    private readonly bool IsIndexRight(nuint list)
    {
        var group = LengthLists.GroupOf(list);
        var lists = _occupiedLists[group - LengthLists.FirstGroup];
        var isListOccupied = ((lists >> (int)list) & 1) != 0;
        var isGroupOccupied = ((_occupiedGroups >> (int)group) & 1) != 0;
        return isListOccupied == (_first[list - LengthLists.First] != 0) && isGroupOccupied == (lists != 0);
    }

    /// <summary>What is wrong with one block of a list, taken by itself.</summary>
    private readonly HeapFaultKind FindFaultInBlock(nuint list, nuint previous, nuint offset, in BlockAudit audit)
    {
        if (!HeapGranule.IsMultiple(offset))
        {
            return HeapFaultKind.FreeBlockMisaligned;
        }

        if (offset >= _top)
        {
            return HeapFaultKind.FreeBlockOutsideRange;
        }

        var block = At(offset);
        nuint length = block->Length;
        if (length == 0 || !HeapGranule.IsMultiple(length))
        {
            return HeapFaultKind.FreeBlockMisaligned;
        }

        if (length > _top - offset)
        {
            return HeapFaultKind.FreeBlockOutsideRange;
        }

        if (length == _top - offset)
        {
            return HeapFaultKind.FreeBlocksNotMerged;
        }

        if (block->Previous != previous)
        {
            return HeapFaultKind.FreeListBroken;
        }

        if (LengthLists.For(length) != list)
        {
            return HeapFaultKind.FreeBlockInWrongList;
        }

        if (*(uint*)((byte*)block + length - sizeof(uint)) != length)
        {
            return HeapFaultKind.LengthsDisagree;
        }

        if (!_boundaries.IsSet(offset) || !_boundaries.IsSet(offset + length))
        {
            return HeapFaultKind.BoundaryMissing;
        }

        return audit.IsAnyInUse((byte*)block, length) ? HeapFaultKind.UsedBlockIsFree : HeapFaultKind.None;
    }

    /// <summary>Compares the bits with the blocks of the lists, each of which is right by itself and has its two bits.</summary>
    private readonly HeapFault FindFaultInBits(nuint blocks)
    {
        var hasRoom = _top != _end;
        if (hasRoom && !(_boundaries.IsSet(_top) && _boundaries.IsSet(_end)))
        {
            return new HeapFault(HeapFaultKind.BoundaryMissing, TopAddress);
        }

        // Two blocks that touch would have to share a bit.
        var expected = 2 * (hasRoom ? blocks + 1 : blocks);
        var set = _boundaries.CountSet(_end);
        if (set != expected)
        {
            return new HeapFault(set > expected ? HeapFaultKind.BoundaryStray : HeapFaultKind.FreeBlocksNotMerged);
        }

        // So every bit is a block's. In the order of addresses, each block's first bit must be followed by its second.
        var begin = _boundaries.NextSet(0, _end);
        while (begin < _top)
        {
            var end = _boundaries.NextSet(begin + HeapGranule.Size, _end);
            if (end != begin + At(begin)->Length)
            {
                return new HeapFault(HeapFaultKind.FreeBlocksOverlap, _origin + begin);
            }

            begin = _boundaries.NextSet(end + HeapGranule.Size, _end);
        }

        return HeapFault.None;
    }
}
