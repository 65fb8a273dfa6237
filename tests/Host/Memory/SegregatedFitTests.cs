using System.Runtime.InteropServices;
using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>The parts under the default allocator, by themselves.</summary>
[TestFixture]
internal sealed unsafe class SegregatedFitTests
{
    private const uint Granule = HeapGranule.Size;
    private const uint LargestLength = 0x7fff_fff0;

    [Test]
    public void ListsAreInTheOrderOfLengths()
    {
        var previous = LengthLists.For(Granule);
        Assert.That(previous, Is.GreaterThanOrEqualTo((nuint)LengthLists.First));
        foreach (var length in Lengths().Skip(1))
        {
            var list = LengthLists.For(length);
            if (list < previous)
            {
                Assert.Fail($"list {list} of {length} bytes comes before list {previous} of less");
            }

            previous = list;
        }

        Assert.That(LengthLists.FirstOfAtLeast(LargestLength), Is.LessThan((nuint)(LengthLists.First + LengthLists.Count)));
        Assert.That(LengthLists.GroupOf(LengthLists.FirstOfAtLeast(LargestLength)) - LengthLists.FirstGroup, Is.LessThan((nuint)LengthLists.GroupCount));
    }

    [Test]
    public void EveryBlockOfTheListThatIsFoundIsLongEnough()
    {
        foreach (var length in Lengths())
        {
            var list = LengthLists.FirstOfAtLeast(length);
            // What is one granule shorter is in a list before it, and what is longest in the list is hardly longer than wanted.
            var isTooShortAbove = length > Granule && LengthLists.For(length - Granule) >= list;
            var isWasteful = LengthLists.For((nuint)((length * 65ul / 64) + Granule)) < list;
            if (isTooShortAbove || isWasteful)
            {
                Assert.Fail($"list {list} for {length} bytes");
            }
        }
    }

    [Test]
    public void LengthsInAListDifferByLessThanOneInSixtyFour()
    {
        var shortest = new Dictionary<nuint, ulong>();
        foreach (var length in Lengths())
        {
            var first = shortest.GetValueOrDefault(LengthLists.For(length), length);
            shortest[LengthLists.For(length)] = first;
            if ((length - first) * 64 >= first)
            {
                Assert.Fail($"{length} bytes are in one list with {first}");
            }
        }
    }

    [Test]
    public void ToTurnOverTwiceIsToDoNothing()
    {
        const int End = 64 * 1024;
        var size = BoundaryMap.Size(End);
        var records = (byte*)NativeMemory.Alloc(size);
        NativeMemory.Fill(records, size, 0xA5);
        var map = default(BoundaryMap);
        map.Initialize(records, End);
        Assert.That((ulong)map.CountSet(End), Is.Zero);
        var random = new Random(1);
        var model = new HashSet<nuint>();
        for (var i = 0; i < 10_000; i++)
        {
            var start = (nuint)random.Next(1, End / (int)Granule) * Granule;
            var end = (nuint)random.Next((int)(start / Granule) + 1, (End / (int)Granule) + 1) * Granule;
            map.Toggle(start, end);
            foreach (var offset in (nuint[])[start, end])
            {
                if (!model.Remove(offset))
                {
                    model.Add(offset);
                }
            }

            Assert.That(map.IsSet(start), Is.EqualTo(model.Contains(start)));
        }

        Assert.That(map.CountSet(End), Is.EqualTo((nuint)model.Count));
        var found = new List<nuint>();
        for (var offset = map.NextSet(0, End); offset <= End; offset = map.NextSet(offset + Granule, End))
        {
            found.Add(offset);
        }

        Assert.That(found, Is.EqualTo(model.Order()));
        NativeMemory.Free(records);
    }

    [Test]
    public void TheCacheLosesWhatLargeRequestsNeed()
    {
        const int Size = 1024 * 1024;
        const int Blocks = 500;
        using var driver = new AllocatorDriver<FixedSizeBlockAllocator>(Size, Size);
        for (var i = 0; i < Blocks; i++)
        {
            driver.Allocate(64, 8);
        }

        driver.FreeAll(new Random(1));
        Assert.That(driver.Allocator.Usage.LargestFreeBlock, Is.LessThan((nuint)(Size - (Blocks * 60))), "freed blocks are kept aside at first");
        for (var i = 0; i < 40; i++)
        {
            Assert.That(driver.Allocate(2000, 8), Is.True);
        }

        driver.FreeAll(new Random(1));
        driver.Verify();
        Assert.That(driver.Allocator.Usage.LargestFreeBlock, Is.EqualTo((nuint)Size));
    }

    [Test]
    public void TheCacheHoldsNoMoreThanItsCapacity()
    {
        const int Size = 4 * 1024 * 1024;
        using var driver = new AllocatorDriver<FixedSizeBlockAllocator>(Size, Size);
        for (var i = 0; i < BlockCache.MaximumCapacity * 3; i++)
        {
            driver.Allocate((nuint)(i % 1024) + 1, 8);
        }

        driver.FreeAll(new Random(1));
        driver.Verify();
        Assert.That(driver.Allocator.Usage.LargestFreeBlock, Is.GreaterThan((nuint)(Size - (BlockCache.MaximumCapacity * 2048))));
    }

    /// <summary>All short lengths, and the ones around each bound of a list above.</summary>
    private static IEnumerable<nuint> Lengths()
    {
        const uint AllUpTo = 256 * 1024;
        for (nuint length = Granule; length < AllUpTo; length += Granule)
        {
            yield return length;
        }

        for (ulong doubling = AllUpTo; doubling <= LargestLength; doubling *= 2)
        {
            for (ulong step = 0; step < 64; step++)
            {
                var bound = (nuint)(doubling + (doubling / 64 * step));
                yield return bound;
                yield return bound + Granule;
                yield return bound + (nuint)(doubling / 64) - Granule;
            }
        }
    }
}
