using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Image;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What collections cost, in instructions: the emulator's time-stamp counter counts them. docs/collector.md has the figures.</summary>
internal static class CollectionCostTests
{
    private const int TreeDepth = 14;

    private const ulong LargeSize = 16 * 1024 * 1024;

    private static object? s_kept;

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void ACollectionCosts()
    {
        var nothing = Collect();
        Say("collection of an empty heap", nothing);
        Figure.Report("GC-empty", "instructions", nothing, 0, 1);
        KeepList(1024 * 1024 / Node.Size);
        var small = Collect();
        Say("pause for 1 MiB live", small);
        Figure.Report("GC-pause-1MiB", "instructions", small, 0, 1);
        Figure.Report("GC-live-object", "instructions", small, nothing, 1024 * 1024 / Node.Size);
        Say("instructions per live object", (small - nothing) / (ulong)(1024 * 1024 / Node.Size));
        KeepList(16 * 1024 * 1024 / Node.Size);
        Collect();
        var large = Collect();
        Say("pause for 16 MiB live", large);
        Figure.Report("GC-pause-16MiB", "instructions", large, 0, 1);

        // Another list takes the place of what registers and stack may still have of the long one.
        KeepList(1);
        Leftovers.ScrubStack();
        var swept = Collect();
        Say("instructions per 100 swept bytes", swept * 100 / (16 * 1024 * 1024));
        Figure.Report("GC-swept-byte", "instructions", swept, nothing, 16 * 1024 * 1024);
        Expect.True(KernelHeap.LastCollection.SweptBytes >= 16 * 1024 * 1024);

        // Bounds that a factor of two would break, not figures: those are the documentation's, and a test on the host compares them.
        Expect.True(small < 8_000_000);
    }

    /// <summary>Large arrays: of references, which are looked at slice by slice, and of bytes, which nobody looks into. What goes is only put in a list.</summary>
    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void ALargeArrayCosts()
    {
        var nothing = Collect();
        KeepReferences();
        var references = Collect();
        Figure.Report("GC-pause-16MiB-references", "instructions", references, 0, 1);
        s_kept = null;
        Leftovers.ScrubStack();
        var sweptReferences = Collect();
        Expect.True(KernelHeap.LastCollection.SweptBytes >= LargeSize);
        KeepBytes();
        var bytes = Collect();
        Figure.Report("GC-pause-16MiB-bytes", "instructions", bytes, 0, 1);
        s_kept = null;
        Leftovers.ScrubStack();
        var sweptBytes = Collect();
        Expect.True(KernelHeap.LastCollection.SweptBytes >= LargeSize);
        Say("pause for an array of 16 MiB of references", references);
        Say("pause for an array of 16 MiB of bytes", bytes);
        Say("pause in which an array of 16 MiB goes", Math.Max(sweptReferences, sweptBytes));

        // For bytes, and for what goes, no more than a little for the empty stretch: nothing is in proportion to the size.
        Expect.True(bytes < nothing + (LargeSize / 64));
        Expect.True(Math.Max(sweptReferences, sweptBytes) < nothing + (LargeSize / 64));
        Expect.True(references < nothing + (24 * (LargeSize / (ulong)sizeof(ulong))));
    }

    /// <summary>What an object takes besides its fields.</summary>
    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void AnObjectTakes()
    {
        const int Count = 100_000;
        KeepList(1);
        Leftovers.ScrubStack();
        GC.Collect();
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        var frames = KernelMemory.Frames.FreeFrames;
        var size = KernelHeap.Statistics.Size;
        KeepList(Count + 1);
        var used = (ulong)(KernelHeap.Statistics.Usage.UsedBytes - before);
        var overhead = (used / Count) - (2 * (ulong)sizeof(ulong));
        Figure.Report("GC-overhead", "bytes", used - (Count * 2 * (ulong)sizeof(ulong)), 0, Count);

        // And beside the heap: the bitmaps, in frames; the tables that map them are counted with them.
        var frameBytes = (frames - KernelMemory.Frames.FreeFrames) * 4096;
        var beside = frameBytes - (ulong)(KernelHeap.Statistics.Size - size);
        Say("bytes of an object of the allocator's besides its fields", overhead);
        Say("bytes beside the heap for each 1,000 bytes of it", beside * 1000 / (ulong)(KernelHeap.Statistics.Size - size));
        Expect.Equal(16ul, overhead);
    }

    [KernelTest(Isolated = true, TimeLimit = 120)]
    public static void BinaryTreesCost()
    {
        BinaryTrees.Build(4);
        var before = Processor.ReadTimeStampCounter();
        var collections = GC.CollectionCount(0);
        var nodes = BinaryTrees.Build(TreeDepth);
        var cost = Processor.ReadTimeStampCounter() - before;
        Say("binary trees of depth 14", cost);
        Figure.Report("GC-binary-trees", "instructions", cost, 0, (ulong)nodes);
        Say("instructions per node of them", cost / (ulong)nodes);
        Say("collections meanwhile", (ulong)(GC.CollectionCount(0) - collections));
        Expect.True(nodes > 0);
    }

    private static void Say(string what, ulong count) => Console.WriteLine($"{what}: {count}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Collect()
    {
        var before = Processor.ReadTimeStampCounter();
        GC.Collect();
        return Processor.ReadTimeStampCounter() - before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepReferences()
    {
        var array = new object[(int)LargeSize / sizeof(ulong)];
        array.AsSpan().Fill(array);
        s_kept = array;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepBytes() => s_kept = new byte[(int)LargeSize];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepList(int length) => s_kept = MakeList(length);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node MakeList(int length)
    {
        var first = new Node();
        for (var index = 1; index < length; index++)
        {
            first = new Node { Left = first, Right = null };
        }

        return first;
    }

    private sealed class Node
    {
        /// <summary>Bytes: header, type, two references.</summary>
        internal const int Size = 32;

        internal Node? Left;
        internal Node? Right;
    }
}
