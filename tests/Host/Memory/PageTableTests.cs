using NUnit.Framework;
using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>Page tables in simulated memory: at every boundary, in every conflict, against a model, and with frames running out.</summary>
[TestFixture]
public sealed class PageTableTests
{
    private const ulong KiB = 1024, MiB = 1024 * KiB, GiB = 1024 * MiB;
    private const ulong Frame = 0x0000_0012_4000_0000;
    private const PageFlags ReadWrite = PageFlags.Writable;

    /// <summary>The first and the last page of each table at each level, on both sides of the hole.</summary>
    private static readonly ulong[] s_boundaries =
    [
        0, 4 * KiB, (2 * MiB) - (4 * KiB), 2 * MiB, GiB - (2 * MiB), GiB - (4 * KiB), GiB, (512 * GiB) - GiB, (512 * GiB) - (4 * KiB), 512 * GiB,
        0x4444_4444_0000, 0x7fff_c000_0000, 0x7fff_ffe0_0000, 0x7fff_ffff_f000,
        0xffff_8000_0000_0000, 0xffff_8000_0000_1000, 0xffff_8000_001f_f000, 0xffff_8000_0020_0000, 0xffff_807f_ffff_f000, 0xffff_8080_0000_0000,
        0xffff_ffff_8000_0000, 0xffff_ffff_c000_0000, 0xffff_ffff_ffe0_0000, 0xffff_ffff_ffff_f000,
    ];

    private SimulatedRam _ram = null!;
    private FramePool _pool = null!;
    private PageTables<SimulatedTables, PooledFrames> _tables;

    [SetUp]
    public void MakeTables()
    {
        _ram = new SimulatedRam(64 * MiB);
        _pool = new FramePool(_ram.Size / 4096);
        Assert.That(PageTables<SimulatedTables, PooledFrames>.TryCreate(new SimulatedTables(_ram, _pool), new PooledFrames(_pool), out _tables), Is.True);
        Assert.That(_pool.Taken, Is.EqualTo(1));
        Tarn.Kernel.Processor.InvalidatedPages.Clear();
    }

    [TearDown]
    public void FreeMemory() => _ram.Dispose();

    [Test]
    public void APageAtABoundaryIsMappedAloneAndLeavesNothing([ValueSource(nameof(s_boundaries))] ulong address)
    {
        CheckAlone<Size4KiB>(address, 3);
        CheckAlone<Size2MiB>(address, 2);
        CheckAlone<Size1GiB>(address, 1);
    }

    [Test]
    public void AllBoundariesTogetherDoNotTouchEachOther()
    {
        ulong frame = 1;
        foreach (var address in s_boundaries)
        {
            Map<Size4KiB>(address, frame++ << 12, ReadWrite);
        }

        frame = 1;
        foreach (var address in s_boundaries)
        {
            Assert.That(Translate(address + 0xabc), Is.EqualTo((frame++ << 12) + 0xabc));
        }

        foreach (var address in s_boundaries.Reverse())
        {
            Unmap<Size4KiB>(address);
        }

        Assert.That(_pool.Taken, Is.EqualTo(1));
    }

    [Test]
    public void EveryCombinationOfFlagsIsKept([Values] bool executable)
    {
        const ulong Address = 0x4444_4444_0000;
        PageFlags[] flags = [PageFlags.Writable, PageFlags.User, PageFlags.WriteThrough, PageFlags.CacheDisabled, PageFlags.Global];
        for (var bits = 0; bits < 1 << flags.Length; bits++)
        {
            var combination = executable ? PageFlags.Executable : PageFlags.None;
            for (var bit = 0; bit < flags.Length; bit++)
            {
                combination |= (bits >> bit & 1) != 0 ? flags[bit] : PageFlags.None;
            }

            CheckFlags<Size4KiB>(Address, combination);
            CheckFlags<Size2MiB>(Address & ~((2 * MiB) - 1), combination);
        }
    }

    [Test]
    public void AMappedPageIsNotMappedAgain()
    {
        Map<Size4KiB>(0x1000, Frame, ReadWrite);

        Assert.That(_tables.TryMap(PageAt<Size4KiB>(0x1000), FrameAt<Size4KiB>(0x5000), ReadWrite, out var error), Is.False);
        Assert.That((error.Kind, error.Offender.Value), Is.EqualTo((MapErrorKind.PageAlreadyMapped, Frame)));
        Assert.That(Translate(0x1000), Is.EqualTo(Frame));

        Map<Size2MiB>(2 * MiB, Frame, ReadWrite);
        Assert.That(_tables.TryMap(PageAt<Size2MiB>(2 * MiB), FrameAt<Size2MiB>(0), ReadWrite, out error), Is.False);
        Assert.That((error.Kind, error.Offender.Value), Is.EqualTo((MapErrorKind.PageAlreadyMapped, Frame)));
    }

    [Test]
    public void ASmallPageInsideALargeOneIsAConflict()
    {
        Map<Size2MiB>(4 * MiB, Frame, ReadWrite);
        CheckInsideLarge<Size4KiB>(4 * MiB);
        CheckInsideLarge<Size4KiB>((6 * MiB) - (4 * KiB));
        Map<Size4KiB>(6 * MiB, Frame, ReadWrite);
        Map<Size4KiB>((4 * MiB) - (4 * KiB), Frame, ReadWrite);

        Map<Size1GiB>(7 * GiB, Frame, ReadWrite);
        CheckInsideLarge<Size4KiB>(7 * GiB);
        CheckInsideLarge<Size4KiB>((8 * GiB) - (4 * KiB));
        CheckInsideLarge<Size2MiB>(7 * GiB);
        CheckInsideLarge<Size2MiB>((8 * GiB) - (2 * MiB));
    }

    [Test]
    public void ALargePageOverSmallOnesIsAConflict()
    {
        Map<Size4KiB>((4 * MiB) + (8 * KiB), Frame, ReadWrite);
        CheckOverSmall<Size2MiB>(4 * MiB);
        CheckOverSmall<Size1GiB>(0);
        Map<Size2MiB>(8 * GiB, Frame, ReadWrite);
        CheckOverSmall<Size1GiB>(8 * GiB);
    }

    [Test]
    public void EverySmallerPageInsideALargeOneIsAConflict([ValueSource(nameof(s_boundaries))] ulong address)
    {
        var first = address & ~((2 * MiB) - 1);
        Map<Size2MiB>(first, Frame, ReadWrite);
        for (var offset = 0ul; offset < 2 * MiB; offset += 4 * KiB)
        {
            CheckInsideLarge<Size4KiB>(first + offset);
        }

        Unmap<Size2MiB>(first);
        first = address & ~(GiB - 1);
        Map<Size1GiB>(first, Frame, ReadWrite);
        for (var offset = 0ul; offset < GiB; offset += 2 * MiB)
        {
            CheckInsideLarge<Size2MiB>(first + offset);
            CheckInsideLarge<Size4KiB>(first + offset + (2 * MiB) - (4 * KiB));
        }
    }

    [Test]
    public void ALargePageOverAnySmallerOneIsAConflict([ValueSource(nameof(s_boundaries))] ulong address)
    {
        var first = address & ~((2 * MiB) - 1);
        for (var offset = 0ul; offset < 2 * MiB; offset += 4 * KiB)
        {
            Map<Size4KiB>(first + offset, Frame, ReadWrite);
            CheckOverSmall<Size2MiB>(first);
            CheckOverSmall<Size1GiB>(address & ~(GiB - 1));
            Unmap<Size4KiB>(first + offset);
        }

        first = address & ~(GiB - 1);
        for (var offset = 0ul; offset < GiB; offset += 2 * MiB)
        {
            Map<Size2MiB>(first + offset, Frame, ReadWrite);
            CheckOverSmall<Size1GiB>(first);
            Unmap<Size2MiB>(first + offset);
        }

        Map<Size1GiB>(first, Frame, ReadWrite);
        Assert.That(_pool.Taken, Is.EqualTo(2));
    }

    [Test]
    public void WhatIsNotMappedCannotBeUnmappedOrChanged([ValueSource(nameof(s_boundaries))] ulong address)
    {
        CheckNotMapped<Size4KiB>(address);
        CheckNotMapped<Size2MiB>(address);
        CheckNotMapped<Size1GiB>(address);

        // Nor beside one that is mapped.
        Map<Size4KiB>(address ^ 0x1000, Frame, ReadWrite);
        CheckNotMapped<Size4KiB>(address);
    }

    [Test]
    public void NoPageIsWritableAndExecutable()
    {
        const PageFlags Both = PageFlags.Writable | PageFlags.Executable;
        Assert.That(_tables.TryMap(PageAt<Size4KiB>(0x1000), FrameAt<Size4KiB>(Frame), Both, out var mapError), Is.False);
        Assert.That(mapError.Kind, Is.EqualTo(MapErrorKind.WritableAndExecutable));
        Assert.That(_pool.Taken, Is.EqualTo(1));

        Map<Size4KiB>(0x1000, Frame, PageFlags.Executable);
        Assert.That(_tables.TryChangeFlags(PageAt<Size4KiB>(0x1000), Both | PageFlags.User, out var flush, out var error), Is.False);
        Assert.That((error.Kind, flush.IsOwed), Is.EqualTo((UnmapErrorKind.WritableAndExecutable, false)));
        Assert.That(FlagsAt(0x1000), Is.EqualTo(PageFlags.Executable));
    }

    [Test]
    public void AFlushIsOwedJustWhereThereWasATranslation()
    {
        Map<Size4KiB>(0x1000, Frame, ReadWrite);
        Map<Size4KiB>(0x2000, Frame, ReadWrite);
        Assert.That(Tarn.Kernel.Processor.InvalidatedPages, Is.Empty);

        Assert.That(_tables.TryChangeFlags(PageAt<Size4KiB>(0x1000), PageFlags.None, out var changed, out _), Is.True);
        Assert.That(changed.IsOwed, Is.True);
        Assert.That(_tables.TryUnmap(PageAt<Size4KiB>(0x1000), out _, out var unmapped, out _), Is.True);
        Assert.That(unmapped.IsOwed, Is.True);
        Assert.That(Tarn.Kernel.Processor.InvalidatedPages, Is.Empty);
        unmapped.Settle();
        Assert.That(Tarn.Kernel.Processor.InvalidatedPages.Select(address => address & ~0xffful), Is.EqualTo(new[] { 0x1000ul }));

        // The last page takes the tables with it, and before a table's frame goes, the processor has forgotten it.
        Assert.That(_tables.TryUnmap(PageAt<Size4KiB>(0x2000), out _, out var last, out _), Is.True);
        Assert.That(last.IsOwed, Is.False);
        Assert.That(Tarn.Kernel.Processor.InvalidatedPages.Skip(1).Select(address => address & ~0xffful), Is.EqualTo(new[] { 0x2000ul, 0x2000ul, 0x2000ul }));
        default(OwedFlush).Settle();
        Assert.That(Tarn.Kernel.Processor.InvalidatedPages, Has.Count.EqualTo(4));
    }

    [Test]
    public void AFrameThatFailsMidwayLeavesNothing([ValueSource(nameof(s_boundaries))] ulong address)
    {
        // With nothing mapped; with a neighbour that shares the upper tables.
        CheckFailures(address);
        Map<Size2MiB>((address ^ GiB) & ~((2 * MiB) - 1), Frame, ReadWrite);
        CheckFailures(address);
        Map<Size2MiB>((address ^ (2 * MiB)) & ~((2 * MiB) - 1), Frame, ReadWrite);
        CheckFailures(address);
    }

    [Test]
    public void ATableIsFullOnlyWithAllItsEntries()
    {
        for (ulong index = 0; index < 512; index++)
        {
            Map<Size4KiB>(index << 12, Frame + (index << 12), ReadWrite);
        }

        Assert.That(_pool.Taken, Is.EqualTo(4));
        for (ulong index = 511; index > 0; index--)
        {
            Unmap<Size4KiB>(index << 12);
        }

        Assert.That(_pool.Taken, Is.EqualTo(4));
        Assert.That(Translate(0xfff), Is.EqualTo(Frame + 0xfff));
        Unmap<Size4KiB>(0);
        Assert.That(_pool.Taken, Is.EqualTo(1));
    }

    [Test]
    public void EveryAnswerIsTheModels([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var small = new Dictionary<ulong, (ulong Frame, PageFlags Flags)>();
        var large = new Dictionary<ulong, (ulong Frame, PageFlags Flags)>();
        var bases = s_boundaries.Select(address => address & ~((2 * MiB) - 1)).Distinct().ToArray();
        for (var step = 0; step < 100_000; step++)
        {
            var region = bases[random.Next(bases.Length)];
            var address = region + ((ulong)random.Next(random.Next(2) == 0 ? 4 : 512) << 12);
            var frame = (ulong)random.NextInt64(1 << 30) << 21;
            var flags = (PageFlags)(random.Next(2) << 1) | (PageFlags)(random.Next(2) << 8);
            switch (random.Next(8))
            {
                case < 3:
                    var mayMap = !large.ContainsKey(region) && small.TryAdd(address, (frame, flags));
                    Assert.That(_tables.TryMap(PageAt<Size4KiB>(address), FrameAt<Size4KiB>(frame), flags, out _), Is.EqualTo(mayMap));
                    break;
                case 3:
                    var mayMapLarge = !small.Keys.Any(page => (page & ~((2 * MiB) - 1)) == region) && large.TryAdd(region, (frame, flags));
                    Assert.That(_tables.TryMap(PageAt<Size2MiB>(region), FrameAt<Size2MiB>(frame), flags, out _), Is.EqualTo(mayMapLarge));
                    break;
                case 4:
                case 5:
                    var mayUnmap = small.Remove(address, out var old);
                    Assert.That(_tables.TryUnmap(PageAt<Size4KiB>(address), out var freed, out _, out _), Is.EqualTo(mayUnmap));
                    Assert.That(freed.Start.Value, Is.EqualTo(old.Frame));
                    break;
                case 6:
                    var mayUnmapLarge = large.Remove(region, out old);
                    Assert.That(_tables.TryUnmap(PageAt<Size2MiB>(region), out var freedLarge, out _, out _), Is.EqualTo(mayUnmapLarge));
                    Assert.That(freedLarge.Start.Value, Is.EqualTo(old.Frame));
                    break;
                default:
                    if (random.Next(200) == 0)
                    {
                        // Empty a region, so that tables go and come.
                        foreach (var page in small.Keys.Where(page => (page & ~((2 * MiB) - 1)) == region).ToList())
                        {
                            Unmap<Size4KiB>(page);
                            small.Remove(page);
                        }
                    }

                    var isMapped = small.TryGetValue(address, out var entry) || large.TryGetValue(region, out entry);
                    var offset = small.ContainsKey(address) ? 5 : (address - region) + 5;
                    Assert.That(_tables.TryTranslate(new VirtualAddress(address + 5), out var translation), Is.EqualTo(isMapped));
                    Assert.That((translation.Address.Value, translation.Flags), Is.EqualTo((isMapped ? entry.Frame + offset : 0, entry.Flags)));
                    break;
            }
        }

        // As many tables as the pages need, and not one more.
        var pages = small.Keys.Select(page => page >> 21).Distinct().Count();
        var directories = small.Keys.Concat(large.Keys).Select(page => page >> 30).Distinct().Count();
        var pointers = small.Keys.Concat(large.Keys).Select(page => page >> 39).Distinct().Count();
        Assert.That(_pool.Taken, Is.EqualTo(1 + pages + directories + pointers));
    }

    private static Page<TSize> PageAt<TSize>(ulong address)
        where TSize : struct, IPageSize => new(new VirtualAddress(address));

    private static PhysicalFrame<TSize> FrameAt<TSize>(ulong address)
        where TSize : struct, IPageSize => new(new PhysicalAddress(address));

    private void CheckAlone<TSize>(ulong address, int tables)
        where TSize : struct, IPageSize
    {
        var page = Page<TSize>.Containing(new VirtualAddress(address));
        var start = page.Start.Value;
        Map<TSize>(start, Frame, PageFlags.Writable | PageFlags.Global);

        Assert.That(_pool.Taken, Is.EqualTo(1 + tables));
        foreach (var offset in new ulong[] { 0, 1, Page<TSize>.Size / 2, Page<TSize>.Size - 1 })
        {
            Assert.That(_tables.TryTranslate(new VirtualAddress(start + offset), out var translation), Is.True);
            Assert.That(translation.Address.Value, Is.EqualTo(Frame + offset));
            Assert.That(translation.PageSize, Is.EqualTo(Page<TSize>.Size));
            Assert.That(translation.Flags, Is.EqualTo(PageFlags.Writable | PageFlags.Global));
        }

        foreach (var neighbour in new[] { start - 1, start + Page<TSize>.Size })
        {
            Assert.That(_tables.TryTranslate(VirtualAddress.Truncate(neighbour), out _), Is.False);
        }

        Unmap<TSize>(start);
        Assert.That(_tables.TryTranslate(page.Start, out _), Is.False);
        Assert.That(_pool.Taken, Is.EqualTo(1));
    }

    private void CheckFlags<TSize>(ulong address, PageFlags flags)
        where TSize : struct, IPageSize
    {
        var isAllowed = (flags & (PageFlags.Writable | PageFlags.Executable)) != (PageFlags.Writable | PageFlags.Executable);
        Assert.That(_tables.TryMap(PageAt<TSize>(address), FrameAt<TSize>(Frame), flags, out _), Is.EqualTo(isAllowed));
        if (isAllowed)
        {
            Assert.That(FlagsAt(address), Is.EqualTo(flags));
            Assert.That(_tables.TryChangeFlags(PageAt<TSize>(address), flags ^ PageFlags.User, out _, out _), Is.True);
            Assert.That(FlagsAt(address), Is.EqualTo(flags ^ PageFlags.User));
            Assert.That(Translate(address), Is.EqualTo(Frame));
            Unmap<TSize>(address);
        }
    }

    private void CheckInsideLarge<TSize>(ulong address)
        where TSize : struct, IPageSize
    {
        var taken = _pool.Taken;
        Assert.That(_tables.TryMap(PageAt<TSize>(address), FrameAt<TSize>(0), ReadWrite, out var error), Is.False);
        Assert.That((error.Kind, error.Offender.Value), Is.EqualTo((MapErrorKind.ParentEntryHugePage, Frame)));
        Assert.That(_tables.TryUnmap(PageAt<TSize>(address), out _, out var flush, out var unmapError), Is.False);
        Assert.That((unmapError.Kind, unmapError.Offender.Value, flush.IsOwed), Is.EqualTo((UnmapErrorKind.ParentEntryHugePage, Frame, false)));
        Assert.That(_tables.TryChangeFlags(PageAt<TSize>(address), PageFlags.None, out _, out unmapError), Is.False);
        Assert.That(unmapError.Kind, Is.EqualTo(UnmapErrorKind.ParentEntryHugePage));
        Assert.That(_pool.Taken, Is.EqualTo(taken));
    }

    private void CheckOverSmall<TSize>(ulong address)
        where TSize : struct, IPageSize
    {
        var taken = _pool.Taken;
        Assert.That(_tables.TryMap(PageAt<TSize>(address), FrameAt<TSize>(0), ReadWrite, out var error), Is.False);
        Assert.That(error.Kind, Is.EqualTo(MapErrorKind.SmallerPagesMapped));
        Assert.That(_pool.IsTaken(error.Offender.Value >> 12), Is.True, "the offender is a table");
        Assert.That(_tables.TryUnmap(PageAt<TSize>(address), out _, out _, out var unmapError), Is.False);
        Assert.That((unmapError.Kind, unmapError.Offender), Is.EqualTo((UnmapErrorKind.SmallerPagesMapped, error.Offender)));
        Assert.That(_tables.TryChangeFlags(PageAt<TSize>(address), PageFlags.None, out _, out unmapError), Is.False);
        Assert.That(unmapError.Kind, Is.EqualTo(UnmapErrorKind.SmallerPagesMapped));
        Assert.That(_pool.Taken, Is.EqualTo(taken));
    }

    private void CheckNotMapped<TSize>(ulong address)
        where TSize : struct, IPageSize
    {
        var page = Page<TSize>.Containing(new VirtualAddress(address));
        Assert.That(_tables.TryUnmap(page, out _, out var flush, out var error), Is.False);
        Assert.That((error.Kind, flush.IsOwed), Is.EqualTo((UnmapErrorKind.PageNotMapped, false)));
        Assert.That(_tables.TryChangeFlags(page, PageFlags.None, out flush, out error), Is.False);
        Assert.That((error.Kind, flush.IsOwed), Is.EqualTo((UnmapErrorKind.PageNotMapped, false)));
    }

    /// <summary>Lets the first, the second and the third table fail that mapping a page needs.</summary>
    private void CheckFailures(ulong address)
    {
        var taken = _pool.Taken;
        Map<Size4KiB>(address, Frame, ReadWrite);
        var needed = _pool.Taken - taken;
        Unmap<Size4KiB>(address);
        Assert.That(needed, Is.InRange(1, 3));
        Assert.That(_pool.Taken, Is.EqualTo(taken));

        for (var allowance = 0; allowance < needed; allowance++)
        {
            _pool.Allowance = allowance;
            Assert.That(_tables.TryMap(PageAt<Size4KiB>(address), FrameAt<Size4KiB>(Frame), ReadWrite, out var error), Is.False);
            Assert.That(error.Kind, Is.EqualTo(MapErrorKind.FrameAllocationFailed));
            Assert.That(_pool.Taken, Is.EqualTo(taken));
            Assert.That(_tables.TryTranslate(new VirtualAddress(address), out _), Is.False);
        }

        _pool.Allowance = long.MaxValue;
    }

    private void Map<TSize>(ulong address, ulong frame, PageFlags flags)
        where TSize : struct, IPageSize
    {
        var isDone = _tables.TryMap(PageAt<TSize>(address), FrameAt<TSize>(frame), flags, out var error);
        Assert.That(isDone, Is.True, $"{error.Kind}");
    }

    private void Unmap<TSize>(ulong address)
        where TSize : struct, IPageSize
    {
        var isDone = _tables.TryUnmap(PageAt<TSize>(address), out _, out _, out var error);
        Assert.That(isDone, Is.True, $"{error.Kind}");
    }

    private ulong Translate(ulong address)
    {
        Assert.That(_tables.TryTranslate(new VirtualAddress(address), out var translation), Is.True);
        return translation.Address.Value;
    }

    private PageFlags FlagsAt(ulong address)
    {
        Assert.That(_tables.TryTranslate(new VirtualAddress(address), out var translation), Is.True);
        return translation.Flags;
    }
}
