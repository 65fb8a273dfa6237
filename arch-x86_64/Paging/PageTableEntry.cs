using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>An entry of a page table at any of the four levels (Intel SDM volume 3, section 4.5.4; AMD64 manual volume 2, section 5.3).</summary>
/// <remarks>
/// <code>
///    63  62      52  51                          12  11  9  8  7  6  5  4    3    2  1  0
///   ┌───┬──────────┬───────────────────────────────┬──────┬──┬──┬──┬──┬────┬────┬──┬──┬──┐
///   │NX │ in use   │ bits 51 to 12 of the address  │  0   │G │L │D │A │PCD │PWT │U │W │P │
///   └───┴──────────┴───────────────────────────────┴──────┴──┴──┴──┴──┴────┴────┴──┴──┴──┘
///     P     present; an entry that is not is all zero      A    accessed: set by the processor
///     W     writable                                       D    dirty (of a page): set by the processor
///     U     ring 3 may use it                              L    large: a page, and not a table (levels 2 and 3)
///     PWT   writes go through the cache                    G    global (of a page)
///     PCD   not cached                                     NX   not executable
/// </code>
/// <para>
/// The processor ignores bits 62 to 52 of an entry that leads to a table. There we count how many of that table's entries are in use, so that a table
/// that maps nothing any more is known without looking through it. What is allowed is decided by the entry of the page alone: those of tables allow all.
/// </para>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = sizeof(ulong))]
public struct PageTableEntry
{
    private const int AddressBits = PhysicalAddress.Bits;
    private const int OffsetBits = 12;

    private const ulong Present = 1UL << 0;
    private const ulong Writable = (ulong)PageFlags.Writable;
    private const ulong User = (ulong)PageFlags.User;
    private const ulong Dirty = 1UL << 6;
    private const ulong Large = 1UL << 7;
    private const ulong NoExecute = (ulong)PageFlags.Executable;

    /// <summary>The number of entries in use is counted in steps of this.</summary>
    private const ulong OneInUse = 1UL << AddressBits;

    private const ulong AddressMask = (1UL << AddressBits) - (1UL << OffsetBits);

    private const ulong FlagMask = (ulong)(PageFlags.Writable | PageFlags.User | PageFlags.WriteThrough | PageFlags.CacheDisabled | PageFlags.Global
        | PageFlags.Executable);

    [FieldOffset(0)]
    private ulong _word;

    private PageTableEntry(ulong word) => _word = word;

    /// <summary>Whether it leads anywhere.</summary>
    public readonly bool IsPresent => _word != 0;

    /// <summary>Whether it is present and leads to a table. Below the lowest level only: there, bit 7 has another meaning.</summary>
    /// <remarks>P is bit 0 of the lowest byte and L its sign: one comparison asks for both.</remarks>
    public readonly bool IsTable => (sbyte)_word > 0;

    /// <summary>Whether the processor has written to the page that it maps since the entry was made (Intel SDM volume 3, section 4.8).</summary>
    public readonly bool IsDirty => (_word & Dirty) != 0;

    /// <summary>Physical address of what it leads to.</summary>
    public readonly ulong Address => _word & AddressMask;

    /// <summary>What may be done with the page.</summary>
    public readonly PageFlags Flags
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (PageFlags)((_word ^ NoExecute) & FlagMask);
    }

    /// <summary>Whether nothing is in use in the table that it leads to.</summary>
    public readonly bool IsTableEmpty => _word < OneInUse;

    /// <summary>The entry for a table in which nothing is in use.</summary>
    /// <param name="table">Physical address of the table.</param>
    public static PageTableEntry ToTable(ulong table) => new(table | Present | Writable | User);

    /// <summary>The entry for a page.</summary>
    /// <param name="frame">Physical address of its frame.</param>
    /// <param name="flags">What may be done with it.</param>
    /// <param name="level">1 for a page of 4 KiB, 2 for one of 2 MiB, 3 for one of 1 GiB.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PageTableEntry ToPage(ulong frame, PageFlags flags, int level) =>
        new(frame | (((ulong)flags & FlagMask) ^ (NoExecute | (level > 1 ? Present | Large : Present))));

    /// <summary>Counts one more entry in use in the table that it leads to.</summary>
    public void CountUp() => _word += OneInUse;

    /// <summary>Counts one entry less in use in the table that it leads to.</summary>
    public void CountDown() => _word -= OneInUse;
}
