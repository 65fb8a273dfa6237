using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>What every allocator promises, against a shadow of its range.</summary>
[TestFixture(TypeArgs = [typeof(BumpAllocator)])]
[TestFixture(TypeArgs = [typeof(LinkedListAllocator)])]
[TestFixture(TypeArgs = [typeof(FixedSizeBlockAllocator)])]
internal sealed unsafe class AllocatorTests<TAllocator>
    where TAllocator : struct, IHeapAllocator
{
    private const int Operations = 100_000;
    private const int KiB = 1024;
    private const nuint LargestSize = 64 * KiB, LargestAlignment = 4 * KiB;

    [Test]
    public void EveryAnswerIsTheModels([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        using var driver = new AllocatorDriver<TAllocator>(Granules(random, 1 * KiB, 512 * KiB), 4096 * KiB);
        // How likely it is that a block is taken rather than freed, in a thousand; it changes from time to time.
        var taking = 600;
        for (var step = 0; step < Operations; step++)
        {
            if (random.Next(1000) < taking)
            {
                driver.Allocate(RandomSize(random), RandomAlignment(random));
            }
            else if (driver.Model.Blocks.Count > 0)
            {
                driver.Free(random.Next(driver.Model.Blocks.Count));
            }

            switch (random.Next(5000))
            {
                case < 5:
                    taking = random.Next(300, 700);
                    break;
                case < 7 when driver.Model.Growth > 0:
                    driver.Extend(Granules(random, 0, nuint.Min(driver.Model.Growth, 128 * KiB)));
                    break;
                case < 9:
                    driver.FreeAll(random);
                    break;
                case < 14:
                    driver.Verify();
                    break;
                case < 34 when driver.Model.Blocks.Count > 0:
                    FreeTwice(driver, random.Next(driver.Model.Blocks.Count));
                    break;
            }
        }

        driver.Verify();
        driver.FreeAll(random);
        TakeItAll(driver);
    }

    /// <summary>Short runs that shrink to the few operations that matter, should one fail.</summary>
    [Test]
    public void NoSequenceOfOperationsBreaksAnInvariant() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<uint[]>(),
            numbers =>
            {
                using var driver = new AllocatorDriver<TAllocator>(4 * KiB, 64 * KiB);
                foreach (var number in numbers)
                {
                    Perform(driver, number * 2_654_435_761u);
                    driver.Verify();
                }

                driver.FreeAll(new Random(1));
                TakeItAll(driver);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(300));

    [Test]
    public void AllThatIsFreedCanBeTakenInOnePiece([Values(0, 1, 2)] int order)
    {
        using var driver = new AllocatorDriver<TAllocator>(256 * KiB, 256 * KiB);
        var random = new Random(order);
        while (driver.Allocate((nuint)random.Next(1, 700), 8))
        {
        }

        Assert.That(driver.Model.Blocks, Has.Count.GreaterThan(500));
        while (driver.Model.Blocks.Count > 0)
        {
            driver.Free(order switch { 0 => 0, 1 => driver.Model.Blocks.Count - 1, _ => random.Next(driver.Model.Blocks.Count) });
        }

        driver.Verify();
        TakeItAll(driver);
    }

    [TestCase(0u)]
    [TestCase(1u)]
    [TestCase(15u)]
    [TestCase(16u)]
    [TestCase(17u)]
    public void BlocksOfTheSmallestSizesAreApart(uint size)
    {
        using var driver = new AllocatorDriver<TAllocator>(4 * KiB, 4 * KiB);
        for (var i = 0; i < 10; i++)
        {
            Assert.That(driver.Allocate(size, 8), Is.True);
        }

        Assert.That(driver.Model.Blocks.Select(block => block.Address).Distinct().Count(), Is.EqualTo(10));
        driver.Verify();
        driver.FreeAll(new Random(1));
        driver.Verify();
    }

    [Test]
    public void AWholeRangeCanBeOneBlock([Values(16u, 1024u, 4096u, 100u * 1024u, 1_000_000u)] uint size)
    {
        using var driver = new AllocatorDriver<TAllocator>(size, size);
        for (var round = 0; round < 3; round++)
        {
            Assert.That(driver.Allocate(size, 8), Is.True);
            Assert.That(driver.Allocate(1, 8), Is.False);
            driver.Verify();
            driver.Free(0);
            Assert.That(driver.Allocate(size + 1, 8), Is.False);
        }
    }

    [Test]
    public void EveryPowerOfTwoIsAnAlignment([Range(0, 16)] int shift)
    {
        using var driver = new AllocatorDriver<TAllocator>(512 * KiB, 512 * KiB);
        for (var i = 0; i < 3; i++)
        {
            Assert.That(driver.Allocate(40, 8), Is.True);
            Assert.That(driver.Allocate(100, (nuint)1 << shift), Is.True);
        }

        driver.Verify();
        driver.FreeAll(new Random(1));
        driver.Verify();
    }

    [Test]
    public void NoOtherNumberIsAnAlignment()
    {
        using var driver = new AllocatorDriver<TAllocator>(4 * KiB, 4 * KiB);
        Assert.Multiple(() =>
        {
            foreach (var alignment in (nuint[])[0, 3, 5, 6, 7, 9, 12, 15, 17, 24, 48, 63, 65, 96, 4095, nuint.MaxValue, nuint.MaxValue - 7])
            {
                foreach (var size in (nuint[])[0, 1, 16, 100, 2000, nuint.MaxValue])
                {
                    Assert.That(driver.TakeUnchecked(size, alignment) is null, Is.True, $"{size} aligned to {alignment}");
                }
            }
        });
        driver.Verify();
    }

    [Test]
    public void SizesAndAlignmentsBeyondTheRangeAreRefused()
    {
        using var driver = new AllocatorDriver<TAllocator>(64 * KiB, 64 * KiB);
        driver.Allocate(32, 8);
        var before = driver.Model.UsedBytes;
        Assert.Multiple(() =>
        {
            foreach (var alignment in (nuint[])[1, 8, 16, 64, 4096, (nuint)1 << 31, (nuint)1 << 32, (nuint)1 << 62, (nuint)1 << 63])
            {
                foreach (var below in (nuint[])[0, 1, 7, 8, 15, 16, 31, 32, 4095, 4096, 65536])
                {
                    foreach (var top in (nuint[])[nuint.MaxValue, (nuint)1 << 63, (nuint)1 << 32, (nuint)1 << 31, 0x4000_0000])
                    {
                        var block = driver.TakeUnchecked(top - below, alignment);
                        Assert.That(block is null, Is.True, $"{top} - {below} aligned to {alignment}");
                    }
                }
            }
        });
        Assert.That(driver.Model.UsedBytes, Is.EqualTo(before));
        driver.Verify();
    }

    [Test]
    public void AnAlignmentBeyondTheRangeIsMetWhereTheAddressHasIt()
    {
        using var driver = new AllocatorDriver<TAllocator>(4 * KiB, 4 * KiB);
        var alignment = (nuint)1 << System.Numerics.BitOperations.TrailingZeroCount((nuint)driver.Start);
        Assert.That(driver.Allocate(100, alignment), Is.True);
        Assert.That(driver.Allocate(100, alignment * 2), Is.False);
        driver.Verify();
    }

    [Test]
    public void NothingIsServedBeforeThereIsARange()
    {
        TAllocator allocator = default;
        Assert.Multiple(() =>
        {
            foreach (var size in (nuint[])[0, 1, 16, 1024, 1025, 100_000, nuint.MaxValue])
            {
                foreach (var alignment in (nuint[])[1, 8, 16, 64, 4096])
                {
                    var isServed = allocator.TryAllocateQuickly(size, alignment, out var quick) && quick is not null;
                    Assert.That(isServed || allocator.AllocateSlowly(size, alignment) is not null, Is.False, $"{size} aligned to {alignment}");
                }
            }
        });
        Assert.That(allocator.FindFault().Kind, Is.EqualTo(HeapFaultKind.NotInitialized));
    }

    [TestCase(0u, 0u)]
    [TestCase(0u, 8u)]
    [TestCase(0u, 24u)]
    [TestCase(8u, 32u)]
    [TestCase(1u, 32u)]
    public void RangesThatAreNotWholeGranulesAreRefused(uint offset, uint size)
    {
        using var memory = new HeapMemory(4 * KiB, TAllocator.BookkeepingSize(4 * KiB));
        Assert.That(() => default(TAllocator).Initialize(memory.Start + offset, size, memory.Bookkeeping), Throws.ArgumentException);
    }

    [Test]
    public void ARangeThatIsExtendedServesWhatSpansTheSeam()
    {
        using var driver = new AllocatorDriver<TAllocator>(4 * KiB, 16 * KiB);
        Assert.That(driver.Allocate(3 * KiB, 8), Is.True);
        Assert.That(driver.Allocate(4 * KiB, 8), Is.False);
        driver.Extend(4 * KiB);
        driver.Verify();
        Assert.That(driver.Allocate(4 * KiB, 8), Is.True);
        driver.Extend(0);
        Assert.That(driver.Allocate(KiB, 8), Is.True);
        Assert.That(driver.Allocate(1, 8), Is.False);
        driver.Extend(16);
        Assert.That(driver.Allocate(16, 8), Is.True);
        driver.Verify();
        Assert.That(() => driver.Allocator.TryExtend(8), Throws.ArgumentException);
        Assert.That(driver.Allocator.TryExtend(nuint.MaxValue - 15), Is.False);
        driver.Verify();
    }

    [Test]
    public void WhatCannotBeFreedIsSaidInDebugBuilds()
    {
        using var driver = new AllocatorDriver<TAllocator>(16 * KiB, 16 * KiB);
        var first = driver.TakeUnchecked(100, 8);
        var second = driver.TakeUnchecked(2000, 64);
        var outside = stackalloc byte[16];
        Assert.Multiple(() =>
        {
            Assert.That(MisuseOf(driver, outside, 16, 8), Is.EqualTo(HeapMisuse.ForeignPointer));
            Assert.That(MisuseOf(driver, null, 16, 8), Is.EqualTo(HeapMisuse.ForeignPointer));
            Assert.That(MisuseOf(driver, (byte*)first + 8, 16, 8), Is.EqualTo(HeapMisuse.ForeignPointer));
            Assert.That(MisuseOf(driver, driver.Start + (16 * KiB), 16, 8), Is.EqualTo(HeapMisuse.ForeignPointer));
            Assert.That(MisuseOf(driver, (byte*)first + 16, 84, 8), Is.EqualTo(HeapMisuse.NotInUse));
            Assert.That(MisuseOf(driver, driver.Start + (12 * KiB), 100, 8), Is.EqualTo(HeapMisuse.NotInUse));
            Assert.That(MisuseOf(driver, first, 96, 8), Is.EqualTo(HeapMisuse.WrongSize));
            Assert.That(MisuseOf(driver, first, 113, 8), Is.EqualTo(HeapMisuse.WrongSize));
            Assert.That(MisuseOf(driver, second, nuint.MaxValue, 64), Is.EqualTo(HeapMisuse.WrongSize));
        });
        driver.Allocator.Verify();

        driver.FreeUnchecked(first, 100, 8);
        Assert.That(MisuseOf(driver, first, 100, 8), Is.EqualTo(HeapMisuse.NotInUse));
        driver.FreeUnchecked(second, 2000, 64);
        Assert.That(MisuseOf(driver, second, 2000, 64), Is.EqualTo(HeapMisuse.NotInUse));
        driver.Allocator.Verify();
        Assert.That((ulong)driver.Allocator.Usage.UsedBytes, Is.Zero);
    }

    /// <summary>Frees a block, and again; the second time is refused, and what follows shows that it has changed nothing.</summary>
    private static void FreeTwice(AllocatorDriver<TAllocator> driver, int index)
    {
        var block = driver.Model.Blocks[index];
        driver.Free(index);
        if (MisuseOf(driver, (void*)block.Address, block.Size, block.Alignment) != HeapMisuse.NotInUse)
        {
            Assert.Fail("a double free was taken for something else");
        }
    }

    private static HeapMisuse MisuseOf(AllocatorDriver<TAllocator> driver, void* block, nuint size, nuint alignment)
    {
        var exception = Assert.Throws<HeapMisuseException>(() => driver.FreeUnchecked(block, size, alignment))!;
        Assert.That(exception.Address, Is.EqualTo((nuint)block));
        Assert.That(exception.Message, Does.Contain($"0x{(nuint)block:x}"));
        return exception.Misuse;
    }

    private static void TakeItAll(AllocatorDriver<TAllocator> driver)
    {
        Assert.That(driver.Allocate(driver.Model.Size, 8), Is.True, "all blocks are free, so the whole range is one");
        driver.Verify();
    }

    private static void Perform(AllocatorDriver<TAllocator> driver, uint number)
    {
        var argument = number >> 8;
        switch (number % 16)
        {
            case < 5:
                driver.Allocate(argument % 300, 8);
                break;
            case < 7:
                driver.Allocate(argument % 5000, 8);
                break;
            case < 9:
                driver.Allocate(argument % 2000, (nuint)1 << (int)(argument % 13));
                break;
            case 9 when driver.Model.Growth > 0:
                driver.Extend(nuint.Min(argument % 256 * HeapGranule.Size, driver.Model.Growth));
                break;
            default:
                if (driver.Model.Blocks.Count > 0)
                {
                    driver.Free((int)(argument % (uint)driver.Model.Blocks.Count));
                }

                break;
        }
    }

    private static nuint RandomSize(Random random) => random.Next(100) switch
    {
        < 1 => 0,
        < 60 => (nuint)random.Next(1, 256),
        < 85 => (nuint)random.Next(1, 2048),
        < 97 => (nuint)random.Next(1, 16 * KiB),
        _ => (nuint)random.Next(1, (int)LargestSize + 1),
    };

    private static nuint RandomAlignment(Random random) =>
        random.Next(100) < 75 ? 8 : (nuint)1 << random.Next(0, System.Numerics.BitOperations.Log2(LargestAlignment) + 1);

    private static nuint Granules(Random random, nuint least, nuint most) =>
        (nuint)random.NextInt64((long)least, (long)most + 1) / HeapGranule.Size * HeapGranule.Size;
}
