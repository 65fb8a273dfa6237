using System.Runtime.CompilerServices;

namespace Tarn.Arch.X86_64;

/// <summary>Remembers the table in which the last page was mapped: the next one is most often in the same.</summary>
/// <remarks>Whoever frees a table makes this forget. A table that is in use stays where it is, and so does the entry that leads to it.</remarks>
internal sealed unsafe class LastTable
{
    // Level 0: there is none.
    private const ulong Nothing = 0;

    /// <summary>The start of what the table maps, with the level of its entries in the lowest bits.</summary>
    private ulong _key;

    /// <summary>The entry that leads to the table.</summary>
    internal PageTableEntry* Parent { get; private set; }

    /// <summary>The table, or one that is none any more: an entry of it may be looked at only after <see cref="Maps"/> said yes.</summary>
    internal PageTableEntry* Table { get; private set; }

    /// <summary>Whether it is this table whose entry maps a page.</summary>
    /// <param name="address">The page's start.</param>
    /// <param name="level">The level of its entry: 1, 2 or 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Maps(ulong address, int level) => KeyOf(address, level) == _key;

    internal void Remember(ulong address, int level, PageTableEntry* parent, PageTableEntry* table)
    {
        Parent = parent;
        Table = table;
        _key = KeyOf(address, level);
    }

    internal void Forget() => _key = Nothing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(ulong address, int level) => (address & ~((1UL << PageTableLevel.ShiftOf(level + 1)) - 1)) | (uint)level;
}
