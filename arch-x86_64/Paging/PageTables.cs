using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>An address space: four levels of page tables, found from the table at the top.</summary>
/// <typeparam name="TMemory">How tables are reached.</typeparam>
/// <typeparam name="TFrames">Where frames for tables come from, and go when a table maps nothing any more.</typeparam>
/// <remarks>
/// <para>A handle: all that changes is in the tables, and copies of it are the same address space. An address says at each level which entry to take:</para>
/// <code>
///    63      48 47      39 38      30 29      21 20      12 11            0
///   ┌──────────┬──────────┬──────────┬──────────┬──────────┬───────────────┐
///   │ as bit 47│ level 4  │ level 3  │ level 2  │ level 1  │    offset     │
///   └──────────┴──────────┴──────────┴──────────┴──────────┴───────────────┘
///                top        512 GiB    1 GiB      2 MiB      of a page       ◄── what an entry of the table before maps
/// </code>
/// <para>
/// The walk down from the top is what a mapping costs. Pages are mapped one after the other, so the table that was used last is remembered, and tried first.
/// </para>
/// </remarks>
public readonly unsafe struct PageTables<TMemory, TFrames> : IAddressSpace
    where TMemory : struct, ITableMemory
    where TFrames : struct, IFrameAllocator
{
    private readonly LastTable _last;
    private readonly PageTableEntry* _top;
    private readonly TMemory _memory;
    private readonly TFrames _frames;
    private readonly PhysicalFrame<Size4KiB> _root;

    private PageTables(PhysicalFrame<Size4KiB> root, TMemory memory, TFrames frames)
    {
        _last = new LastTable();
        _root = root;
        _memory = memory;
        _frames = frames;
        _top = memory.TableAt(root.Start.Value);
        Clear(_top);
    }

    /// <summary>The frame of the table at the top: what CR3 is set to.</summary>
    public PhysicalFrame<Size4KiB> Root => _root;

    /// <summary>The table at the top.</summary>
    internal PageTableEntry* Top => _top;

    /// <summary>How tables are reached.</summary>
    internal TMemory Memory => _memory;

    /// <summary>Where frames for tables come from and go.</summary>
    internal TFrames Frames => _frames;

    /// <summary>Makes an address space in which nothing is mapped. Allocates from the heap, a few bytes once.</summary>
    /// <param name="memory">How tables are reached.</param>
    /// <param name="frames">Where frames for tables come from and go.</param>
    /// <param name="tables">The address space.</param>
    /// <returns>False where there is no frame for its top-level table.</returns>
    public static bool TryCreate(TMemory memory, TFrames frames, out PageTables<TMemory, TFrames> tables)
    {
        if (!frames.TryAllocate(out var root))
        {
            tables = default;
            return false;
        }

        tables = new PageTables<TMemory, TFrames>(root, memory, frames);
        return true;
    }

    /// <inheritdoc/>
    public bool TryMap<TSize>(Page<TSize> page, PhysicalFrame<TSize> frame, PageFlags flags, out MapError error)
        where TSize : struct, IPageSize
    {
        var last = _last;
        var entry = PageTableLevel.EntryIn(last.Table, page.Start.Value, PageTableLevel.Of<TSize>());
        if (!last.Maps(page.Start.Value, PageTableLevel.Of<TSize>()) || entry->IsPresent || IsWritableAndExecutable(flags))
        {
            return TryMapElsewhere(page, frame, flags, out error);
        }

        *entry = PageTableEntry.ToPage(frame.Start.Value, flags, PageTableLevel.Of<TSize>());
        last.Parent->CountUp();
        error = default;
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Where a table goes with the page, its frame may be reused at once; so the flush is not owed then but done.</remarks>
    public bool TryUnmap<TSize>(Page<TSize> page, out PhysicalFrame<TSize> frame, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        var last = _last;
        var entry = PageTableLevel.EntryIn(last.Table, page.Start.Value, PageTableLevel.Of<TSize>());
        if (!last.Maps(page.Start.Value, PageTableLevel.Of<TSize>()) || !IsPage<TSize>(entry))
        {
            return TryUnmapElsewhere(page, out frame, out flush, out error);
        }

        frame = PhysicalFrame<TSize>.Truncate(entry->Address);
        flush = OwedFlush.Of(page.Start);
        error = default;
        *entry = default;
        last.Parent->CountDown();
        return !last.Parent->IsTableEmpty || FreeEmptyTables(page.Start.Value, out flush);
    }

    /// <inheritdoc/>
    public bool TryChangeFlags<TSize>(Page<TSize> page, PageFlags flags, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        flush = default;
        if (!TryReach(page.Start.Value, PageTableLevel.Of<TSize>(), out error))
        {
            return false;
        }

        var entry = PageTableLevel.EntryIn(_last.Table, page.Start.Value, PageTableLevel.Of<TSize>());
        if (!IsPage<TSize>(entry) || IsWritableAndExecutable(flags))
        {
            error = IsPage<TSize>(entry) ? UnmapError.WritableAndExecutable : WhyNotPage(entry);
            return false;
        }

        *entry = PageTableEntry.ToPage(entry->Address, flags, PageTableLevel.Of<TSize>());
        flush = OwedFlush.Of(page.Start);
        return true;
    }

    /// <inheritdoc/>
    public bool TryTranslate(VirtualAddress address, out Translation translation)
    {
        var last = _last;
        if (!last.Maps(address.Value, 1))
        {
            return TryTranslateElsewhere(address.Value, out translation);
        }

        return Translate(PageTableLevel.EntryIn(last.Table, address.Value, 1), address.Value, 1, out translation);
    }

    /// <summary>Whether the processor has written to a page, by way of this address space and this address, since it was mapped or its flags were changed.</summary>
    /// <param name="address">An address of a page. What is not mapped was not written to.</param>
    public bool IsDirty(VirtualAddress address)
    {
        var entry = FindParent(address.Value, 1, out _);
        if (entry->IsTable)
        {
            entry = PageTableLevel.EntryIn(_memory.TableAt(entry->Address), address.Value, 1);
        }

        return entry->IsDirty;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Translate(PageTableEntry* entry, ulong address, int level, out Translation translation)
    {
        if (!entry->IsPresent)
        {
            translation = default;
            return false;
        }

        var pageSize = 1UL << PageTableLevel.ShiftOf(level);
        translation = new Translation(PhysicalAddress.Truncate(entry->Address | (address & (pageSize - 1))), entry->Flags, pageSize);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPage<TSize>(PageTableEntry* entry)
        where TSize : struct, IPageSize => entry->IsPresent && (PageTableLevel.Of<TSize>() == 1 || !entry->IsTable);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWritableAndExecutable(PageFlags flags) => (~flags & (PageFlags.Writable | PageFlags.Executable)) == 0;

    private static MapError WhyNotFree(PageTableEntry* entry, int level) =>
        level > 1 && entry->IsTable ? MapError.SmallerPagesMapped(PhysicalAddress.Truncate(entry->Address))
        : MapError.PageAlreadyMapped(PhysicalAddress.Truncate(entry->Address));

    private static UnmapError WhyNotPage(PageTableEntry* entry) =>
        entry->IsPresent ? UnmapError.SmallerPagesMapped(PhysicalAddress.Truncate(entry->Address)) : UnmapError.PageNotMapped;

    private static void Clear(PageTableEntry* table) => new Span<PageTableEntry>(table, PageTableLevel.EntriesPerTable).Clear();

    // The rest of each operation, where the table is another than the last or something is in the way: apart, so that the short way needs no
    // stack frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryMapElsewhere<TSize>(Page<TSize> page, PhysicalFrame<TSize> frame, PageFlags flags, out MapError error)
        where TSize : struct, IPageSize
    {
        if (IsWritableAndExecutable(flags))
        {
            error = MapError.WritableAndExecutable;
            return false;
        }

        if (!TryMakeTables(page.Start.Value, PageTableLevel.Of<TSize>(), out error))
        {
            return false;
        }

        var entry = PageTableLevel.EntryIn(_last.Table, page.Start.Value, PageTableLevel.Of<TSize>());
        if (entry->IsPresent)
        {
            error = WhyNotFree(entry, PageTableLevel.Of<TSize>());
            return false;
        }

        return TryMap(page, frame, flags, out error);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryUnmapElsewhere<TSize>(Page<TSize> page, out PhysicalFrame<TSize> frame, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        frame = default;
        flush = default;
        if (!TryReach(page.Start.Value, PageTableLevel.Of<TSize>(), out error))
        {
            return false;
        }

        var entry = PageTableLevel.EntryIn(_last.Table, page.Start.Value, PageTableLevel.Of<TSize>());
        if (!IsPage<TSize>(entry))
        {
            error = WhyNotPage(entry);
            return false;
        }

        return TryUnmap(page, out frame, out flush, out error);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryTranslateElsewhere(ulong address, out Translation translation)
    {
        var entry = FindParent(address, 1, out var level);
        if (!entry->IsTable)
        {
            return Translate(entry, address, level, out translation);
        }

        var table = _memory.TableAt(entry->Address);
        _last.Remember(address, 1, entry, table);
        return Translate(PageTableLevel.EntryIn(table, address, 1), address, 1, out translation);
    }

    /// <summary>Looks for the entry that leads to the table with the entries of a level.</summary>
    /// <param name="address">The address on the way to which they are.</param>
    /// <param name="pageLevel">The level of those entries.</param>
    /// <param name="level">The level of the entry found.</param>
    /// <returns>That entry; or the first on the way to it that leads to no table.</returns>
    private PageTableEntry* FindParent(ulong address, int pageLevel, out int level)
    {
        level = PageTableLevel.Top;
        var entry = PageTableLevel.EntryIn(_top, address, level);
        while (level > pageLevel + 1 && entry->IsTable)
        {
            level--;
            entry = PageTableLevel.EntryIn(_memory.TableAt(entry->Address), address, level);
        }

        return entry;
    }

    /// <summary>Makes the table the last one in which a page is mapped by an entry of a level, if it is there.</summary>
    private bool TryReach(ulong address, int pageLevel, out UnmapError error)
    {
        var parent = FindParent(address, pageLevel, out _);
        if (!parent->IsTable)
        {
            error = parent->IsPresent ? UnmapError.ParentEntryHugePage(PhysicalAddress.Truncate(parent->Address)) : UnmapError.PageNotMapped;
            return false;
        }

        _last.Remember(address, pageLevel, parent, _memory.TableAt(parent->Address));
        error = default;
        return true;
    }

    /// <summary>Makes the table the last one in which a page is to be mapped by an entry of a level, and all tables missing on the way to it; or none.</summary>
    private bool TryMakeTables(ulong address, int pageLevel, out MapError error)
    {
        while (true)
        {
            var parent = FindParent(address, pageLevel, out var level);
            if (parent->IsTable)
            {
                _last.Remember(address, pageLevel, parent, _memory.TableAt(parent->Address));
                error = default;
                return true;
            }

            if (parent->IsPresent)
            {
                error = MapError.ParentEntryHugePage(PhysicalAddress.Truncate(parent->Address));
                return false;
            }

            if (!_frames.TryAllocate(out var table))
            {
                FreeEmptyTables(address, out _);
                error = MapError.FrameAllocationFailed;
                return false;
            }

            Clear(_memory.TableAt(table.Start.Value));
            *parent = PageTableEntry.ToTable(table.Start.Value);
            if (level < PageTableLevel.Top)
            {
                FindParent(address, level, out _)->CountUp();
            }
        }
    }

    /// <summary>Frees the tables on the way to an address that map nothing, from the lowest up, once the processor has forgotten them.</summary>
    /// <returns>True.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FreeEmptyTables(ulong address, out OwedFlush flush)
    {
        _last.Forget();
        flush = default;
        for (var pageLevel = 1; pageLevel < PageTableLevel.Top; pageLevel++)
        {
            var parent = FindParent(address, pageLevel, out var level);
            if (level > pageLevel + 1 || !parent->IsTable)
            {
                continue;
            }

            if (!parent->IsTableEmpty)
            {
                break;
            }

            var table = PhysicalFrame<Size4KiB>.Truncate(parent->Address);
            *parent = default;

            // INVLPG also drops what the processor remembers of the tables on the way (Intel SDM volume 3, section 4.10.4.1).
            OwedFlush.Of(VirtualAddress.Truncate(address)).Settle();
            _frames.Free(table);
            if (level < PageTableLevel.Top)
            {
                FindParent(address, level, out _)->CountDown();
            }
        }

        return true;
    }
}
