using NUnit.Framework;
using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>Address spaces for ring 3 in simulated memory: what they share, what they refuse, and that nothing is left of them.</summary>
[TestFixture]
public sealed unsafe class UserAddressSpaceTests
{
    private const ulong MiB = 1024 * 1024;

    /// <summary>The first and the last page, and some whose tables are each other's neighbours.</summary>
    private static readonly ulong[] s_pages =
    [
        UserRange.Start, 0x40_0000, 0x40_1000, 0x5f_f000, 0x60_0000, 0x4000_0000, 0x80_0000_0000, 0x80_4000_0000, UserRange.End - 0x1000,
    ];

    private static readonly ulong[] s_foreignPages =
    [
        0, 0x1000, UserRange.Start - 0x1000, UserRange.End, 0x4444_4444_0000, 0x7fff_ffff_f000, 0xffff_8000_0000_0000, 0xffff_ffff_ffff_f000,
    ];

    private SimulatedRam _ram = null!;
    private FramePool _pool = null!;
    private PageTables<SimulatedTables, PooledFrames> _kernel;

    [SetUp]
    public void MakeKernel()
    {
        _ram = new SimulatedRam(16 * MiB);
        _pool = new FramePool(_ram.Size / 4096);
        var memory = new SimulatedTables(_ram, _pool);
        Assert.That(PageTables<SimulatedTables, PooledFrames>.TryCreate(memory, new PooledFrames(_pool), out _kernel), Is.True);
        MapInKernel(0xffff_ffff_8000_0000);
        MapInKernel(0x4444_4444_0000);
    }

    [TearDown]
    public void FreeMemory() => _ram.Dispose();

    [Test]
    public void PagesHoldTheirContentsAndAreRing3s()
    {
        // Frames come back with what was in them: no page may show that.
        var before = Fill();
        var space = Create();
        foreach (var page in s_pages)
        {
            Assert.That(space.TryAdd(PageAt(page), [1, 2, 3], PageFlags.Writable, out _), Is.True);
        }

        foreach (var page in s_pages)
        {
            Assert.That(space.TryTranslate(new VirtualAddress(page), out var translation), Is.True);
            Assert.That(translation.Flags, Is.EqualTo(PageFlags.Writable | PageFlags.User));
            var bytes = new ReadOnlySpan<byte>((byte*)(_ram.Offset + translation.Address.Value), 4096);
            Assert.That(bytes[..3].ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(bytes[3..].IndexOfAnyExcept((byte)0), Is.EqualTo(-1));
        }

        space.Free();
        Assert.That(_pool.Taken, Is.EqualTo(before));
    }

    [TestCase(PageFlags.None)]
    [TestCase(PageFlags.Writable)]
    [TestCase(PageFlags.Executable)]
    public void APageMayDoWhatWasAskedFor(PageFlags flags)
    {
        var space = Create();
        Assert.That(space.TryAdd(PageAt(0x40_0000), default, flags, out _), Is.True);
        Assert.That(space.TryTranslate(new VirtualAddress(0x40_0000), out var translation), Is.True);
        Assert.That(translation.Flags, Is.EqualTo(flags | PageFlags.User));
    }

    [Test]
    public void APageIsNeverWritableAndExecutable()
    {
        var space = Create();
        var taken = _pool.Taken;
        Assert.That(space.TryAdd(PageAt(0x40_0000), default, PageFlags.Writable | PageFlags.Executable, out var error), Is.False);
        Assert.That(error.Kind, Is.EqualTo(MapErrorKind.WritableAndExecutable));
        Assert.That(_pool.Taken, Is.EqualTo(taken));
    }

    [Test]
    public void APageIsAddedOnce()
    {
        var space = Create();
        Assert.That(space.TryAdd(PageAt(0x40_0000), [7], PageFlags.None, out _), Is.True);
        var taken = _pool.Taken;
        Assert.That(space.TryAdd(PageAt(0x40_0000), [8], PageFlags.None, out var error), Is.False);
        Assert.That(error.Kind, Is.EqualTo(MapErrorKind.PageAlreadyMapped));
        Assert.That(_pool.Taken, Is.EqualTo(taken));
        Assert.That(space.TryTranslate(new VirtualAddress(0x40_0000), out var translation), Is.True);
        Assert.That(*(byte*)(_ram.Offset + translation.Address.Value), Is.EqualTo(7));
    }

    [TestCaseSource(nameof(s_foreignPages))]
    public void APageOutsideTheRangeIsRefused(ulong page)
    {
        var space = Create();
        var taken = _pool.Taken;
        Assert.That(() => space.TryAdd(PageAt(page), default, PageFlags.None, out _), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(_pool.Taken, Is.EqualTo(taken));
    }

    [TestCase(PageFlags.Global)]
    [TestCase(PageFlags.User)]
    [TestCase(PageFlags.Writable | PageFlags.CacheDisabled)]
    [TestCase(PageFlags.WriteThrough)]
    public void OtherFlagsAreRefused(PageFlags flags)
    {
        var space = Create();
        Assert.That(() => space.TryAdd(PageAt(0x40_0000), default, flags, out _), Throws.ArgumentException);
    }

    [Test]
    public void ContentsLargerThanAPageAreRefused()
    {
        var space = Create();
        var page = PageAt(0x40_0000);
        Assert.That(() => space.TryAdd(page, new byte[4097], PageFlags.None, out _), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(space.TryAdd(page, new byte[4096], PageFlags.None, out _), Is.True);
    }

    [Test]
    public void TheKernelsPartIsTheKernels()
    {
        var space = Create();
        Assert.That(space.TryAdd(PageAt(0x40_0000), default, PageFlags.None, out _), Is.True);
        space.ShareKernel();
        MapInKernel(0x6666_0000_0000);
        space.ShareKernel();

        // What a processor finds: the entries of both top-level tables from the kernel's first one on.
        var own = (ulong*)(_ram.Offset + space.Root.Start.Value);
        var kernel = (ulong*)(_ram.Offset + _kernel.Root.Start.Value);
        for (var index = 0; index < 512; index++)
        {
            Assert.That(own[index], index < 128 ? Is.EqualTo(index == 0 ? own[0] : 0) : Is.EqualTo(kernel[index]));
        }

        Assert.That(kernel[0], Is.Zero);
        foreach (var address in (ulong[])[0xffff_ffff_8000_0000, 0x4444_4444_0000, 0x6666_0000_0000])
        {
            Assert.That(space.TryTranslate(new VirtualAddress(address), out var translation), Is.True);
            Assert.That(translation.Flags & PageFlags.User, Is.EqualTo(PageFlags.None));
        }

        space.Free();
        Assert.That(_kernel.TryTranslate(new VirtualAddress(0x4444_4444_0000), out _), Is.True);
    }

    [Test]
    public void WhereFramesRunOutNothingIsLost()
    {
        var before = _pool.Taken;
        for (long allowance = 0; ; allowance++)
        {
            _pool.Allowance = allowance;
            var isMade = UserAddressSpace<SimulatedTables, PooledFrames>.TryCreate(_kernel, out var space);
            Assert.That(isMade, Is.EqualTo(allowance > 0));
            var added = 0;
            if (isMade)
            {
                foreach (var page in s_pages)
                {
                    var taken = _pool.Taken;
                    if (!space.TryAdd(PageAt(page), default, PageFlags.None, out var error))
                    {
                        Assert.That(error.Kind, Is.EqualTo(MapErrorKind.FrameAllocationFailed));
                        Assert.That(_pool.Taken, Is.EqualTo(taken));
                        break;
                    }

                    added++;
                }

                space.Free();
            }

            Assert.That(_pool.Taken, Is.EqualTo(before));
            if (added == s_pages.Length)
            {
                break;
            }
        }
    }

    private UserAddressSpace<SimulatedTables, PooledFrames> Create()
    {
        Assert.That(UserAddressSpace<SimulatedTables, PooledFrames>.TryCreate(_kernel, out var space), Is.True);
        return space;
    }

    private void MapInKernel(ulong address) =>
        Assert.That(_kernel.TryMap(PageAt(address), PhysicalFrame<Size4KiB>.Truncate(0x10_0000), PageFlags.Writable, out _), Is.True);

    /// <summary>Leaves bytes in frames that are then free.</summary>
    /// <returns>How many frames are out.</returns>
    private int Fill()
    {
        var before = _pool.Taken;
        var frames = new List<PhysicalFrame<Size4KiB>>();
        while (frames.Count < 100 && _pool.TryAllocate(out var frame))
        {
            new Span<byte>((byte*)(_ram.Offset + frame.Start.Value), 4096).Fill(0xa5);
            frames.Add(frame);
        }

        frames.ForEach(_pool.Free);
        return before;
    }

    private static Page<Size4KiB> PageAt(ulong address) => new(new VirtualAddress(address));
}
