using System;
using System.Runtime.CompilerServices;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What happens before a request fails, and at the heap's bound.</summary>
internal static unsafe class CollectionFailureTests
{
    private const int MiB = 1024 * 1024;

    /// <summary>More than half of the heap: it does not fit twice.</summary>
    private const int Large = 40 * MiB;

    private static object? s_kept;

    [KernelTest(Isolated = true)]
    public static void ARequestThatACollectionMakesRoomForHasNotFailed()
    {
        KeepLarge();
        s_kept = null;
        Leftovers.ScrubStack();
        s_kept = new object();
        var failures = KernelHeap.Statistics.Failures;
        Expect.True(HeapMemory.TryAllocate(Large, 8, out var block));
        Expect.Equal(failures, KernelHeap.Statistics.Failures);
        HeapMemory.Free(block, Large, 8);
    }

    [KernelTest(Isolated = true)]
    public static void ARequestThatFailsInSpiteOfACollectionHasFailedOnce()
    {
        KeepLarge();
        var list = new object();
        var before = KernelHeap.Statistics;
        var collections = KernelHeap.Collections;
        Expect.False(HeapMemory.TryAllocate(Large, 8, out _));
        Expect.Equal(before.Failures + 1, KernelHeap.Statistics.Failures);
        Expect.Equal(before.Allocations, KernelHeap.Statistics.Allocations);
        Expect.Equal(collections + 1, KernelHeap.Collections);
        GC.KeepAlive(list);
    }

    /// <summary>What was freed by hand since a collection does not hide what has become garbage since.</summary>
    [KernelTest(Isolated = true)]
    public static void ARequestDoesNotFailBecauseMuchWasFreedByHand()
    {
        Expect.True(HeapMemory.TryAllocate(Large, 8, out var block));
        GC.Collect();
        HeapMemory.Free(block, Large, 8);
        s_kept = new byte[Large - MiB];
        s_kept = null;
        Leftovers.ScrubStack();
        Expect.True(HeapMemory.TryAllocate(Large, 8, out block));
        HeapMemory.Free(block, Large, 8);
    }

    /// <summary>However the heap has grown, what is made in it is collected.</summary>
    [KernelTest(Isolated = true)]
    public static void ObjectsAreCollectedUpToTheBoundOfTheHeap()
    {
        // So large an alignment makes the heap grow to its bound at once.
        Expect.True(HeapMemory.TryAllocate(16, KernelHeap.MaximumSize, out var block));
        Expect.Equal(KernelHeap.MaximumSize, KernelHeap.Statistics.Size);
        GC.Collect();
        var before = KernelHeap.Statistics.Usage.UsedBytes;
        KeepMany();
        s_kept = null;
        Leftovers.ScrubStack();
        GC.Collect();
        Expect.Equal(before, KernelHeap.Statistics.Usage.UsedBytes);
        HeapMemory.Free(block, 16, KernelHeap.MaximumSize);
    }

    /// <summary>The bitmaps of what the heap did not become are given back.</summary>
    [KernelTest(Isolated = true, Machine = "memory=24M")]
    public static void ARequestThatFailsLeavesTheFramesAsTheyWere()
    {
        GC.Collect();
        var before = KernelMemory.Frames.FreeFrames;
        Expect.False(HeapMemory.TryAllocate(Large, 8, out _));
        Expect.False(HeapMemory.TryAllocate(nuint.MaxValue, 8, out _));
        Expect.Equal(before, KernelMemory.Frames.FreeFrames);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepLarge()
    {
        s_kept = new byte[Large];
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void KeepMany()
    {
        var all = new byte[Large / MiB][];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = new byte[MiB];
        }

        s_kept = all;
    }
}
