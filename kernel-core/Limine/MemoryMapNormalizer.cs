using System;
using Tarn.Kernel;

namespace Tarn.Boot;

/// <summary>Makes of any list of regions a memory map: sorted, free of overlaps, usable memory in whole pages.</summary>
/// <remarks>Pure logic over the caller's memory: it allocates nothing, and takes time quadratic in the number of regions only where they overlap.</remarks>
public static class MemoryMapNormalizer
{
    private const ulong PageSize = 4096;

    /// <summary>Normalizes regions in place.</summary>
    /// <param name="regions">Room for the result; the first <paramref name="count"/> entries are the input, none of them empty or past 2^64.</param>
    /// <param name="count">How many regions there are, before and after.</param>
    /// <param name="repairs">Receives what had to be put right.</param>
    /// <returns>False where the result has more regions than there is room for (an overlap can cut one region in two).</returns>
    public static bool TryNormalize(Span<MemoryRegion> regions, ref int count, ref BootRepairs repairs)
    {
        if (Sort(regions[..count]))
        {
            repairs |= BootRepairs.RegionsSorted;
        }

        if (!TryResolveOverlaps(regions, ref count, ref repairs))
        {
            return false;
        }

        AlignUsable(regions, ref count, ref repairs);
        return true;
    }

    /// <summary>Sorts by first address (insertion sort: the input is short and nearly always sorted). Says whether anything had to move.</summary>
    private static bool Sort(Span<MemoryRegion> regions)
    {
        var moved = false;
        for (var i = 1; i < regions.Length; i++)
        {
            var region = regions[i];
            var place = i;
            while (place > 0 && regions[place - 1].Start > region.Start)
            {
                regions[place] = regions[place - 1];
                place--;
            }

            regions[place] = region;
            moved |= place != i;
        }

        return moved;
    }

    /// <summary>
    /// Cuts overlapping neighbours until none overlap. Of two that do, the one that forbids more keeps the common part; the other keeps what
    /// sticks out before it and behind it.
    /// </summary>
    private static bool TryResolveOverlaps(Span<MemoryRegion> regions, ref int count, ref BootRepairs repairs)
    {
        var i = 0;
        while (i + 1 < count)
        {
            var (first, second) = (regions[i], regions[i + 1]);
            if (second.Start >= first.End)
            {
                i++;
                continue;
            }

            repairs |= BootRepairs.OverlapsResolved;
            if (Strictness(first.Kind) >= Strictness(second.Kind))
            {
                // The second loses its front, and possibly all of itself.
                RemoveAt(regions, ref count, i + 1);
                if (second.End > first.End && !TryInsert(regions, ref count, Range(first.End, second.End, second.Kind)))
                {
                    return false;
                }
            }
            else
            {
                // The first keeps what lies before the second, and behind it.
                RemoveAt(regions, ref count, i);
                if ((second.Start > first.Start && !TryInsert(regions, ref count, Range(first.Start, second.Start, first.Kind)))
                    || (first.End > second.End && !TryInsert(regions, ref count, Range(second.End, first.End, first.Kind))))
                {
                    return false;
                }
            }

            // What was put back may overlap a region before this place only if it starts no earlier than it: one step back is enough.
            i = Math.Max(i - 1, 0);
        }

        return true;
    }

    /// <summary>Usable memory is handed out in pages; what does not fill one is left out.</summary>
    private static void AlignUsable(Span<MemoryRegion> regions, ref int count, ref BootRepairs repairs)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            var region = regions[i];
            if (region.Kind is not (MemoryRegionKind.Usable or MemoryRegionKind.BootloaderReclaimable))
            {
                continue;
            }

            var start = (region.Start + PageSize - 1) & ~(PageSize - 1);
            var end = region.End & ~(PageSize - 1);
            if (start == region.Start && end == region.End)
            {
                continue;
            }

            repairs |= BootRepairs.UsableRegionsAligned;
            if (start < end)
            {
                regions[i] = Range(start, end, region.Kind);
            }
            else
            {
                RemoveAt(regions, ref count, i);
            }
        }
    }

    /// <summary>Which of two kinds holds where both are claimed: the one that does more harm if it is ignored.</summary>
    private static int Strictness(MemoryRegionKind kind) => kind switch
    {
        MemoryRegionKind.Usable => 0,
        MemoryRegionKind.BootloaderReclaimable => 1,
        MemoryRegionKind.AcpiReclaimable => 2,
        MemoryRegionKind.KernelAndModules => 3,
        MemoryRegionKind.Framebuffer => 4,
        MemoryRegionKind.AcpiNonVolatile => 5,
        MemoryRegionKind.Reserved => 6,
        _ => 7,
    };

    private static MemoryRegion Range(ulong start, ulong end, MemoryRegionKind kind) => new(start, end - start, kind);

    private static void RemoveAt(Span<MemoryRegion> regions, ref int count, int index)
    {
        regions[(index + 1)..count].CopyTo(regions[index..]);
        count--;
    }

    private static bool TryInsert(Span<MemoryRegion> regions, ref int count, MemoryRegion region)
    {
        if (count == regions.Length)
        {
            return false;
        }

        var place = count;
        while (place > 0 && regions[place - 1].Start > region.Start)
        {
            place--;
        }

        regions[place..count].CopyTo(regions[(place + 1)..]);
        regions[place] = region;
        count++;
        return true;
    }
}
