using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Divides a range into blocks of any length in bounded time: a list of free blocks for each narrow span of lengths.</summary>
/// <remarks>
/// <para>
/// This is the two-level segregated fit of M. Masmano, I. Ripoll, A. Crespo and J. Real, "TLSF: a new dynamic memory allocator for
/// real-time systems" (ECRTS 2004), with bits beside the range (<see cref="BoundaryMap"/>) in place of a header in every block: a block in
/// use consists of nothing but what its owner asked for, in whole granules.
/// </para>
/// <para>
/// To allocate is to find the first list that has blocks among those whose blocks are all long enough (two words of bits tell), to take its
/// first block, and to put what is left of it into the list of its length. To free is to look at the bits at both ends, to take free
/// neighbours out of their lists, and to put the whole into one. What lies above the highest block in use is in no list. It is used when
/// the lists have nothing, and grows with the range.
/// </para>
/// <code>
///   origin    start                                                   top                end
///   | granule | in use | free | in use | in use | free      | in use  |       free        |
///                       in a list                in a list
/// </code>
/// <para>Offsets count bytes from the origin, one granule before the range, so that 0 is no block.</para>
/// </remarks>
internal unsafe partial struct SegregatedFit
{
    /// <summary>The most bytes that a range can have: 2 GiB less three granules.</summary>
    internal const uint MaximumRange = int.MaxValue - (3 * HeapGranule.Size) + 1;

    private byte* _origin;
    private BoundaryMap _boundaries;
    private nuint _top;
    private nuint _end;

    /// <summary>The highest that the top was before it last came down.</summary>
    private nuint _highestTop;

    /// <summary>The bit of each group, its number modulo 32: whether a list of it has blocks.</summary>
    private uint _occupiedGroups;

    /// <summary>For each group, the bit of each list: whether it has blocks.</summary>
    private fixed ulong _occupiedLists[LengthLists.GroupCount];

    /// <summary>For each list, the offset of its first block, or 0.</summary>
    private fixed uint _first[LengthLists.Count];

    /// <summary>Bytes of the range; 0 before there is one.</summary>
    internal readonly nuint Size => _end == 0 ? 0 : _end - HeapGranule.Size;

    /// <summary>Bytes above the top.</summary>
    internal readonly nuint Room => _end - _top;

    /// <summary>Where the next block at the top would start.</summary>
    internal readonly byte* TopAddress => _origin + _top;

    /// <summary>Bytes from the range's start to the end of the highest block that there ever was.</summary>
    internal readonly nuint HighWaterMark => _end == 0 ? 0 : Math.Max(_top, _highestTop) - HeapGranule.Size;

    /// <summary>Bytes of the records that a range needs.</summary>
    internal static nuint BookkeepingSize(nuint rangeSize) => BoundaryMap.Size(rangeSize + HeapGranule.Size);

    /// <summary>Starts with a range that is free.</summary>
    /// <param name="start">First byte of the range; on a granule.</param>
    /// <param name="size">Bytes; whole granules, above 0, at most <see cref="MaximumRange"/>.</param>
    /// <param name="bookkeeping">Memory of <see cref="BookkeepingSize"/> bytes.</param>
    internal void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        this = default;
        _origin = start - HeapGranule.Size;
        _top = HeapGranule.Size;
        _end = _top + size;
        _boundaries.Initialize(bookkeeping, _end);
        _boundaries.Toggle(_top, _end);
    }

    /// <summary>Adds the memory directly above the range to it.</summary>
    /// <param name="size">
    /// Bytes; whole granules, above 0, such that the range does not become longer than <see cref="MaximumRange"/>.
    /// </param>
    internal void Extend(nuint size)
    {
        var end = _end + size;
        _boundaries.Extend(_end, end);
        _boundaries.Toggle(_end, end);
        _end = end;
    }

    /// <summary>Finds the first list that has blocks, all of them long enough.</summary>
    /// <param name="length">Bytes; whole granules, above 0, at most <see cref="MaximumRange"/>.</param>
    /// <param name="list">The list.</param>
    /// <returns>Whether there is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool TryFindList(nuint length, out nuint list) => TryFindListFrom(LengthLists.FirstOfAtLeast(length), out list);

    /// <summary>Finds the first list that has blocks from one on.</summary>
    /// <param name="first">The first that is looked at; at most the one behind the last that can have any.</param>
    /// <param name="list">The list.</param>
    /// <returns>Whether there is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryFindListFrom(nuint first, out nuint list)
    {
        list = first;
        var group = LengthLists.GroupOf(list);
        var lists = _occupiedLists[group - LengthLists.FirstGroup] >> (int)list;
        if (lists != 0)
        {
            list += (uint)BitOperations.TrailingZeroCount(lists);
            return true;
        }

        var groups = _occupiedGroups & (~1u << (int)group);
        if (groups == 0)
        {
            return false;
        }

        // All groups have a number from 1,024 to 1,055.
        group = (uint)BitOperations.TrailingZeroCount(groups) + (LengthLists.FirstGroup & ~31u);
        lists = _occupiedLists[group - LengthLists.FirstGroup];
        list = (group << LengthLists.GroupShift) + (uint)BitOperations.TrailingZeroCount(lists);
        return true;
    }

    /// <summary>Takes a block out of a list's first one.</summary>
    /// <param name="list">A list that has blocks of at least <paramref name="length"/>.</param>
    /// <param name="length">Bytes; whole granules, above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte* AllocateFrom(nuint list, nuint length)
    {
        var origin = _origin;
        nuint offset = _first[list - LengthLists.First];
        var block = (SegregatedBlock*)(origin + offset);
        nuint next = block->Next;
        _first[list - LengthLists.First] = (uint)next;
        if (next != 0)
        {
            ((SegregatedBlock*)(origin + next))->Previous = 0;
        }
        else
        {
            NoteEmpty(list);
        }

        var blockEnd = offset + block->Length;
        var end = offset + length;
        _boundaries.Toggle(offset, end);
        if (end != blockEnd)
        {
            Link(end, blockEnd - end);
        }

        return (byte*)block;
    }

    /// <summary>Takes a block at the top.</summary>
    /// <param name="length">Bytes; whole granules, above 0, at most <see cref="Room"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte* AllocateAtTop(nuint length)
    {
        var offset = _top;
        var end = offset + length;
        _top = end;
        _boundaries.Toggle(offset, end);
        return _origin + offset;
    }

    /// <summary>Takes an aligned block wherever there is one, and asks all free memory for it.</summary>
    /// <param name="length">Bytes; whole granules, above 0, at most <see cref="MaximumRange"/>.</param>
    /// <param name="alignment">A power of two.</param>
    /// <returns>The block, or null where no free memory can hold it.</returns>
    /// <remarks>Its time is not bounded. It is meant for where the heap else fails or grows, when few blocks are long enough.</remarks>
    internal byte* AllocateThoroughly(nuint length, nuint alignment)
    {
        // Such as are in its own list may be too short.
        for (var more = TryFindListFrom(LengthLists.For(length), out var list); more; more = TryFindListFrom(list + 1, out list))
        {
            for (nuint offset = _first[list - LengthLists.First]; offset != 0; offset = At(offset)->Next)
            {
                var block = At(offset);
                nuint all = block->Length;
                if (CanHold(block, all, length, alignment))
                {
                    Unlink(block);
                    _boundaries.Toggle(offset, offset + all);
                    return Trim((byte*)block, all, length, alignment);
                }
            }
        }

        var padding = HeapGranule.PaddingBefore((nuint)TopAddress, alignment);
        return CanHold(TopAddress, Room, length, alignment)
            ? Trim(AllocateAtTop(padding + length), padding + length, length, alignment)
            : null;
    }

    /// <summary><see cref="GiveBack"/> as a call: for where its time does not matter, and its size does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void GiveBackRarely(byte* start, nuint length) => GiveBack(start, length);

    /// <summary>Makes a block free, as one with the free memory that it touches.</summary>
    /// <param name="start">First byte; on a granule of the range.</param>
    /// <param name="length">Bytes; whole granules, above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void GiveBack(byte* start, nuint length)
    {
        var offset = (nuint)(start - _origin);
        var end = offset + length;

        ref var record = ref _boundaries.Record(offset);
        var bit = BoundaryMap.Bit(offset);
        if ((record & bit) != 0)
        {
            nuint before = *(uint*)(start - sizeof(uint));
            offset -= before;
            Unlink((SegregatedBlock*)(start - before));
        }

        record ^= bit;
        record = ref _boundaries.Record(end);
        bit = BoundaryMap.Bit(end);
        if (end == _top)
        {
            record ^= bit;
            _highestTop = Math.Max(_highestTop, _top);
            _top = offset;
            return;
        }

        if ((record & bit) != 0)
        {
            var behind = At(end);
            end += behind->Length;
            Unlink(behind);
        }

        record ^= bit;
        Link(offset, end - offset);
    }

    /// <summary>Whether memory holds a block of this length and alignment.</summary>
    private static bool CanHold(void* start, nuint all, nuint length, nuint alignment)
    {
        // Compared as distances, so that nothing can wrap around.
        var padding = HeapGranule.PaddingBefore((nuint)start, alignment);
        return padding <= all && length <= all - padding;
    }

    /// <summary>Gives back what lies before and behind the aligned block in memory that was taken.</summary>
    private byte* Trim(byte* start, nuint all, nuint length, nuint alignment)
    {
        var padding = HeapGranule.PaddingBefore((nuint)start, alignment);
        var rest = all - padding - length;
        if (padding != 0)
        {
            GiveBackRarely(start, padding);
        }

        if (rest != 0)
        {
            GiveBackRarely(start + padding + length, rest);
        }

        return start + padding;
    }

    /// <summary>Writes a free block's fields and makes it the first of its list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Link(nuint offset, nuint length)
    {
        var block = At(offset);
        block->Length = (uint)length;
        *(uint*)((byte*)block + length - sizeof(uint)) = (uint)length;

        var list = LengthLists.For(length);
        nuint next = _first[list - LengthLists.First];
        _first[list - LengthLists.First] = (uint)offset;
        block->Links = next;
        if (next != 0)
        {
            At(next)->Previous = (uint)offset;
            return;
        }

        var group = LengthLists.GroupOf(list);
        var lists = _occupiedLists[group - LengthLists.FirstGroup];
        _occupiedLists[group - LengthLists.FirstGroup] = lists | (1ul << (int)list);
        if (lists == 0)
        {
            _occupiedGroups |= 1u << (int)group;
        }
    }

    /// <summary>Takes a block out of its list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unlink(SegregatedBlock* block)
    {
        if (block->Links == 0)
        {
            var list = LengthLists.For(block->Length);
            _first[list - LengthLists.First] = 0;
            NoteEmpty(list);
            return;
        }

        nuint next = block->Next;
        nuint previous = block->Previous;
        if (next != 0)
        {
            At(next)->Previous = (uint)previous;
        }

        if (previous != 0)
        {
            At(previous)->Next = (uint)next;
        }
        else
        {
            _first[LengthLists.For(block->Length) - LengthLists.First] = (uint)next;
        }
    }

    /// <summary>Takes a list that has lost its last block out of the index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteEmpty(nuint list)
    {
        var group = LengthLists.GroupOf(list);
        var lists = _occupiedLists[group - LengthLists.FirstGroup] ^ (1ul << (int)list);
        _occupiedLists[group - LengthLists.FirstGroup] = lists;
        if (lists == 0)
        {
            _occupiedGroups ^= 1u << (int)group;
        }
    }

    private readonly SegregatedBlock* At(nuint offset) => (SegregatedBlock*)(_origin + offset);
}
