using System;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>An address space for ring 3: pages of its own in the <see cref="UserRange"/>, and around them the kernel as in every other
/// one.</summary>
/// <typeparam name="TMemory">How tables and frames are reached.</typeparam>
/// <typeparam name="TFrames">Where frames for tables and pages come from and go.</typeparam>
/// <remarks>
/// <code>
///   its top-level table         leads to
///   ┌───────────────────┐
///   │ 128 to 511        ├──►  tables of the kernel's own address space: what is mapped in those is mapped here,
///   ├───────────────────┤     image, direct map, heap. Pages that ring 3 may not use.
///   │   0 to 127        ├──►  tables of this one, which nobody else has, and pages that ring 3 may use
///   └───────────────────┘
/// </code>
/// <para>
/// The kernel must be all there, since interrupts and faults that come while ring 3 runs are served in this address space. A top-level
/// entry that the kernel fills later is taken over when ring 3 is entered the next time.
/// </para>
/// <para>
/// A handle: copies of it are the same address space. It takes no lock: one caller at a time, and no interrupt handler. No page of ring 3's
/// is global, so the processor has forgotten them all once it uses another address space.
/// </para>
/// </remarks>
public readonly unsafe struct UserAddressSpace<TMemory, TFrames>
    where TMemory : struct, ITableMemory
    where TFrames : struct, IFrameAllocator
{
    /// <summary>How many of the top-level entries are its own.</summary>
    private const int OwnEntries = (int)(UserRange.End >> 39);

    private const PageFlags Allowed = PageFlags.Writable | PageFlags.Executable;

    private readonly PageTables<TMemory, TFrames> _tables;
    private readonly PageTables<TMemory, TFrames> _kernel;

    private UserAddressSpace(PageTables<TMemory, TFrames> tables, PageTables<TMemory, TFrames> kernel)
    {
        _tables = tables;
        _kernel = kernel;
    }

    /// <summary>The frame of the top-level table: what CR3 holds while ring 3 runs here.</summary>
    public PhysicalFrame<Size4KiB> Root => _tables.Root;

    private TFrames Frames => _tables.Frames;

    /// <summary>Makes an address space in which ring 3 has nothing yet. Allocates from the heap, a few bytes once.</summary>
    /// <param name="kernel">The kernel's own address space.</param>
    /// <param name="space">The new one.</param>
    /// <returns>False where there is no frame for its top-level table.</returns>
    public static bool TryCreate(PageTables<TMemory, TFrames> kernel, out UserAddressSpace<TMemory, TFrames> space)
    {
        var isMade = PageTables<TMemory, TFrames>.TryCreate(kernel.Memory, kernel.Frames, out var tables);
        space = isMade ? new UserAddressSpace<TMemory, TFrames>(tables, kernel) : default;
        return isMade;
    }

    /// <summary>Gives ring 3 a page: a frame of its own, filled and mapped.</summary>
    /// <param name="page">The page, in the <see cref="UserRange"/>.</param>
    /// <param name="contents">What stands at its start, at most a page of it; the rest is zero.</param>
    /// <param name="flags"><see cref="PageFlags.Writable"/>, <see cref="PageFlags.Executable"/> or neither. Ring 3 may read it
    /// anyway.</param>
    /// <param name="error">Why ring 3 does not have it; <see cref="MapErrorKind.FrameAllocationFailed"/> also for want of a frame for the
    /// page itself.</param>
    /// <returns>False where ring 3 does not have the page; nothing has changed then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The page is not ring 3's, or its contents are larger than a page.</exception>
    /// <exception cref="ArgumentException">Another flag is set.</exception>
    public bool TryAdd(Page<Size4KiB> page, ReadOnlySpan<byte> contents, PageFlags flags, out MapError error)
    {
        if (!UserRange.Contains(page.Start.Value))
        {
            throw new ArgumentOutOfRangeException(nameof(page), "The page lies outside the range of ring 3.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(contents.Length, ITableMemory.TableSize, nameof(contents));
        if ((flags & ~Allowed) != 0)
        {
            throw new ArgumentException("A page of ring 3 may be writable or executable, and nothing else.", nameof(flags));
        }

        if (!Frames.TryAllocate(out var frame))
        {
            error = MapError.FrameAllocationFailed;
            return false;
        }

        // Through the kernel's own mapping of all memory: a page of ring 3 is not touched.
        var bytes = new Span<byte>(_tables.Memory.TableAt(frame.Start.Value), ITableMemory.TableSize);
        contents.CopyTo(bytes);
        bytes[contents.Length..].Clear();
        if (!_tables.TryMap(page, frame, flags | PageFlags.User, out error))
        {
            Frames.Free(frame);
            return false;
        }

        return true;
    }

    /// <summary>Says where an address leads, in ring 3's part and in the kernel's.</summary>
    /// <param name="address">The address.</param>
    /// <param name="translation">Where it leads, and what may be done there.</param>
    /// <returns>False where nothing is mapped.</returns>
    public bool TryTranslate(VirtualAddress address, out Translation translation) =>
        UserRange.Contains(address.Value) ? _tables.TryTranslate(address, out translation) : _kernel.TryTranslate(address, out translation);

    /// <summary>Frees all that is its own: pages, tables, and itself. The last thing that is done with it.</summary>
    /// <remarks>Nothing of it may be in use: the processor must have left it since it was last changed.</remarks>
    public void Free()
    {
        FreeEntries(_tables.Top, OwnEntries, PageTableLevel.Top);
        Frames.Free(Root);
    }

    /// <summary>Takes over the kernel's part of the top-level table as it is now.</summary>
    internal void ShareKernel()
    {
        var kernel = new ReadOnlySpan<PageTableEntry>(_kernel.Top, PageTableLevel.EntriesPerTable);
        kernel[OwnEntries..].CopyTo(new Span<PageTableEntry>(_tables.Top, PageTableLevel.EntriesPerTable)[OwnEntries..]);
    }

    /// <summary>Frees what the first entries of a table lead to, pages and tables alike.</summary>
    private void FreeEntries(PageTableEntry* table, int count, int level)
    {
        for (var index = 0; index < count; index++)
        {
            if (!table[index].IsPresent)
            {
                continue;
            }

            if (level > 1)
            {
                FreeEntries(_tables.Memory.TableAt(table[index].Address), PageTableLevel.EntriesPerTable, level - 1);
            }

            Frames.Free(PhysicalFrame<Size4KiB>.Truncate(table[index].Address));
        }
    }
}
