using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The levels of page tables: 4 at the top, 1 where pages of 4 KiB are mapped.</summary>
internal static unsafe class PageTableLevel
{
    internal const int Top = 4;
    internal const int EntriesPerTable = 512;

    private const int IndexBits = 9;
    private const int OffsetBits = 12;

    /// <summary>The base-2 logarithm of what an entry maps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ShiftOf(int level) => OffsetBits + ((level - 1) * IndexBits);

    /// <summary>The level of the entries that map pages of a size: 1, 2 or 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Of<TSize>()
        where TSize : struct, IPageSize => ((TSize.Shift - OffsetBits) / IndexBits) + 1;

    /// <summary>The entry of a table that an address goes through.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PageTableEntry* EntryIn(PageTableEntry* table, ulong address, int level) =>
        table + ((address >> ShiftOf(level)) & (EntriesPerTable - 1));
}
