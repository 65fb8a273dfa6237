using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The kernel's own page tables, and mapping in them: what the processor then does is what was asked for.</summary>
internal static unsafe class MemoryTests
{
    // In the lower half, where nothing else is mapped.
    private const ulong FreeAddress = 0x6666_0000_0000;
    private const ulong TwoMebibytes = 2 * 1024 * 1024;
    private const ulong FourGibibytes = 1UL << 32;

    private static PageTables<DirectMap, FrameAllocator> Space => KernelMemory.AddressSpace;

    [KernelTest]
    public static void TheProcessorUsesTheKernelsTables() => Expect.Equal(Space.Root.Start.Value, ReadCr3() & PhysicalAddress.Maximum & ~0xfffUL);

    [KernelTest]
    public static void TheLoadersMemoryIsGivenOut()
    {
        ulong usable = 0;
        ulong all = 0;
        foreach (ref readonly var region in Program.Boot.MemoryMap)
        {
            var frames = region.Length / PhysicalFrame<Size4KiB>.Size;
            usable += region.Kind == MemoryRegionKind.Usable ? frames : 0;
            all += region.Kind is MemoryRegionKind.Usable or MemoryRegionKind.BootloaderReclaimable ? frames : 0;
        }

        // All but what the bookkeeping takes.
        Expect.True(all > usable);
        Expect.InRange((long)KernelMemory.Frames.TotalFrames, (long)all - 16, (long)all - 1);
    }

    [KernelTest]
    public static void NothingIsMappedAtZero()
    {
        for (ulong address = 0; address < TwoMebibytes; address += Page<Size4KiB>.Size)
        {
            Expect.False(Space.TryTranslate(new VirtualAddress(address), out _));
        }
    }

    [KernelTest]
    public static void EachPageOfTheImageMayDoWhatItIsFor()
    {
        ref readonly var layout = ref ImageLayout.Current;
        ExpectFlags(layout.TextStart, layout.TextEnd, PageFlags.Executable, PageFlags.None);
        ExpectFlags(layout.ReadOnlyDataStart, layout.ReadOnlyDataEnd, PageFlags.None, PageFlags.None);
        ExpectFlags(layout.DataStart, layout.Stacks[0].Guard, PageFlags.Writable, PageFlags.Writable);
        foreach (ref readonly var stack in layout.Stacks)
        {
            Expect.False(Space.TryTranslate(new VirtualAddress(stack.Guard), out _));
            Expect.False(Space.TryTranslate(new VirtualAddress(stack.Bottom - 1), out _));
            ExpectFlags(stack.Bottom, stack.Top, PageFlags.Writable, PageFlags.Writable);
        }

        Expect.False(Space.TryTranslate(new VirtualAddress(layout.ImageStart - 1), out _));
        Expect.False(Space.TryTranslate(new VirtualAddress(layout.ImageEnd), out _));
    }

    [KernelTest]
    public static void AllMemoryIsInTheDirectMapAndNoneOfItIsExecutable()
    {
        foreach (ref readonly var region in Program.Boot.MemoryMap)
        {
            if (region.Kind is MemoryRegionKind.Usable or MemoryRegionKind.BootloaderReclaimable)
            {
                ExpectDirectlyMapped(region.Start);
                ExpectDirectlyMapped(region.Start + region.Length / 2);
                ExpectDirectlyMapped(region.End - 1);
            }
        }
    }

    [KernelTest]
    public static void APageLeadsToItsFrame()
    {
        var free = KernelMemory.Frames.FreeFrames;
        var page = PageAt<Size4KiB>(FreeAddress);
        Expect.True(KernelMemory.Frames.TryAllocate(out var frame));
        Expect.True(Space.TryMap(page, frame, PageFlags.Writable, out _));

        var word = (ulong*)page.Start.ToPointer();
        word[511] = 0x0123_4567_89ab_cdef;
        Expect.Equal(0x0123_4567_89ab_cdefUL, DirectlyAt(frame.Start.Value)[511]);
        Expect.True(Space.TryTranslate(new VirtualAddress(FreeAddress + 0xff8), out var translation));
        Expect.Equal(frame.Start.Value + 0xff8, translation.Address.Value);

        // The same page to another frame: what the processor remembers of the first is flushed.
        Expect.True(Space.TryUnmap(page, out var unmapped, out var flush, out _));
        flush.Settle();
        Expect.True(unmapped == frame);
        Expect.True(KernelMemory.Frames.TryAllocate(out var other));
        DirectlyAt(other.Start.Value)[511] = 7;
        Expect.True(Space.TryMap(page, other, PageFlags.None, out _));
        Expect.Equal(7UL, word[511]);

        Expect.True(Space.TryUnmap(page, out _, out flush, out _));
        flush.Settle();
        KernelMemory.Frames.Free(frame);
        KernelMemory.Frames.Free(other);
        Expect.Equal(free, KernelMemory.Frames.FreeFrames);
    }

    [KernelTest]
    public static void ALargePageLeadsToItsFrame()
    {
        var free = KernelMemory.Frames.FreeFrames;
        var page = PageAt<Size2MiB>(FreeAddress);
        Expect.True(KernelMemory.Frames.TryAllocateRun(512, 512, out var run));
        Expect.True(Space.TryMap(page, new PhysicalFrame<Size2MiB>(run.Start), PageFlags.Writable, out _));

        var last = (ulong*)(FreeAddress + TwoMebibytes - 8);
        *last = 42;
        Expect.Equal(42UL, *DirectlyAt(run.Start.Value + TwoMebibytes - 8));
        Expect.True(Space.TryTranslate(new VirtualAddress((ulong)last), out var translation));
        Expect.Equal(TwoMebibytes, translation.PageSize);

        Expect.True(Space.TryUnmap(page, out _, out var flush, out _));
        flush.Settle();
        KernelMemory.Frames.FreeRun(run, 512);
        Expect.Equal(free, KernelMemory.Frames.FreeFrames);
    }

    /// <summary>The example of docs/memory.md.</summary>
    [KernelTest]
    public static void APageOfOursLeadsToTheScreen()
    {
        var page = new Page<Size4KiB>(new VirtualAddress(0x5000_0000_0000));
        var frame = new PhysicalFrame<Size4KiB>(new PhysicalAddress(0xb8000));
        if (!Space.TryMap(page, frame, PageFlags.Writable | PageFlags.CacheDisabled, out var error))
        {
            Panic.Fail($"the screen cannot be mapped: {error.Message}");
        }

        var cells = (ushort*)page.Start.ToPointer();
        cells[0] = 0x1e00 | 'T';
        Expect.Equal((ushort)0x1e54, *(ushort*)DirectlyAt(VgaTextMemory.PhysicalAddress));

        Expect.True(Space.TryUnmap(page, out _, out var flush, out _));
        flush.Settle();
        Expect.False(Space.TryTranslate(page.Start, out _));
    }

    [KernelTest]
    public static void MemoryComesFrameByFrameAndGoesAgain()
    {
        var free = KernelMemory.Frames.FreeFrames;
        var memory = new MappedMemory<PageTables<DirectMap, FrameAllocator>, FrameAllocator>(Space, KernelMemory.Frames);
        Expect.True(memory.TryCommit((byte*)FreeAddress, 4 * (nuint)TwoMebibytes));
        new Span<byte>((byte*)FreeAddress, 4 * (int)TwoMebibytes).Fill(0xa5);
        Expect.Equal((byte)0xa5, *(byte*)(FreeAddress + (4 * TwoMebibytes) - 1));

        memory.Decommit((byte*)FreeAddress, 4 * (nuint)TwoMebibytes);
        Expect.Equal(free, KernelMemory.Frames.FreeFrames);
        Expect.False(Space.TryTranslate(new VirtualAddress(FreeAddress), out _));
    }

    [KernelTest(Machine = "memory=24M")]
    public static void WithoutFramesNothingIsMappedAndNothingIsLost()
    {
        // Each frame that is taken holds the address of the one before: there is no other memory left.
        var frames = KernelMemory.Frames;
        var free = frames.FreeFrames;
        ulong last = 0;
        while (frames.TryAllocate(out var frame))
        {
            *DirectlyAt(frame.Start.Value) = last;
            last = frame.Start.Value;
        }

        Expect.Equal(0UL, frames.FreeFrames);
        Expect.False(Space.TryMap(PageAt<Size4KiB>(FreeAddress), default, PageFlags.None, out var error));
        Expect.True(error.Kind == MapErrorKind.FrameAllocationFailed);
        var memory = new MappedMemory<PageTables<DirectMap, FrameAllocator>, FrameAllocator>(Space, frames);
        for (var few = 1; few < 12; few++)
        {
            for (var index = 0; index < few; index++)
            {
                var frame = PhysicalFrame<Size4KiB>.Truncate(last);
                last = *DirectlyAt(last);
                frames.Free(frame);
            }

            var before = frames.FreeFrames;
            Expect.False(memory.TryCommit((byte*)FreeAddress, 128 * 4096));
            Expect.Equal(before, frames.FreeFrames);
        }

        while (last != 0)
        {
            var frame = PhysicalFrame<Size4KiB>.Truncate(last);
            last = *DirectlyAt(last);
            frames.Free(frame);
        }

        Expect.Equal(free, frames.FreeFrames);
    }

    [KernelTest(Machine = "memory=24M")]
    public static void ASmallMachineHasItsFrames()
    {
        ExpectAllFramesOf(24);
    }

    [KernelTest(Machine = "memory=4G")]
    public static void MemoryAboveFourGibibytesIsReached()
    {
        ExpectAllFramesOf(4096);
        Expect.True(KernelMemory.Frames.TryAllocateRun(1, 1 << 20, out var frame));
        Expect.Equal(FourGibibytes, frame.Start.Value);
        *DirectlyAt(frame.Start.Value) = 99;
        Expect.Equal(99UL, *DirectlyAt(FourGibibytes));
        KernelMemory.Frames.Free(frame);
    }

    [KernelTest(ShouldPanicLike = "page fault: read of an address that is not mapped, 0x666600000000*")]
    public static void WhatIsUnmappedIsGone()
    {
        Map(PageFlags.Writable);
        *(ulong*)FreeAddress = 1;
        Expect.True(Space.TryUnmap(PageAt<Size4KiB>(FreeAddress), out _, out var flush, out _));
        flush.Settle();
        Expect.Equal(1UL, *(ulong*)FreeAddress);
    }

    [KernelTest(ShouldPanicLike = "page fault: write to read-only page 0x666600000000*")]
    public static void APageMadeReadOnlyIsNotWritten()
    {
        Map(PageFlags.Writable);
        *(ulong*)FreeAddress = 1;
        Expect.True(Space.TryChangeFlags(PageAt<Size4KiB>(FreeAddress), PageFlags.None, out var flush, out _));
        flush.Settle();
        Expect.Equal(1UL, *(ulong*)FreeAddress);
        *(ulong*)FreeAddress = 2;
    }

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0x666600000000*")]
    public static void AMappedPageIsNotExecuted()
    {
        Map(PageFlags.Writable);
        *(byte*)FreeAddress = 0xc3; // ret
        ((delegate*<void>)FreeAddress)();
    }

    [KernelTest]
    public static void APageIsDirtyOnceItIsWrittenTo()
    {
        Map(PageFlags.Writable);
        var address = VirtualAddress.Truncate(FreeAddress);
        Expect.False(Space.IsDirty(address));
        var value = *(ulong*)FreeAddress;
        Expect.False(Space.IsDirty(address));
        *(ulong*)FreeAddress = value + 1;
        Expect.True(Space.IsDirty(address));
        Expect.True(Space.TryUnmap(PageAt<Size4KiB>(FreeAddress), out var frame, out var flush, out _));
        flush.Settle();
        KernelMemory.Frames.Free(frame);
        Expect.False(Space.IsDirty(address));
    }

    [KernelTest]
    public static void NoPageIsWritableAndExecutable()
    {
        Expect.True(KernelMemory.Frames.TryAllocate(out var frame));
        Expect.False(Space.TryMap(PageAt<Size4KiB>(FreeAddress), frame, PageFlags.Writable | PageFlags.Executable, out var error));
        Expect.Equal((int)MapErrorKind.WritableAndExecutable, (int)error.Kind);
        KernelMemory.Frames.Free(frame);
    }

    [KernelTest]
    public static void APageMadeExecutableIsExecuted()
    {
        Map(PageFlags.Writable);
        *(byte*)FreeAddress = 0xc3; // ret
        Expect.True(Space.TryChangeFlags(PageAt<Size4KiB>(FreeAddress), PageFlags.Executable, out var flush, out _));
        flush.Settle();
        ((delegate*<void>)FreeAddress)();
        Expect.True(Space.TryUnmap(PageAt<Size4KiB>(FreeAddress), out var frame, out flush, out _));
        flush.Settle();
        KernelMemory.Frames.Free(frame);
    }

    [KernelTest(ShouldPanicLike = "page fault: write to read-only page 0xffff8*")]
    public static void ReadOnlyDataIsNotWrittenThroughTheDirectMap() => *DirectAlias(ImageLayout.Current.ReadOnlyDataStart) = 0;

    [KernelTest(ShouldPanicLike = "page fault: write to read-only page 0xffff8*")]
    public static void CodeIsNotWrittenThroughTheDirectMap() => *DirectAlias(ImageLayout.Current.TextStart) = 0;

    [KernelTest(ShouldPanicLike = "page fault: write to read-only page 0xffffffff*(the kernel's code)")]
    public static void CodeIsNotWritten() => *(ulong*)ImageLayout.Current.TextStart = 0;

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0xffff8*")]
    public static void CodeIsNotExecutedThroughTheDirectMap() => ((delegate*<void>)DirectAlias((ulong)(delegate*<void>)&Nothing))();

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0xffffffff*(the kernel's read-only data)")]
    public static void ReadOnlyDataIsNotExecuted() => ((delegate*<void>)ImageLayout.Current.ReadOnlyDataStart)();

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0xffff8*")]
    public static void ReadOnlyDataIsNotExecutedThroughTheDirectMap() =>
        ((delegate*<void>)DirectAlias(ImageLayout.Current.ReadOnlyDataStart))();

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0x4444*")]
    public static void TheHeapIsNotExecuted()
    {
        var code = new byte[16];
        fixed (byte* first = code)
        {
            *first = 0xc3; // ret
            ((delegate*<void>)first)();
        }
    }

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page 0xffff8*")]
    public static void DataIsNotExecutedThroughTheDirectMap()
    {
        var code = DirectAlias(ImageLayout.Current.Stacks[1].Bottom);
        *code = 0xc3; // ret
        ((delegate*<void>)code)();
    }

    [KernelTest(ShouldPanicLike = "page fault: execute of non-executable page *")]
    public static void TheStackIsNotExecuted()
    {
        var code = 0xc3UL; // ret
        ((delegate*<void>)&code)();
    }

    [KernelTest(ShouldPanicLike = "*A frame was freed that is free already.*")]
    public static void AFrameIsNotFreedTwice()
    {
        Expect.True(KernelMemory.Frames.TryAllocate(out var frame));
        KernelMemory.Frames.Free(frame);
        KernelMemory.Frames.Free(frame);
    }

    [KernelTest(ShouldPanicLike = "*A frame was freed that was never this allocator's to give.*")]
    public static void AFrameOfTheImageIsNotFreed() =>
        KernelMemory.Frames.Free(PhysicalFrame<Size4KiB>.Truncate(Program.Boot.KernelPhysicalBase));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Nothing()
    {
    }

    private static void Map(PageFlags flags)
    {
        Expect.True(KernelMemory.Frames.TryAllocate(out var frame));
        Expect.True(Space.TryMap(PageAt<Size4KiB>(FreeAddress), frame, flags, out _));
    }

    /// <summary>Expects flags on each page of a part of the image, and on its alias in the direct map.</summary>
    private static void ExpectFlags(ulong start, ulong end, PageFlags flags, PageFlags aliasFlags)
    {
        Expect.True(start < end);
        for (var address = start; address < end; address += Page<Size4KiB>.Size)
        {
            Expect.True(Space.TryTranslate(new VirtualAddress(address), out var translation));
            Expect.Equal((ulong)(flags | PageFlags.Global), (ulong)translation.Flags);
            var alias = (ulong)DirectlyAt(translation.Address.Value);
            Expect.Equal((ulong)DirectAlias(address), alias);
            Expect.True(Space.TryTranslate(new VirtualAddress(alias), out var aliased));
            Expect.Equal((ulong)(aliasFlags | PageFlags.Global), (ulong)aliased.Flags);
            Expect.Equal(translation.Address.Value, aliased.Address.Value);
        }
    }

    private static void ExpectDirectlyMapped(ulong address)
    {
        Expect.True(Space.TryTranslate(new VirtualAddress((ulong)DirectlyAt(address)), out var translation));
        Expect.Equal(address, translation.Address.Value);
        Expect.Equal((ulong)(PageFlags.Writable | PageFlags.Global), (ulong)translation.Flags);
    }

    private static ulong* DirectlyAt(ulong address) => (ulong*)(Program.Boot.DirectMapOffset + address);

    /// <summary>Where an address in the image is in the direct map.</summary>
    private static ulong* DirectAlias(ulong address) => DirectlyAt(address - Program.Boot.KernelVirtualBase + Program.Boot.KernelPhysicalBase);

    private static Page<TSize> PageAt<TSize>(ulong address)
        where TSize : struct, IPageSize => new(new VirtualAddress(address));

    [RuntimeImport("*", "tarn_read_cr3")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr3();

    /// <summary>All but the image, and what the firmware keeps: less than a MiB.</summary>
    private static void ExpectAllFramesOf(long mebibytes)
    {
        ref readonly var layout = ref ImageLayout.Current;
        var image = (long)((layout.ImageEnd - layout.ImageStart) / PhysicalFrame<Size4KiB>.Size);
        Expect.InRange((long)KernelMemory.Frames.TotalFrames, ((mebibytes - 1) * 256) - image, mebibytes * 256);
    }
}
