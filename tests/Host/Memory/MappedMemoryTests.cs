using NUnit.Framework;
using Tarn.Arch.X86_64;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Tests.Host.Memory;

/// <summary>The heap's memory grows by mapping frames; when they run out at any step, nothing stays mapped and nothing is lost.</summary>
[TestFixture]
public sealed unsafe class MappedMemoryTests
{
    private const ulong Start = 0x4444_4444_0000;
    private const int PageSize = 4096;

    private SimulatedRam _ram = null!;
    private FramePool _pool = null!;
    private PageTables<SimulatedTables, PooledFrames> _space;
    private MappedMemory<PageTables<SimulatedTables, PooledFrames>, PooledFrames> _memory;

    [SetUp]
    public void MakeMemory()
    {
        _ram = new SimulatedRam(16 << 20);
        _pool = new FramePool(_ram.Size / PageSize);
        Assert.That(PageTables<SimulatedTables, PooledFrames>.TryCreate(new SimulatedTables(_ram, _pool), new PooledFrames(_pool), out _space), Is.True);
        _memory = new(_space, new PooledFrames(_pool));
    }

    [TearDown]
    public void FreeMemory() => _ram.Dispose();

    [TestCase(1)]
    [TestCase(25)]
    [TestCase(700)]
    public void WhatIsCommittedIsWritableAndNotExecutable(int pages)
    {
        Assert.That(Commit(0, pages), Is.True);

        CheckMapped(0, pages);
        Assert.That(PagesMapped(-1, pages + 2), Is.EqualTo(pages));
        Decommit(0, pages);
        Assert.That(PagesMapped(-1, pages + 2), Is.Zero);
        Assert.That(_pool.Taken, Is.EqualTo(1));
    }

    [TestCase(25, 0)]
    [TestCase(600, 0)]
    [TestCase(25, 25)]
    [TestCase(600, 25)]
    [TestCase(600, 1500)]
    public void FramesThatRunOutAtAnyStepLeaveNothing(int pages, int before)
    {
        Assert.That(before == 0 || Commit(0, before), Is.True);
        var taken = _pool.Taken;
        Assert.That(Commit(before, pages), Is.True);
        var needed = _pool.Taken - taken;
        Decommit(before, pages);
        Assert.That(needed, Is.GreaterThanOrEqualTo(pages));

        for (var allowance = 0; allowance < needed; allowance++)
        {
            _pool.Allowance = allowance;
            Assert.That(Commit(before, pages), Is.False);
            Assert.That(_pool.Taken, Is.EqualTo(taken), $"after {allowance} frames");
            _pool.Allowance = long.MaxValue;
        }

        Assert.That(PagesMapped(before, pages), Is.Zero);
        CheckMapped(0, before);
        Assert.That(Commit(before, pages), Is.True);
    }

    [Test]
    public void APageThatIsInTheWayLeavesNothing()
    {
        var page = new Page<Size4KiB>(new VirtualAddress(Start)).Above(20);
        Assert.That(_space.TryMap(page, default, PageFlags.None, out _), Is.True);
        var taken = _pool.Taken;

        Assert.That(Commit(0, 25), Is.False);
        Assert.That(_pool.Taken, Is.EqualTo(taken));
        Assert.That(PagesMapped(0, 25), Is.EqualTo(1));
        Assert.That(Commit(0, 20), Is.True);
    }

    [Test]
    public void WhatWasNotCommittedCannotBeGivenBack()
    {
        Assert.That(Commit(0, 3), Is.True);

        Assert.That(() => Decommit(2, 2), Throws.InvalidOperationException);
    }

    private bool Commit(int page, int count) => _memory.TryCommit((byte*)Start + (page * PageSize), (nuint)(count * PageSize));

    private void Decommit(int page, int count) => _memory.Decommit((byte*)Start + (page * PageSize), (nuint)(count * PageSize));

    private void CheckMapped(int page, int count)
    {
        var frames = new HashSet<ulong>();
        for (var index = page; index < page + count; index++)
        {
            Assert.That(_space.TryTranslate(new VirtualAddress(Start + ((ulong)index * PageSize)), out var translation), Is.True);
            Assert.That(translation.Flags, Is.EqualTo(PageFlags.Writable | PageFlags.Global));
            Assert.That(_pool.IsTaken(translation.Address.Value / PageSize), Is.True);
            Assert.That(frames.Add(translation.Address.Value), Is.True, "each page has a frame of its own");
        }
    }

    private int PagesMapped(int page, int count) =>
        Enumerable.Range(page, count).Count(index => _space.TryTranslate(new VirtualAddress(Start + (ulong)(index * (long)PageSize)), out _));
}
