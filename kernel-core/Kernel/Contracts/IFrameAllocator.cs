namespace Tarn.Kernel;

/// <summary>Gives out frames of physical memory, each to one owner at a time, and takes them back.</summary>
/// <remarks>
/// Taken as a struct type argument where it is hot. Only memory that the memory map calls usable is given out, with whatever contents.
/// Nothing here allocates from the heap: the heap grows by it. It takes no lock: one caller at a time, and no interrupt handler.
/// </remarks>
public interface IFrameAllocator
{
    /// <summary>Takes a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <returns>False where none is left.</returns>
    bool TryAllocate(out PhysicalFrame<Size4KiB> frame);

    /// <summary>Takes frames that lie side by side.</summary>
    /// <param name="count">How many, above 0.</param>
    /// <param name="alignment">The number of frames that the first one's number must be a multiple of: a power of two.</param>
    /// <param name="first">The first of them.</param>
    /// <returns>False, and none taken, where there is no such run.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="count"/> is 0, or <paramref name="alignment"/> not a power of two.</exception>
    bool TryAllocateRun(ulong count, ulong alignment, out PhysicalFrame<Size4KiB> first);

    /// <summary>Gives a frame back, of a run as well.</summary>
    /// <param name="frame">A frame that was taken and not given back since.</param>
    /// <exception cref="FrameMisuseException">It is free already, or was never this allocator's to give.</exception>
    void Free(PhysicalFrame<Size4KiB> frame);

    /// <summary>Gives frames back that lie side by side.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="FrameMisuseException">One of them is free already, or was never this allocator's to give; those below it have been given back.</exception>
    void FreeRun(PhysicalFrame<Size4KiB> first, ulong count);
}
