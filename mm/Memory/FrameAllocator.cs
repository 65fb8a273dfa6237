using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>Gives out the usable frames of physical memory, low ones first, in the same few steps however many are gone.</summary>
/// <remarks>
/// <para>
/// Two bits for each frame: whether it is ours to give at all, and whether it is free. Above the free bits stands a pyramid: a bit of a level says
/// whether a word of the level below has any bit set. The way to a free frame is one bit scan for each level; it is gone once for 64 frames, and
/// the word found is used up first.
/// </para>
/// <code>
///   level 2                 1                          64 × 64 × 64 frames: 1 GiB for each word
///   level 1        10000000…        00…                64 × 64 frames for each word
///   level 0   0010…  0000…  0000…                      64 frames for each word; 1 is free
///   owned     1111…  1111…  0001…                      the same frames; 1 is a frame that this allocator may give out
/// </code>
/// <para>
/// A handle: its state lies in memory taken from the end of the highest usable region with room, and copies of it are the same allocator. Frame 0
/// is never given out: its address is what nothing has, and on a PC the firmware's data lies there.
/// </para>
/// </remarks>
public readonly unsafe struct FrameAllocator : IFrameAllocator
{
    private const ulong FrameSize = 4096;
    private const int WordBits = 64;
    private const int WordShift = 6;

    private readonly FrameBitmap* _bitmap;

    private FrameAllocator(FrameBitmap* bitmap) => _bitmap = bitmap;

    /// <summary>Frames that can be taken at the moment.</summary>
    public ulong FreeFrames => _bitmap->FreeFrames;

    /// <summary>All frames that are this allocator's to give, those that are taken included.</summary>
    public ulong TotalFrames => _bitmap->TotalFrames;

    /// <summary>Makes an allocator of all usable frames of a memory map, less those that its bookkeeping takes.</summary>
    /// <param name="map">Sorted, free of overlaps, usable regions aligned to frames, as <see cref="BootInformation.MemoryMap"/>.</param>
    /// <param name="directMapOffset">Added to a physical address in a usable region, gives one at which it can be written.</param>
    /// <param name="allocator">The allocator.</param>
    /// <returns>False where no usable region has room for the bookkeeping: some 1/16,000 of the memory up to the highest usable address.</returns>
    public static bool TryCreate(ReadOnlySpan<MemoryRegion> map, ulong directMapOffset, out FrameAllocator allocator)
    {
        var plan = FrameBitmap.Plan(LimitOf(map));
        var frames = (plan.Bytes + FrameSize - 1) / FrameSize;
        for (var index = map.Length - 1; index >= 0; index--)
        {
            if (map[index].Kind == MemoryRegionKind.Usable && map[index].End / FrameSize >= FirstFrameOf(map[index]) + frames)
            {
                var start = map[index].End - (frames * FrameSize);
                allocator = new FrameAllocator(FrameBitmap.Place(plan, (byte*)(directMapOffset + start)));
                allocator.AddRegions(map, MemoryRegionKind.Usable);
                allocator._bitmap->RemoveRange(start / FrameSize, frames);
                return true;
            }
        }

        allocator = default;
        return false;
    }

    /// <summary>Adds the loader's memory to what is given out. Called once, when nothing of it is in use any more: tables, stack, responses.</summary>
    /// <param name="map">The memory map that the allocator was made with.</param>
    /// <returns>How many frames that were.</returns>
    public ulong ReclaimBootloaderMemory(ReadOnlySpan<MemoryRegion> map)
    {
        var before = TotalFrames;
        AddRegions(map, MemoryRegionKind.BootloaderReclaimable);
        return TotalFrames - before;
    }

    /// <inheritdoc/>
    public bool TryAllocate(out PhysicalFrame<Size4KiB> frame)
    {
        var bitmap = _bitmap;
        var index = bitmap->Current;
        var word = bitmap->Free[index];
        var rest = word & (word - 1);
        if (rest == 0)
        {
            return TryAllocateLast(bitmap, out frame);
        }

        bitmap->Free[index] = rest;
        bitmap->FreeFrames--;
        frame = FrameOf((index << WordShift) + (uint)BitOperations.TrailingZeroCount(word));
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Takes the lowest run. Looks through all words in between: not for paths that are hot.</remarks>
    public bool TryAllocateRun(ulong count, ulong alignment, out PhysicalFrame<Size4KiB> first)
    {
        ArgumentOutOfRangeException.ThrowIfZero(count);
        if (!BitOperations.IsPow2(alignment))
        {
            throw new ArgumentOutOfRangeException(nameof(alignment), "An alignment is a power of two.");
        }

        var bitmap = _bitmap;
        first = default;
        if (count > bitmap->FreeFrames)
        {
            return false;
        }

        ulong candidate = 0;
        while (true)
        {
            candidate = (bitmap->NextFrame(candidate, isFree: true) + alignment - 1) & ~(alignment - 1);
            if (candidate >= bitmap->Limit || count > bitmap->Limit - candidate)
            {
                return false;
            }

            var obstacle = bitmap->NextFrame(candidate, isFree: false);
            if (obstacle - candidate >= count)
            {
                break;
            }

            candidate = obstacle;
        }

        bitmap->TakeRange(candidate, count);
        first = FrameOf(candidate);
        return true;
    }

    /// <inheritdoc/>
    public void Free(PhysicalFrame<Size4KiB> frame)
    {
        var bitmap = _bitmap;
        var index = frame.Number >> WordShift;
        var bit = 1UL << (int)(frame.Number & (WordBits - 1));
        if (frame.Number >= bitmap->Limit || (bitmap->Owned[index] & bit) == 0)
        {
            ThrowForeign(frame);
        }

        var word = bitmap->Free[index];
        if ((word & bit) != 0)
        {
            ThrowFreeAlready(frame);
        }

        bitmap->Free[index] = word | bit;
        bitmap->FreeFrames++;
        if (word == 0)
        {
            bitmap->MarkWordFilled(index);
        }
    }

    /// <inheritdoc/>
    public void FreeRun(PhysicalFrame<Size4KiB> first, ulong count)
    {
        for (ulong index = 0; index < count; index++)
        {
            Free(FrameOf(first.Number + index));
        }
    }

    /// <summary>Whether a frame is free at the moment. For tests and reports.</summary>
    public bool IsFree(PhysicalFrame<Size4KiB> frame) =>
        frame.Number < _bitmap->Limit && (_bitmap->Free[frame.Number >> WordShift] >> (int)(frame.Number & (WordBits - 1)) & 1) != 0;

    private static PhysicalFrame<Size4KiB> FrameOf(ulong number) => PhysicalFrame<Size4KiB>.Truncate(number * FrameSize);

    /// <summary>One past the number of the last frame that may ever be given out.</summary>
    private static ulong LimitOf(ReadOnlySpan<MemoryRegion> map)
    {
        ulong limit = 1;
        foreach (ref readonly var region in map)
        {
            if (region.Kind is MemoryRegionKind.Usable or MemoryRegionKind.BootloaderReclaimable)
            {
                limit = region.End / FrameSize;
            }
        }

        return limit;
    }

    private static ulong FirstFrameOf(in MemoryRegion region) => Math.Max(region.Start / FrameSize, 1);

    /// <summary>Takes a frame where the current word has one left, or none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryAllocateLast(FrameBitmap* bitmap, out PhysicalFrame<Size4KiB> frame)
    {
        if (bitmap->Free[bitmap->Current] == 0 && !bitmap->TryFindWord())
        {
            frame = default;
            return false;
        }

        var number = bitmap->NextFrame(bitmap->Current << WordShift, isFree: true);
        bitmap->TakeRange(number, 1);
        frame = FrameOf(number);
        return true;
    }

    // Apart, so that the text of the exception is no part of the hot path.
    [DoesNotReturn]
    private static void ThrowForeign(PhysicalFrame<Size4KiB> frame) =>
        throw new FrameMisuseException("A frame was freed that was never this allocator's to give.", frame);

    [DoesNotReturn]
    private static void ThrowFreeAlready(PhysicalFrame<Size4KiB> frame) => throw new FrameMisuseException("A frame was freed that is free already.", frame);

    /// <summary>Makes the frames of all regions of a kind free.</summary>
    private void AddRegions(ReadOnlySpan<MemoryRegion> map, MemoryRegionKind kind)
    {
        foreach (ref readonly var region in map)
        {
            if (region.Kind == kind)
            {
                _bitmap->AddRange(FirstFrameOf(region), region.End / FrameSize);
            }
        }
    }
}
