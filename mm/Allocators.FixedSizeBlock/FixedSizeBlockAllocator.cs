using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Keeps freed blocks of common sizes aside and hands them out again at once; behind that stands a general allocator.</summary>
/// <remarks>
/// <code>
///   request -------> BlockCache: freed blocks of up to 1,024 bytes, by size                 a dozen instructions
///               |       ^      |
///               |  free |      | blocks that are too many, or of sizes not wanted
///               v       |      v
///              SegregatedFit: all of the range, merged and split as needed                  a hundred instructions
/// </code>
/// <para>
/// The cache serves what programs do most: blocks of the same few sizes that come and go. The general allocator serves the rest, and in the
/// end gets every block back: those that the cache has no room for at once, the others when requests need larger pieces or find no room.
/// </para>
/// </remarks>
public unsafe struct FixedSizeBlockAllocator : IHeapAllocator
{
    /// <summary>The alignment that <c>new</c> asks for.</summary>
    private const uint UsualAlignment = 8;

    /// <summary>Blocks that are taken from the top at once, and the largest of which more than one is: no more than 2 KiB at a time.</summary>
    private const uint BatchCount = 1 + BlockCache.RowCount, LargestOfBatch = 256;

    /// <summary>Bytes that are set aside at most when a block is taken from the top: so much more the high-water mark may say.</summary>
    internal const uint LargestSetAside = BlockCache.RowCount * LargestOfBatch;

    /// <summary>Blocks that the cache must have room for before that many are put into it at once: small sizes were asked for that often.</summary>
    private const int RoomForBatches = 16;

    /// <summary>First, so that the address of the allocator is that of what is used most.</summary>
    private BlockCache _cache;

    private SegregatedFit _general;
    private BlockAudit _audit;

    /// <inheritdoc/>
    public static string Name => "fixed-size-block";

    /// <inheritdoc/>
    public static HeapReuse Reuse => HeapReuse.AtOnce;

    /// <inheritdoc/>
    /// <remarks>A bit for each 16 bytes: 0.8 percent of the range.</remarks>
    public static nuint BookkeepingSize(nuint rangeSize) => SegregatedFit.BookkeepingSize(rangeSize);

    /// <inheritdoc/>
    /// <remarks>Cached blocks count as free, and for the high-water mark: also those that were set aside and have not been asked for.</remarks>
    public readonly HeapUsage Usage
    {
        get
        {
            _general.Measure(out var generalBytes, out var generalLargest);
            _cache.Measure(out var cachedBytes, out var cachedLargest);
            return new HeapUsage
            {
                UsedBytes = _general.Size - generalBytes - cachedBytes,
                FreeBytes = generalBytes + cachedBytes,
                LargestFreeBlock = Math.Max(generalLargest, cachedLargest),
                HighWaterMark = _general.HighWaterMark,
            };
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As the contract says; a range has at most 2 GiB less 48 bytes.</exception>
    public void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        HeapGranule.ValidateRange(start, size);
        if (size > SegregatedFit.MaximumRange)
        {
            throw new ArgumentException("the range is longer than 31-bit offsets reach", nameof(size));
        }

        this = default;
        _general.Initialize(start, size, bookkeeping);
        _audit.Initialize(start, size, bookkeeping + sizeof(ulong), BoundaryMap.RecordSize);
    }

    /// <inheritdoc/>
    public bool TryExtend(nuint size)
    {
        HeapGranule.ValidateExtension(size);
        if (size > SegregatedFit.MaximumRange - _general.Size)
        {
            return false;
        }

        if (size != 0)
        {
            _general.Extend(size);
            _audit.Extend(size);
        }

        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Serves the alignment of <c>new</c> from the cache.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        // A size of 0 wraps around and has no list. What has none is looked up in one that stays empty, so that one question is left.
        var list = BlockCache.ListFor(size);
        if (list >= BlockCache.SizeCount)
        {
            list = BlockCache.EmptyList;
        }

        if (alignment != UsualAlignment)
        {
            list = BlockCache.EmptyList;
        }

        block = _cache.First(list);
        if (block is null)
        {
            return false;
        }

        _cache.RemoveFirst(list, block);
        _audit.Taken(block, size);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Bounded time, but for a request that empties lists of the cache (2,048 blocks at most) or finds no room.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void* AllocateSlowly(nuint size, nuint alignment)
    {
        // Read before anything is decided: the compiler then knows that the allocator is there.
        var capacity = _cache.Capacity;
        if (alignment != UsualAlignment || size - 1 >= SegregatedFit.MaximumRange)
        {
            return AllocateUnusual(size, alignment);
        }

        var length = HeapGranule.RoundUp(size);
        if (_cache.NoteMiss(isSmall: size <= BlockCache.LargestSize, capacity))
        {
            return AllocateAfterEmptyingLists(length, HeapGranule.Size);
        }

        return AllocateUnaligned(length);
    }

    /// <inheritdoc/>
    /// <remarks>Takes blocks with the alignment of <c>new</c> into the cache.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFreeQuickly(void* block, nuint size, nuint alignment)
    {
        var list = BlockCache.ListFor(size);
        if (list >= BlockCache.SizeCount)
        {
            return false;
        }

        // Other alignments find no room, so that one question is left.
        var room = _cache.Room;
        if (alignment != UsualAlignment)
        {
            room = 0;
        }

        if (room <= 0)
        {
            return false;
        }

        _audit.Returned(block, size);
        _cache.Add(list, block);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Bounded time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FreeSlowly(void* block, nuint size, nuint alignment)
    {
        _audit.Returned(block, size);
        if (size <= BlockCache.LargestSize)
        {
            if (size == 0)
            {
                size = 1;
            }

            if (alignment <= BlockCache.LargeAlignment && _cache.Room > 0)
            {
                var list = BlockCache.ListFor(size);
                _cache.Add(alignment <= HeapGranule.Size ? list : list + BlockCache.SizeCount, block);
                return;
            }
        }

        _general.GiveBack((byte*)block, HeapGranule.RoundUp(size));
    }

    /// <inheritdoc/>
    public readonly HeapFault FindFault()
    {
        if (_general.Size == 0)
        {
            return new HeapFault(HeapFaultKind.NotInitialized);
        }

        var fault = _general.FindFault(in _audit);
        return fault.Exists ? fault : _cache.FindFault(in _general, in _audit);
    }

    /// <summary>Alignments other than that of <c>new</c>, and sizes that are absurd or 0.</summary>
    private void* AllocateUnusual(nuint size, nuint alignment)
    {
        // More than one bit. That there is one is asked where it is not known.
        if ((alignment & (alignment - 1)) != 0)
        {
            return null;
        }

        if (size - 1 >= BlockCache.LargestSize || alignment > BlockCache.LargeAlignment)
        {
            return AllocateLarge(size, alignment);
        }

        var list = BlockCache.ListFor(size);
        if (alignment > HeapGranule.Size)
        {
            list += BlockCache.SizeCount;
            // Whoever frees the block will put it into this list, so it must be good for everybody who looks there.
            alignment = BlockCache.LargeAlignment;
        }
        else if (alignment == 0)
        {
            return null;
        }

        var block = _cache.First(list);
        if (block is not null)
        {
            _cache.RemoveFirst(list, block);
            _audit.Taken(block, size);
            return block;
        }

        var length = HeapGranule.RoundUp(size);
        return _cache.NoteMiss(isSmall: true, _cache.Capacity) ? AllocateAfterEmptyingLists(length, alignment) : AllocateAligned(length, alignment);
    }

    /// <summary>Sizes and alignments that are beyond the cache.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateLarge(nuint size, nuint alignment)
    {
        if (size - 1 >= SegregatedFit.MaximumRange || alignment == 0)
        {
            return size == 0 ? AllocateUnusual(1, alignment) : null;
        }

        var length = HeapGranule.RoundUp(size);
        if (alignment > SegregatedFit.MaximumRange - length)
        {
            // Only where memory happens to have it.
            return AllocateThoroughly(length, alignment);
        }

        return _cache.NoteMiss(isSmall: false, _cache.Capacity) ? AllocateAfterEmptyingLists(length, alignment) : AllocateAligned(length, alignment);
    }

    /// <summary>Gives some of the cache back first.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateAfterEmptyingLists(nuint length, nuint alignment)
    {
        _cache.EmptyNextLists(ref _general);
        return AllocateAligned(length, alignment);
    }

    /// <summary>Any alignment: takes a block that is longer by as much as the alignment may need, and cuts it to size.</summary>
    private void* AllocateAligned(nuint length, nuint alignment)
    {
        if (alignment <= HeapGranule.Size)
        {
            return AllocateUnalignedRarely(length);
        }

        return _general.TryFindList(length + alignment - HeapGranule.Size, out var list)
            ? AllocateAlignedFrom(list, length, alignment)
            : AllocateAlignedAtTop(length, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateAlignedFrom(nuint list, nuint length, nuint alignment)
    {
        var slack = alignment - HeapGranule.Size;
        var block = _general.AllocateFrom(list, length + slack);
        var padding = HeapGranule.PaddingBefore((nuint)block, alignment);
        if (padding != 0)
        {
            KeepTrimming(block, padding);
        }

        if (padding != slack)
        {
            KeepTrimming(block + padding + length, slack - padding);
        }

        _audit.Taken(block + padding, length);
        return block + padding;
    }

    /// <summary>At the top, where the address of the block, and so what must be cut off, is known before.</summary>
    private void* AllocateAlignedAtTop(nuint length, nuint alignment)
    {
        var padding = HeapGranule.PaddingBefore((nuint)_general.TopAddress, alignment);
        if (padding + length > _general.Room || padding > BlockCache.LargestSize || _cache.Capacity >= BlockCache.MaximumCapacity)
        {
            return AllocateThoroughly(length, alignment);
        }

        var block = _general.AllocateAtTop(padding + length);
        if (padding != 0)
        {
            _cache.AddBeyondCapacity(BlockCache.ListFor(padding), block);
            block += padding;
        }

        _audit.Taken(block, length);
        return block;
    }

    /// <summary>The alignment of <c>new</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void* AllocateUnaligned(nuint length)
    {
        if (!_general.TryFindList(length, out var list))
        {
            return AllocateSomeAtTop(length);
        }

        var block = _general.AllocateFrom(list, length);
        _audit.Taken(block, length);
        return block;
    }

    /// <summary>The same as a call, for where its time matters less than its size; and one block alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateUnalignedRarely(nuint length)
    {
        if (!_general.TryFindList(length, out var list))
        {
            return AllocateAtTop(length);
        }

        var block = _general.AllocateFrom(list, length);
        _audit.Taken(block, length);
        return block;
    }

    /// <summary>At the top, where nothing below it is free: several blocks where many small ones are asked for, else one.</summary>
    private void* AllocateSomeAtTop(nuint length) =>
        length <= LargestOfBatch && _cache.Room > RoomForBatches && _general.Room >= LargestOfBatch * BatchCount
            ? AllocateBatchAtTop(length)
            : AllocateAtTop(length);

    private void* AllocateAtTop(nuint length)
    {
        if (length > _general.Room)
        {
            return AllocateThoroughly(length, HeapGranule.Size);
        }

        var block = _general.AllocateAtTop(length);
        _audit.Taken(block, length);
        return block;
    }

    /// <summary>
    /// Takes as much as several blocks of a small size need, and puts all but the first into the cache: the next requests of that size, which are
    /// likely where the cache has grown, find them there.
    /// </summary>
    /// <param name="length">Bytes; whole granules, at most <see cref="LargestOfBatch"/>. The cache and the top have room.</param>
    private byte* AllocateBatchAtTop(nuint length)
    {
        var first = _general.AllocateAtTop(length * BatchCount);
        _cache.AddRow(BlockCache.ListFor(length), first + length, length);
        _audit.Taken(first, length);
        return first;
    }

    /// <summary>Where no room was found so far: asks all free memory, and then gives all of the cache back and asks again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateThoroughly(nuint length, nuint alignment)
    {
        var block = _general.AllocateThoroughly(length, alignment);
        if (block is null && _cache.Count != 0)
        {
            _cache.EmptyAllLists(ref _general);
            block = _general.AllocateThoroughly(length, alignment);
        }

        _audit.Taken(block, length);
        return block;
    }

    /// <summary>Puts what was cut off a block into the cache, or gives it back where that is too full for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void KeepTrimming(byte* block, nuint length)
    {
        if (length <= BlockCache.LargestSize && _cache.Capacity < BlockCache.MaximumCapacity)
        {
            _cache.AddBeyondCapacity(BlockCache.ListFor(length), block);
        }
        else
        {
            _general.GiveBackRarely(block, length);
        }
    }
}
