namespace Tarn.Kernel;

/// <summary>A mapping of virtual pages to physical frames: what makes an address mean something.</summary>
/// <remarks>
/// <para>
/// Taken as a struct type argument: its methods are generic, and called on the type itself they are direct. It takes no lock: one caller at a
/// time, and no interrupt handler. It allocates nothing but frames for page tables, and gives those back as soon as they map nothing.
/// </para>
/// <para>
/// Mapping is power over all of memory. Who maps a frame vouches that it is theirs (a frame allocator gave it, or it is a device's), and only
/// those parts of a kernel get an address space that need one. What every implementation refuses is a page that is writable and executable.
/// </para>
/// </remarks>
public interface IAddressSpace
{
    /// <summary>Maps a page. No flush is owed, since the page was not mapped.</summary>
    /// <param name="page">The page; not mapped so far.</param>
    /// <param name="frame">What it leads to. It stays the caller's.</param>
    /// <param name="flags">What may be done with it.</param>
    /// <param name="error">Why it could not be mapped.</param>
    /// <returns>False where it could not be mapped; nothing has changed then.</returns>
    bool TryMap<TSize>(Page<TSize> page, PhysicalFrame<TSize> frame, PageFlags flags, out MapError error)
        where TSize : struct, IPageSize;

    /// <summary>Unmaps a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="frame">What it led to.</param>
    /// <param name="flush">To be settled before the page is mapped again or the frame is used for something else.</param>
    /// <param name="error">Why it could not be unmapped.</param>
    /// <returns>False where it could not be unmapped; nothing has changed then.</returns>
    bool TryUnmap<TSize>(Page<TSize> page, out PhysicalFrame<TSize> frame, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize;

    /// <summary>Changes what may be done with a page.</summary>
    /// <param name="page">The page; mapped.</param>
    /// <param name="flags">What may be done with it from now on.</param>
    /// <param name="flush">To be settled before anyone counts on the new flags.</param>
    /// <param name="error">Why they could not be changed.</param>
    /// <returns>False where they could not be changed; nothing has changed then.</returns>
    bool TryChangeFlags<TSize>(Page<TSize> page, PageFlags flags, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize;

    /// <summary>Says where an address leads.</summary>
    /// <param name="address">The address; any in a page, of whatever size.</param>
    /// <param name="translation">Where it leads, and what may be done there.</param>
    /// <returns>False where nothing is mapped.</returns>
    bool TryTranslate(VirtualAddress address, out Translation translation);
}
