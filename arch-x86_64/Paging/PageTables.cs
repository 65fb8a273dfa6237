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
/// <para>Each loop over levels is written out: the walk is what mapping costs, and this way each level takes ten instructions or fewer.</para>
/// </remarks>
public readonly unsafe struct PageTables<TMemory, TFrames> : IAddressSpace
    where TMemory : struct, ITableMemory
    where TFrames : struct, IFrameAllocator
{
    private const int EntriesPerTable = 512;
    private const int LevelBits = 9;
    private const int PageBits = 12;
    private const int TopLevel = 4;

    private readonly PageTableEntry* _top;
    private readonly TMemory _memory;
    private readonly TFrames _frames;
    private readonly PhysicalFrame<Size4KiB> _root;

    /// <summary>The address space of tables that are there already.</summary>
    /// <param name="root">The frame of the table at the top.</param>
    /// <param name="memory">How tables are reached.</param>
    /// <param name="frames">Where frames for tables come from and go.</param>
    public PageTables(PhysicalFrame<Size4KiB> root, TMemory memory, TFrames frames)
    {
        _root = root;
        _memory = memory;
        _frames = frames;
        _top = memory.TableAt(root.Start.Value);
    }

    /// <summary>The frame of the table at the top: what CR3 is set to.</summary>
    public PhysicalFrame<Size4KiB> Root => _root;

    /// <summary>Makes an address space in which nothing is mapped.</summary>
    /// <returns>False where there is no frame for its top-level table.</returns>
    public static bool TryCreate(TMemory memory, TFrames frames, out PageTables<TMemory, TFrames> tables)
    {
        if (!frames.TryAllocate(out var root))
        {
            tables = default;
            return false;
        }

        tables = new PageTables<TMemory, TFrames>(root, memory, frames);
        Clear(tables._top);
        return true;
    }

    /// <inheritdoc/>
    public bool TryMap<TSize>(Page<TSize> page, PhysicalFrame<TSize> frame, PageFlags flags, out MapError error)
        where TSize : struct, IPageSize
    {
        if ((~flags & (PageFlags.Writable | PageFlags.Executable)) == 0)
        {
            error = MapError.WritableAndExecutable;
            return false;
        }

        var address = page.Start.Value;
        if (!TryFindParent<TSize>(address, out var parent) && !TryMakeParent<TSize>(address, out parent, out error))
        {
            return false;
        }

        var entry = EntryIn(_memory.TableAt(parent->Address), address, LevelOf<TSize>());
        if (entry->IsPresent)
        {
            error = LevelOf<TSize>() > 1 && entry->IsTable
                ? MapError.SmallerPagesMapped(PhysicalAddress.Truncate(entry->Address))
                : MapError.PageAlreadyMapped(PhysicalAddress.Truncate(entry->Address));
            return false;
        }

        *entry = PageTableEntry.ToPage(frame.Start.Value, flags, LevelOf<TSize>());
        parent->CountUp();
        error = default;
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>Where a table goes with the page, its frame may be reused at once; so the flush is not owed then but done.</remarks>
    public bool TryUnmap<TSize>(Page<TSize> page, out PhysicalFrame<TSize> frame, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        var address = page.Start.Value;
        if (TryFindParent<TSize>(address, out var parent))
        {
            var entry = EntryIn(_memory.TableAt(parent->Address), address, LevelOf<TSize>());
            if (IsPage<TSize>(entry))
            {
                frame = PhysicalFrame<TSize>.Truncate(entry->Address);
                flush = OwedFlush.Of(page.Start);
                error = default;
                *entry = default;
                parent->CountDown();
                if (parent->IsTableEmpty)
                {
                    FreeEmptyTables(address);
                    flush = default;
                }

                return true;
            }
        }

        error = WhyNotMapped<TSize>(address);
        frame = default;
        flush = default;
        return false;
    }

    /// <inheritdoc/>
    public bool TryChangeFlags<TSize>(Page<TSize> page, PageFlags flags, out OwedFlush flush, out UnmapError error)
        where TSize : struct, IPageSize
    {
        flush = default;
        if ((~flags & (PageFlags.Writable | PageFlags.Executable)) == 0)
        {
            error = UnmapError.WritableAndExecutable;
            return false;
        }

        var address = page.Start.Value;
        if (TryFindParent<TSize>(address, out var parent))
        {
            var entry = EntryIn(_memory.TableAt(parent->Address), address, LevelOf<TSize>());
            if (IsPage<TSize>(entry))
            {
                *entry = PageTableEntry.ToPage(entry->Address, flags, LevelOf<TSize>());
                flush = OwedFlush.Of(page.Start);
                error = default;
                return true;
            }
        }

        error = WhyNotMapped<TSize>(address);
        return false;
    }

    /// <inheritdoc/>
    public bool TryTranslate(VirtualAddress address, out Translation translation)
    {
        var entry = EntryIn(_top, address.Value, TopLevel);
        if (entry->IsTable)
        {
            entry = EntryIn(_memory.TableAt(entry->Address), address.Value, 3);
            if (!entry->IsTable)
            {
                return Translate(entry, address.Value, 3, out translation);
            }

            entry = EntryIn(_memory.TableAt(entry->Address), address.Value, 2);
            if (!entry->IsTable)
            {
                return Translate(entry, address.Value, 2, out translation);
            }

            entry = EntryIn(_memory.TableAt(entry->Address), address.Value, 1);
            return Translate(entry, address.Value, 1, out translation);
        }

        translation = default;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Translate(PageTableEntry* entry, ulong address, int level, out Translation translation)
    {
        if (!entry->IsPresent)
        {
            translation = default;
            return false;
        }

        var pageSize = 1UL << ShiftOf(level);
        translation = new Translation(PhysicalAddress.Truncate(entry->Address | (address & (pageSize - 1))), entry->Flags, pageSize);
        return true;
    }

    private static int ShiftOf(int level) => PageBits + ((level - 1) * LevelBits);

    /// <summary>The level of the entries that map pages of a size: 1, 2 or 3.</summary>
    private static int LevelOf<TSize>()
        where TSize : struct, IPageSize => ((TSize.Shift - PageBits) / LevelBits) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PageTableEntry* EntryIn(PageTableEntry* table, ulong address, int level) =>
        table + ((address >> ShiftOf(level)) & (EntriesPerTable - 1));

    private static bool IsPage<TSize>(PageTableEntry* entry)
        where TSize : struct, IPageSize => entry->IsPresent && (LevelOf<TSize>() == 1 || !entry->IsTable);

    private static void Clear(PageTableEntry* table) => new Span<PageTableEntry>(table, EntriesPerTable).Clear();

    /// <summary>Looks for the entry that leads to the table in which a page of this size is mapped.</summary>
    /// <returns>False where there is no such table.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryFindParent<TSize>(ulong address, out PageTableEntry* parent)
        where TSize : struct, IPageSize
    {
        parent = EntryIn(_top, address, TopLevel);
        if (!parent->IsTable)
        {
            return false;
        }

        if (LevelOf<TSize>() < 3)
        {
            parent = EntryIn(_memory.TableAt(parent->Address), address, 3);
            if (!parent->IsTable)
            {
                return false;
            }
        }

        if (LevelOf<TSize>() < 2)
        {
            parent = EntryIn(_memory.TableAt(parent->Address), address, 2);
            if (!parent->IsTable)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes the tables that are missing above a page of this size; all of them or none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryMakeParent<TSize>(ulong address, out PageTableEntry* parent, out MapError error)
        where TSize : struct, IPageSize
    {
        PageTableEntry* above = null;
        parent = EntryIn(_top, address, TopLevel);
        for (var level = TopLevel; ; level--)
        {
            if (!parent->IsTable)
            {
                if (parent->IsPresent)
                {
                    error = MapError.ParentEntryHugePage(PhysicalAddress.Truncate(parent->Address));
                    return false;
                }

                if (!_frames.TryAllocate(out var table))
                {
                    FreeEmptyTables(address);
                    error = MapError.FrameAllocationFailed;
                    return false;
                }

                Clear(_memory.TableAt(table.Start.Value));
                *parent = PageTableEntry.ToTable(table.Start.Value);
                if (above is not null)
                {
                    above->CountUp();
                }
            }

            if (level == LevelOf<TSize>() + 1)
            {
                error = default;
                return true;
            }

            above = parent;
            parent = EntryIn(_memory.TableAt(parent->Address), address, level - 1);
        }
    }

    /// <summary>Frees the tables on the way to an address that map nothing, from the lowest up, once no processor can be looking at them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FreeEmptyTables(ulong address)
    {
        var path = stackalloc PageTableEntry*[TopLevel];
        var depth = 0;
        var entry = EntryIn(_top, address, TopLevel);
        while (depth < TopLevel - 1 && entry->IsTable)
        {
            path[depth++] = entry;
            entry = EntryIn(_memory.TableAt(entry->Address), address, TopLevel - depth);
        }

        while (depth > 0 && path[depth - 1]->IsTableEmpty)
        {
            var parent = path[--depth];
            var table = PhysicalFrame<Size4KiB>.Truncate(parent->Address);
            *parent = default;

            // INVLPG also drops what the processor remembers of the tables on the way (Intel SDM volume 3, section 4.10.4.1).
            OwedFlush.Of(VirtualAddress.Truncate(address)).Settle();
            _frames.Free(table);
            if (depth > 0)
            {
                path[depth - 1]->CountDown();
            }
        }
    }

    /// <summary>Says what lies at an address where no page of this size is mapped.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private UnmapError WhyNotMapped<TSize>(ulong address)
        where TSize : struct, IPageSize
    {
        var entry = EntryIn(_top, address, TopLevel);
        for (var level = TopLevel; level > LevelOf<TSize>(); level--)
        {
            if (!entry->IsTable)
            {
                return entry->IsPresent ? UnmapError.ParentEntryHugePage(PhysicalAddress.Truncate(entry->Address)) : UnmapError.PageNotMapped;
            }

            entry = EntryIn(_memory.TableAt(entry->Address), address, level - 1);
        }

        return entry->IsPresent ? UnmapError.SmallerPagesMapped(PhysicalAddress.Truncate(entry->Address)) : UnmapError.PageNotMapped;
    }
}
