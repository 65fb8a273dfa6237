using System;
using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>Memory for a heap: puts frames behind addresses as the heap asks for them.</summary>
/// <typeparam name="TSpace">Where the addresses are.</typeparam>
/// <typeparam name="TFrames">Where the frames come from.</typeparam>
/// <param name="space">The address space. Nothing else maps the range that the heap is placed at.</param>
/// <param name="frames">The frame allocator.</param>
/// <remarks>It allocates nothing but frames, so it may be called while the heap is at work. No frame of it needs to lie beside another.</remarks>
public readonly unsafe struct MappedMemory<TSpace, TFrames>(TSpace space, TFrames frames) : IHeapSource
    where TSpace : struct, IAddressSpace
    where TFrames : struct, IFrameAllocator
{
    private const PageFlags Flags = PageFlags.Writable | PageFlags.Global;

    private readonly TSpace _space = space;
    private readonly TFrames _frames = frames;

    /// <inheritdoc/>
    /// <returns>False where there are not enough frames, or something else is mapped there. Nothing has changed then.</returns>
    public bool TryCommit(byte* start, nuint size)
    {
        var first = new Page<Size4KiB>(VirtualAddress.Of(start));
        var count = size / Page<Size4KiB>.Size;
        for (ulong index = 0; index < count; index++)
        {
            if (!TryCommit(first.Above(index)))
            {
                Decommit(first, index);
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Some of it is not mapped.</exception>
    public void Decommit(byte* start, nuint size) => Decommit(new Page<Size4KiB>(VirtualAddress.Of(start)), size / Page<Size4KiB>.Size);

    private bool TryCommit(Page<Size4KiB> page)
    {
        if (!_frames.TryAllocate(out var frame))
        {
            return false;
        }

        if (!_space.TryMap(page, frame, Flags, out _))
        {
            _frames.Free(frame);
            return false;
        }

        return true;
    }

    private void Decommit(Page<Size4KiB> first, ulong count)
    {
        for (ulong index = 0; index < count; index++)
        {
            if (!_space.TryUnmap(first.Above(index), out var frame, out var flush, out _))
            {
                throw new InvalidOperationException("The heap gives back memory that it did not have.");
            }

            flush.Settle();
            _frames.Free(frame);
        }
    }
}
