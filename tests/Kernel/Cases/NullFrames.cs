using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Does nothing, behind a call: what a measurement of it comes to is the measurement's own.</summary>
internal readonly struct NullFrames : IFrameAllocator
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryAllocate(out PhysicalFrame<Size4KiB> frame)
    {
        frame = default;
        return true;
    }

    /// <inheritdoc/>
    public bool TryAllocateRun(ulong count, ulong alignment, out PhysicalFrame<Size4KiB> first)
    {
        first = default;
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
