using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Memory;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What frames and mappings cost in instructions, the loop and the call around what is measured taken off: workloads W7, W8 and W8s.</summary>
internal static unsafe class MemoryCostTests
{
    private const ulong FrameSize = 4096;
    private const ulong First = 0x4444_4444_0000;
    private const ulong FirstFrame = 0x0800_0000;

    // Where the kernel itself maps nothing.
    private const ulong FirstOfKernel = 0x5555_4444_0000;

    private const int Pages = 10_000;
    private const ulong PagesOfTable = 512;
    private const ulong TableFrames = 23;

    /// <summary>A page of each table that stays mapped, so that the table stays.</summary>
    private const int KeptPage = 100;

    private const int None = -1;

    /// <summary>The frame whose own cost is told as well.</summary>
    private const ulong LateFrame = 10_000;

    /// <summary>Its kernel has the targets; the others are held to them as well.</summary>
    private const string DefaultAllocator = "fixed-size-block";

    private static ulong s_nextTable;

    // What keeps the optimiser from leaving out what is measured.
    private static ulong s_sum;

    [KernelTest]
    public static void FramesCostTheSameFromTheFirstToTheLast()
    {
        // The memory map of W7, with the allocator's own bookkeeping in real memory. No frame that it gives out is touched.
        const ulong End = 0x7fe0000;
        const int Bookkeeping = 4 * (int)FrameSize;
        Span<MemoryRegion> map =
        [
            new(0x30000, 0x9f000 - 0x30000, MemoryRegionKind.Usable),
            new(0x100000, 0x400000 - 0x100000, MemoryRegionKind.Usable),
            new(0x400000, 0x580000 - 0x400000, MemoryRegionKind.Reserved),
            new(0x580000, End - 0x580000, MemoryRegionKind.Usable),
            new(End, 0x20000, MemoryRegionKind.Reserved),
        ];
        fixed (byte* memory = new byte[Bookkeeping])
        {
            Expect.True(FrameAllocator.TryCreate(map, (ulong)memory + Bookkeeping - End, out var frames));
            Expect.InRange((long)frames.TotalFrames, 32_203, 32_206);

            var harness = TakeFrames(default(NullFrames), 1000) / 10;
            ulong taken = 0;
            ulong raw = 0;
            foreach (var count in (ReadOnlySpan<ulong>)[100, 1_000, LateFrame, 32_000])
            {
                if (count == LateFrame)
                {
                    raw += TakeFrames(frames, LateFrame - 1 - taken);
                    var late = TakeFrames(frames, 1);
                    var nothing = TakeFrames(default(NullFrames), 1);
                    Figure.Report($"W7frame-{LateFrame}", "instructions", late, nothing, 1);
                    WorkloadTargets.Check($"W7frame-{LateFrame}", (long)(late - nothing) * 100, 500, DefaultAllocator);
                    raw += late;
                }
                else
                {
                    raw += TakeFrames(frames, count - taken);
                }

                taken = count;
                var cost = (raw * 100 / count) - harness;
                Figure.Report($"W7-{count}", "instructions", raw * 100, harness * count, count * 100);
                Console.WriteLine($"the first {count} frames: {cost / 100}.{cost % 100:d2} instructions each");
                WorkloadTargets.Check($"W7-{count}", (long)cost, 500, DefaultAllocator);
            }

            Expect.Equal(frames.TotalFrames - 32_000, frames.FreeFrames);
        }
    }

    [KernelTest]
    public static void EvenTheCostliestFrameIsBounded()
    {
        var frames = KernelMemory.Frames;
        var harness = TakeFrames(default(NullFrames), 1);
        var taken = new ulong[8192];
        ulong worst = 0;
        for (var index = 0; index < taken.Length; index++)
        {
            worst = Math.Max(worst, TakeFrames(frames, 1) - harness);
            taken[index] = s_sum;
        }

        foreach (var address in taken)
        {
            frames.Free(PhysicalFrame<Size4KiB>.Truncate(address));
        }

        Figure.Report("W7max", "instructions", worst + harness, harness, 1);
        Console.WriteLine($"costliest frame: {worst} instructions");
        Expect.InRange((long)worst, 10, 200);
    }

    [KernelTest]
    public static void MappingCostsAFewInstructionsAPage()
    {
        Expect.True(KernelMemory.Frames.TryAllocateRun(TableFrames, 1, out var run));
        fixed (ulong* next = &s_nextTable)
        {
            // These tables are never the processor's, so the pages may be anywhere.
            s_nextTable = run.Start.Value;
            Expect.True(PageTables<DirectMap, BumpFrames>.TryCreate(new DirectMap(Program.Boot.DirectMapOffset), new BumpFrames(next), out var space));
            var nothing = default(NullAddressSpace);

            Check("W8-map", "map", Map(space, None), Map(nothing, None));
            Expect.Equal(run.Start.Value + (TableFrames * FrameSize), s_nextTable);
            Check("W8-translate", "translate", Translate(space), Translate(nothing));
            Unmap(space, KeptPage);
            Check("W8-map-again", "map, tables there", Map(space, KeptPage), Map(nothing, KeptPage));
            Check("W8-unmap", "unmap and flush", Unmap(space, None), Unmap(nothing, None));
        }

        KernelMemory.Frames.FreeRun(run, TableFrames);
    }

    [KernelTest]
    public static void MemoryCostsAFewInstructionsAPage()
    {
        var space = KernelMemory.AddressSpace;
        var frames = KernelMemory.Frames;
        var free = frames.FreeFrames;
        Check("W8s", "frame and map", MapFrames(space, frames), MapFrames(default(NullAddressSpace), default(NullFrames)));
        for (var index = 0; index < Pages; index++)
        {
            Expect.True(space.TryUnmap(PageAt(FirstOfKernel, index), out var frame, out var flush, out _));
            flush.Settle();
            frames.Free(frame);
        }

        Expect.Equal(free, frames.FreeFrames);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong TakeFrames<TFrames>(TFrames frames, ulong count)
        where TFrames : struct, IFrameAllocator
    {
        var start = Processor.ReadTimeStampCounter();
        for (ulong index = 0; index < count; index++)
        {
            if (!frames.TryAllocate(out var frame))
            {
                Expect.Fail("there is no frame");
            }

            s_sum = frame.Start.Value;
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Map<TSpace>(TSpace space, int kept)
        where TSpace : struct, IAddressSpace
    {
        var start = Processor.ReadTimeStampCounter();
        for (var index = 0; index < Pages; index++)
        {
            if (index % (int)PagesOfTable != kept
                && !space.TryMap(PageAt(First, index), PhysicalFrame<Size4KiB>.Truncate(FirstFrame + ((ulong)index * FrameSize)), PageFlags.Writable, out _))
            {
                Expect.Fail("the page is not mapped");
            }
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Translate<TSpace>(TSpace space)
        where TSpace : struct, IAddressSpace
    {
        var start = Processor.ReadTimeStampCounter();
        for (var index = 0; index < Pages; index++)
        {
            if (!space.TryTranslate(PageAt(First, index).Start, out var translation))
            {
                Expect.Fail("the page is not mapped");
            }

            s_sum = translation.Address.Value;
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Unmap<TSpace>(TSpace space, int kept)
        where TSpace : struct, IAddressSpace
    {
        var start = Processor.ReadTimeStampCounter();
        for (var index = 0; index < Pages; index++)
        {
            if (index % (int)PagesOfTable == kept)
            {
                continue;
            }

            if (!space.TryUnmap(PageAt(First, index), out var frame, out var flush, out _))
            {
                Expect.Fail("the page was not mapped");
            }

            flush.Settle();
            s_sum = frame.Start.Value;
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong MapFrames<TSpace, TFrames>(TSpace space, TFrames frames)
        where TSpace : struct, IAddressSpace
        where TFrames : struct, IFrameAllocator
    {
        var start = Processor.ReadTimeStampCounter();
        for (var index = 0; index < Pages; index++)
        {
            if (!frames.TryAllocate(out var frame) || !space.TryMap(PageAt(FirstOfKernel, index), frame, PageFlags.Writable, out _))
            {
                Expect.Fail("there is no memory");
            }
        }

        return Processor.ReadTimeStampCounter() - start;
    }

    private static void Check(string workload, string what, ulong raw, ulong nothing)
    {
        var cost = (raw - nothing) * 10 / Pages;
        Figure.Report(workload, "instructions", raw, nothing, Pages);
        Console.WriteLine($"{what}: {cost / 10}.{cost % 10} instructions a page");
        WorkloadTargets.Check(workload, (long)cost * 10, 500, DefaultAllocator);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Page<Size4KiB> PageAt(ulong first, int index) => Page<Size4KiB>.Containing(VirtualAddress.Truncate(first + ((ulong)index * FrameSize)));
}
