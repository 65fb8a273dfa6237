using Tarn.Arch.X86_64;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What must be true of the machine and of what we know about it once C# runs.</summary>
internal static class BootTests
{
    private const ulong PageSize = 4096;
    private const ulong HigherHalf = 0xFFFF_8000_0000_0000;

    [KernelTest]
    public static void TheMemoryMapIsSortedAndFreeOfOverlaps()
    {
        ref readonly var boot = ref Program.Boot;
        Expect.True(boot.MemoryMap.Length > 1);
        for (var index = 1; index < boot.MemoryMap.Length; index++)
        {
            Expect.True(boot.MemoryMap[index - 1].End <= boot.MemoryMap[index].Start);
        }

        foreach (ref readonly var region in boot.MemoryMap)
        {
            Expect.True(region.Length > 0);
        }
    }

    [KernelTest]
    public static void UsableMemoryIsMadeOfWholePages()
    {
        ref readonly var boot = ref Program.Boot;
        var total = 0UL;
        foreach (ref readonly var region in boot.MemoryMap)
        {
            if (region.Kind == MemoryRegionKind.Usable)
            {
                Expect.Equal(0UL, region.Start % PageSize);
                Expect.Equal(0UL, region.Length % PageSize);
                total += region.Length;
            }
        }

        Expect.Equal(total, boot.UsableBytes);
        Expect.True(total > 100 * 1024 * 1024);
    }

    [KernelTest]
    public static void TheKernelLiesInMemoryThatIsNotUsable()
    {
        ref readonly var boot = ref Program.Boot;
        var isFound = false;
        foreach (ref readonly var region in boot.MemoryMap)
        {
            if (region.Start <= boot.KernelPhysicalBase && boot.KernelPhysicalBase < region.End)
            {
                Expect.Equal(MemoryRegionKind.KernelAndModules, region.Kind);
                isFound = true;
            }
        }

        Expect.True(isFound);
    }

    [KernelTest]
    public static unsafe void TheKernelRunsInTheHigherHalf()
    {
        ref readonly var boot = ref Program.Boot;
        Expect.True(boot.KernelVirtualBase >= HigherHalf);
        Expect.True(boot.DirectMapOffset >= HigherHalf);

        delegate*<void> here = &TheKernelRunsInTheHigherHalf;
        Expect.True((ulong)here >= boot.KernelVirtualBase);
        var local = 0;
        Expect.True((ulong)&local >= HigherHalf, "the stack is there as well");
    }

    [KernelTest]
    public static unsafe void TheDirectMapShowsTheKernel()
    {
        // The same bytes, by their virtual address and by their physical one.
        ref readonly var boot = ref Program.Boot;
        var linked = (ulong*)boot.KernelVirtualBase;
        var direct = (ulong*)(boot.DirectMapOffset + boot.KernelPhysicalBase);
        for (var index = 0; index < 512; index++)
        {
            Expect.Equal(linked[index], direct[index]);
        }
    }

    [KernelTest]
    public static unsafe void TheDirectMapReachesTheLastUsableByte()
    {
        ref readonly var boot = ref Program.Boot;
        var last = 0UL;
        foreach (ref readonly var region in boot.MemoryMap)
        {
            if (region.Kind == MemoryRegionKind.Usable)
            {
                last = region.End - 1;
            }
        }

        // A byte that nobody uses yet: memory is given out from the start of a region.
        var probe = (byte*)(boot.DirectMapOffset + last);
        *probe = 0x5A;
        Expect.Equal((byte)0x5A, *probe);
        *probe = 0xA5;
        Expect.Equal((byte)0xA5, *probe);
    }

    [KernelTest(Machine = "memory=4G")]
    public static void MemoryAboveFourGibibytesIsReached() => TheDirectMapReachesTheLastUsableByte();

    [KernelTest(CommandLine = "some=value flag some=other")]
    public static void TheCommandLineArrivesWhole()
    {
        var commandLine = Program.Boot.CommandLine;
        Expect.True(commandLine.Has("until"u8, "idle"u8));
        Expect.True(commandLine.Has("some"u8, "other"u8), "the last one counts");
        Expect.True(commandLine.TryGetValue("flag"u8, out var flag));
        Expect.Equal(0, flag.Length);
        Expect.False(commandLine.TryGetValue("absent"u8, out _));
    }

    [KernelTest]
    public static void TheLoaderHasAName() => Expect.True(Program.Boot.LoaderName.Length > 0);

    [KernelTest]
    public static void TheTimeStampCounterCounts()
    {
        var first = Processor.ReadTimeStampCounter();
        var second = Processor.ReadTimeStampCounter();
        Expect.True(second > first);
    }

    [KernelTest]
    public static void FloatingPointIsEnabled()
    {
        var sum = 0.0;
        for (var index = 1; index <= 100; index++)
        {
            sum += 1.0 / index;
        }

        // The hundredth harmonic number, 5.18737751763962026…
        Expect.True(sum is > 5.187377517639 and < 5.187377517640);
    }

    [KernelTest(ShouldPanic = "this is the message")]
    public static void APanicSaysItsMessage() => Panic.Fail("this is the message");

    [KernelTest(ShouldPanicLike = "the answer is 42 (0x2a)*", LogContains = "PANIC: the answer is 42")]
    public static void APanicFormatsItsMessage()
    {
        var answer = 42;
        Panic.Fail($"the answer is {answer} (0x{answer:x})");
    }
}
