using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Does nothing, behind a call: what a measurement of it comes to is the measurement's own.</summary>
internal readonly struct NullAddressSpace : IAddressSpace
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryMap<TSize>(Page<TSize> page, PhysicalFrame<TSize> frame, PageFlags flags, out MapError error)
        where TSize : struct, IPageSize
    {
        error = default;
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryUnmap<TSize>(Page<TSize> page, out PhysicalFrame<TSize> frame, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        frame = default;
        flush = default;
        error = default;
        return true;
    }

    /// <inheritdoc/>
    public bool TryChangeFlags<TSize>(Page<TSize> page, PageFlags flags, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        flush = default;
        error = default;
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryTranslate(VirtualAddress address, out Translation translation)
    {
        translation = default;
        return true;
    }
}
