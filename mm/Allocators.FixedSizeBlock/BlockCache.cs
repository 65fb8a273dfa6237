using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Freed blocks that are kept aside, by size, to be handed out again at once.</summary>
/// <remarks>
/// <code>
///   list     0        1        2              63          64       65              127
///   bytes    1…16     17…32    33…48    …     1009…1024   1…16     17…32     …     1009…1024
///            alignment up to 16                           alignment up to 64
///            |        |
///            v        v
///           block    block --> block --> block           (each holds the next one's address in its first bytes)
/// </code>
/// <para>
/// A block in the cache is not merged with its neighbours, so the cache must know its place. It may hold <em>capacity</em> blocks. Each
/// small request that it cannot meet raises the capacity by one: had there been more blocks in it, it might have met it. Each request that
/// is too large for it lowers the capacity by four: memory is wanted in larger pieces. A capacity that falls below the number of blocks
/// that are in the cache makes those leave, four lists for each request, all lists in turn. It can fall below zero: where most requests are
/// large, nothing is cached, and memory stays dense.
/// </para>
/// </remarks>
internal unsafe struct BlockCache
{
    /// <summary>Sizes that have lists of their own: the multiples of a granule.</summary>
    internal const uint SizeCount = 64;

    /// <summary>Bytes of the largest block.</summary>
    internal const uint LargestSize = SizeCount * HeapGranule.Size;

    /// <summary>Lists: one for each size, and one more for each with larger alignment.</summary>
    internal const uint ListCount = 2 * SizeCount;

    /// <summary>A list that is always empty.</summary>
    internal const uint EmptyList = ListCount;

    /// <summary>The alignment of all blocks in the second half of the lists.</summary>
    internal const uint LargeAlignment = 64;

    /// <summary>The most blocks that may ever be in it: it bounds the time to give them all back.</summary>
    internal const int MaximumCapacity = 2048;

    /// <summary>Blocks that <see cref="AddRow"/> adds.</summary>
    internal const int RowCount = 7;

    private const int MinimumCapacity = -64;
    private const int LossPerLargeRequest = 4;
    private const uint ListsPerVisit = 4;

    /// <summary>Blocks that may still be added; below 0, blocks that are too many.</summary>
    private int _room;

    /// <summary>Blocks that may be in it. With <see cref="_room"/>, it says how many are.</summary>
    private int _capacity;

    /// <summary>The list that is emptied next.</summary>
    private uint _hand;

    /// <summary>The address of each list's first block, or 0. The last is <see cref="EmptyList"/>.</summary>
    private fixed ulong _first[(int)ListCount + 1];

    /// <summary>Blocks that are in it.</summary>
    internal readonly int Count => _capacity - _room;

    /// <summary>Blocks that may be in it at present; below 0 where none may.</summary>
    internal readonly int Capacity => _capacity;

    /// <summary>Blocks that may still be added; 0 or less where none may.</summary>
    internal readonly int Room => _room;

    /// <summary>The list of blocks of this size that have the usual alignment.</summary>
    /// <param name="size">Bytes; a size of 0 gives a list beyond <see cref="SizeCount"/>, and so does one that is too large.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint ListFor(nuint size) => (size - 1) / HeapGranule.Size;

    /// <summary>Bytes of the blocks in a list.</summary>
    internal static nuint LengthIn(nuint list) => ((list % SizeCount) + 1) * HeapGranule.Size;

    /// <summary>The first block of a list, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly byte* First(nuint list) => (byte*)_first[list];

    /// <summary>The block behind another one in a list, or null.</summary>
    internal static byte* Next(byte* block) => (byte*)*(ulong*)block;

    /// <summary>Takes a list's first block out.</summary>
    /// <param name="list">A list that is not empty.</param>
    /// <param name="first">Its first block.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void RemoveFirst(nuint list, void* first)
    {
        _first[list] = *(ulong*)first;
        _room++;
    }

    /// <summary>Adds a block; there must be room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(nuint list, void* block)
    {
        Push(list, block);
        _room--;
    }

    /// <summary>Adds a block for which the capacity is raised; it must be below <see cref="MaximumCapacity"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddBeyondCapacity(nuint list, void* block)
    {
        Push(list, block);
        _capacity++;
    }

    /// <summary>Adds <see cref="RowCount"/> blocks that lie side by side, the lowest as the first; there must be room.</summary>
    /// <param name="list">The list.</param>
    /// <param name="first">The lowest.</param>
    /// <param name="length">Bytes of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddRow(nuint list, byte* first, nuint length)
    {
        // Two instructions for each: the costliest request is one that gets here, and its time is bounded tightly.
        var last = LinkNext(LinkNext(LinkNext(LinkNext(LinkNext(LinkNext(first, length), length), length), length), length), length);
        *(ulong*)last = _first[list];
        _first[list] = (ulong)first;
        _room -= RowCount;
    }

    /// <summary>Notes a request that is not met from here, which changes the capacity.</summary>
    /// <param name="isSmall">Whether it might have been.</param>
    /// <param name="capacity">The capacity.</param>
    /// <returns>Whether lists should be emptied: there are more blocks in them than may be, or too many of other sizes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool NoteMiss(bool isSmall, int capacity)
    {
        if (isSmall)
        {
            if (capacity >= MaximumCapacity)
            {
                return _room <= 0;
            }

            _capacity = capacity + 1;
            _room++;
            return false;
        }

        if (capacity <= MinimumCapacity)
        {
            return false;
        }

        _capacity = capacity - LossPerLargeRequest;
        _room -= LossPerLargeRequest;
        return _room < 0 && _room != _capacity;
    }

    /// <summary>Adds up the blocks.</summary>
    /// <param name="bytes">Bytes of all of them.</param>
    /// <param name="largest">Bytes of the largest.</param>
    internal readonly void Measure(out nuint bytes, out nuint largest)
    {
        bytes = 0;
        largest = 0;
        for (nuint list = 0; list < ListCount; list++)
        {
            for (var block = First(list); block is not null; block = Next(block))
            {
                bytes += LengthIn(list);
                largest = Math.Max(largest, LengthIn(list));
            }
        }
    }

    /// <summary>Looks at every block.</summary>
    /// <param name="general">The allocator that they are from, known to be sound.</param>
    /// <param name="audit">What is known of the blocks in use.</param>
    internal readonly HeapFault FindFault(in SegregatedFit general, in BlockAudit audit)
    {
        var count = 0;
        for (nuint list = 0; list < ListCount; list++)
        {
            var length = LengthIn(list);
            for (var block = First(list); block is not null; block = Next(block))
            {
                var isAligned = list < SizeCount || HeapGranule.PaddingBefore((nuint)block, LargeAlignment) == 0;
                if (!isAligned || !general.IsInside(block, length) || general.IsAnyFree(block, length))
                {
                    return new HeapFault(HeapFaultKind.CachedBlockInvalid, block);
                }

                if (audit.IsAnyInUse(block, length))
                {
                    return new HeapFault(HeapFaultKind.UsedBlockIsFree, block);
                }

                count++;
                if (count > MaximumCapacity)
                {
                    // More than there can be: the list may have no end.
                    return new HeapFault(HeapFaultKind.FreeListBroken, block);
                }
            }
        }

        return count == Count ? HeapFault.None : new HeapFault(HeapFaultKind.CachedCountWrong);
    }

    /// <summary>Gives the blocks of the next few lists back.</summary>
    internal void EmptyNextLists(ref SegregatedFit general)
    {
        var first = _hand;
        _hand = (first + ListsPerVisit) % ListCount;
        EmptyLists(first, ListsPerVisit, ref general);
    }

    /// <summary>Gives the blocks of all lists back.</summary>
    internal void EmptyAllLists(ref SegregatedFit general) => EmptyLists(0, ListCount, ref general);

    /// <summary>Makes the block above one the next one behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* LinkNext(byte* block, nuint length)
    {
        var next = block + length;
        *(ulong*)block = (ulong)next;
        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Push(nuint list, void* block)
    {
        *(ulong*)block = _first[list];
        _first[list] = (ulong)block;
    }

    private void EmptyLists(uint first, uint count, ref SegregatedFit general)
    {
        for (var list = first; list < first + count; list++)
        {
            var block = First(list);
            _first[list] = 0;
            while (block is not null)
            {
                // Read first: from then on the block's bytes are the general allocator's.
                var next = Next(block);
                general.GiveBackRarely(block, LengthIn(list));
                _room++;
                block = next;
            }
        }
    }
}
