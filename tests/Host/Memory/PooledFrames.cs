using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>A <see cref="FramePool"/> as a struct type argument.</summary>
internal readonly struct PooledFrames(FramePool pool) : IFrameAllocator
{
    public bool TryAllocate(out PhysicalFrame<Size4KiB> frame) => pool.TryAllocate(out frame);

    public bool TryAllocateRun(ulong count, ulong alignment, out PhysicalFrame<Size4KiB> first)
    {
        if (count == 1 && alignment == 1)
        {
            return pool.TryAllocate(out first);
        }

        first = default;
        return false;
    }

    public void Free(PhysicalFrame<Size4KiB> frame) => pool.Free(frame);

    public void FreeRun(PhysicalFrame<Size4KiB> first, ulong count)
    {
        for (ulong index = 0; index < count; index++)
        {
            pool.Free(PhysicalFrame<Size4KiB>.Truncate((first.Number + index) << 12));
        }
    }
}
