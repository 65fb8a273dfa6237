using System;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Box, Rc and Weak on the kernel's heap. What holds of their counts, and in DEBUG builds of their misuse, is tested on .NET.</summary>
internal static unsafe class OwnershipTests
{
#if DEBUG
    private const int PointersOfAnOwner = 3;

    /// <summary>Blocks that an owner takes beside that of the value.</summary>
    private const ulong BlocksBeside = 1;
#else
    private const int PointersOfAnOwner = 1;

    /// <summary>Blocks that an owner takes beside that of the value.</summary>
    private const ulong BlocksBeside = 0;
#endif

    private static int s_ended;

    /// <summary>The example of docs/memory.md.</summary>
    [KernelTest(LogContains = "heap value at 0x4444*\n41, 1 share left\nanother one to be had: False\n")]
    public static void ABoxOwnsAndSharesAreCounted()
    {
        using (var box = new Box<int>(41))
        {
            Console.WriteLine($"heap value at 0x{box.Address:x}");
            box.Value++;
        }

        var share = new Rc<int>(41);
        var another = share.Share();
        var weak = share.Downgrade();
        another.Dispose();
        Console.WriteLine($"{share.Value}, {share.StrongCount} share left");

        share.Dispose();
        Console.WriteLine($"another one to be had: {weak.TryUpgrade(out _)}");
        weak.Dispose();
    }

    [KernelTest]
    public static void AnOwnerIsOnePointer()
    {
        Expect.Equal(PointersOfAnOwner * sizeof(nuint), sizeof(Box<byte>));
        Expect.Equal(PointersOfAnOwner * sizeof(nuint), sizeof(Rc<Box<int>>));
        Expect.Equal(PointersOfAnOwner * sizeof(nuint), sizeof(Weak<Ending>));
    }

    [KernelTest]
    public static void ABlockForEachValueAndNothingElse()
    {
        s_ended = 0;
        var before = KernelHeap.Statistics;
        var box = new Box<Ending>(new Ending(1));
        var share = new Rc<Ending>(new Ending(10));
        var another = share.Share();
        var weak = another.Downgrade();
        var made = KernelHeap.Statistics.Allocations;
        box.Dispose();
        share.Dispose();
        var endedFirst = s_ended;
        another.Dispose();
        var endedLast = s_ended;
        weak.Dispose();
        var after = KernelHeap.Statistics;

        Expect.Equal(before.Allocations + 2 + (4 * BlocksBeside), made);
        Expect.Equal((1, 11), (endedFirst, endedLast));
#if !DEBUG
        // Not even to call the values' own Dispose. (Code that is not optimised makes an object for that.)
        Expect.Equal(made, after.Allocations);
        if (KernelAllocator.Reuse == HeapReuse.AtOnce)
        {
            Expect.Equal(before.Usage.UsedBytes, after.Usage.UsedBytes);
        }
#endif
        Expect.False(KernelHeap.FindFault().Exists);
    }

    [KernelTest]
    public static void AValueInAValueGoesWithIt()
    {
        s_ended = 0;
        var box = new Box<Box<Ending>>(new Box<Ending>(new Ending(5)));
        Expect.Equal(5, box.Value.Value.Amount);
        box.Dispose();
        Expect.Equal(5, s_ended);
    }

    [KernelTest]
    public static void ValuesHaveTheirAlignment()
    {
        var small = new Box<byte>(1);
        var wide = new Box<Int128>(Int128.MaxValue);
        var shared = new Rc<Int128>(Int128.MinValue);
        Expect.Equal((nuint)0, (small.Address % 8) + (wide.Address % 16) + (shared.Address % 16));
        Expect.True(wide.Value == Int128.MaxValue && shared.Value == Int128.MinValue);
        small.Dispose();
        wide.Dispose();
        shared.Dispose();
    }

#if DEBUG
    [KernelTest(ShouldPanicLike = "*A value was used, or given up, through an owner that has none any more.*")]
    public static void ABoxIsNotDisposedOfTwice()
    {
        var box = new Box<int>(1);
        box.Dispose();
        box.Dispose();
    }
#endif

    /// <summary>A value that adds to a sum when it ends.</summary>
    private readonly struct Ending(int amount) : IDisposable
    {
        public int Amount => amount;

        public void Dispose() => s_ended += amount;
    }
}
