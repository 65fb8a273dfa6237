using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The simplest source of frames: the next of a run. Measurements take it, so that they measure nothing of the source.</summary>
internal readonly unsafe struct BumpFrames(ulong* next) : IFrameAllocator
{
    /// <inheritdoc/>
    public bool TryAllocate(out PhysicalFrame<Size4KiB> frame)
    {
        frame = PhysicalFrame<Size4KiB>.Truncate(*next);
        *next += PhysicalFrame<Size4KiB>.Size;
        return true;
    }

    /// <inheritdoc/>
    public bool TryAllocateRun(ulong count, ulong alignment, out PhysicalFrame<Size4KiB> first)
    {
        Expect.Equal(1UL, alignment);
        first = PhysicalFrame<Size4KiB>.Truncate(*next);
        *next += count * PhysicalFrame<Size4KiB>.Size;
        return true;
    }

    /// <inheritdoc/>
    public void Free(PhysicalFrame<Size4KiB> frame)
    {
    }

    /// <inheritdoc/>
    public void FreeRun(PhysicalFrame<Size4KiB> first, ulong count)
    {
    }
}
