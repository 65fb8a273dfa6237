using NUnit.Framework;
using Tarn.Collecting;

namespace Tarn.Tests.Host.Memory;

/// <summary>Marking and sweeping, against a model that follows references by itself.</summary>
[TestFixture]
internal sealed unsafe class ObjectHeapTests
{
    private const nuint RangeSize = 8 * 1024 * 1024;

    /// <summary>Random graphs of all kinds of objects, with a mark stack that is never full, often, and nearly always.</summary>
    [Test]
    public void WhatIsReachableStaysAndAllElseGoes([Range(1, 25)] int seed, [Values(64, 512, 65536)] int stackSize)
    {
        using var objects = new SimulatedObjects(RangeSize, (nuint)stackSize);
        var random = new Random(seed);
        var all = new List<nuint>();
        for (var index = 0; index < 3000; index++)
        {
            all.Add(random.Next(5) switch
            {
                0 => objects.Make(objects.Leaf),
                1 => objects.Make(objects.References, random.Next(4) == 0 ? random.Next(600) : random.Next(8)),
                2 => objects.Make(objects.Structs, random.Next(4) == 0 ? random.Next(100) : random.Next(4)),
                _ => objects.Make(objects.Node),
            });
            objects.Skip((nuint)(random.Next(3) == 0 ? 8 * random.Next(200) : 0));
        }

        foreach (var slot in all.SelectMany(objects.Slots))
        {
            if (random.Next(3) == 0)
            {
                SimulatedObjects.Write(slot, all[random.Next(all.Count)]);
            }
        }

        for (var round = 0; round < 3; round++)
        {
            var words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => all[random.Next(all.Count)]).ToArray();
            var expected = Reachable(objects, words);
            var swept = Collect(objects, [.. words.Select(word => word + (nuint)random.Next(16)), (nuint)random.NextInt64()], out var result);

            Assert.That(swept, Is.EquivalentTo(all.Except(expected).Select(reference => (reference - 8, objects.Blocks[reference - 8]))));
            Assert.That(result.LiveObjects, Is.EqualTo(expected.Count));
            Assert.That(result.SweptObjects, Is.EqualTo(all.Count - expected.Count));
            Assert.That(objects.Heap.FindFault(0, nuint.MaxValue), Is.EqualTo((nuint)0));
            all = [.. expected];
        }
    }

    /// <summary>Each node refers to the one before and to another object, so that the stack holds one more for every step.</summary>
    [TestCase(64)]
    [TestCase(4096)]
    public void AStackThatIsTooShortLosesNothing(int stackSize)
    {
        using var objects = new SimulatedObjects(RangeSize, (nuint)stackSize);
        nuint last = 0;
        for (var index = 0; index < 5000; index++)
        {
            var node = objects.Make(objects.Node);
            var other = objects.Make(objects.Node);
            SimulatedObjects.Write(node + 40, other);
            SimulatedObjects.Write(node + 8, last);
            last = node;
        }

        Assert.That(Collect(objects, [last], out var result), Is.Empty);
        Assert.That(result.LiveObjects, Is.EqualTo(10_000));
        Assert.That(result.Overflows, Is.Positive);
    }

    /// <summary>An object is found from every address in it, and from no other: not from that directly behind it, where a heap may have a free block.</summary>
    [Test]
    public void AnObjectIsFoundFromAddressesIntoIt()
    {
        using var objects = new SimulatedObjects(RangeSize, 4096);
        objects.Skip(1000);
        var small = objects.Make(objects.Leaf);
        objects.Skip(4096);
        var large = objects.Make(objects.References, 200_000);
        var end = objects.End;

        Assert.That(objects.Heap.Find(small - 1), Is.EqualTo((nuint)0));
        Assert.That(objects.Heap.Find(small), Is.EqualTo(small));
        Assert.That(objects.Heap.Find(small + 23), Is.EqualTo(small));
        Assert.That(objects.Heap.Find(small + 24), Is.EqualTo((nuint)0));
        Assert.That(objects.Heap.Find(large - 1), Is.EqualTo((nuint)0));
        for (var address = large; address < end; address += 997)
        {
            Assert.That(objects.Heap.Find(address), Is.EqualTo(large));
        }

        Assert.That(objects.Heap.Find(end), Is.EqualTo((nuint)0));
        Assert.That(objects.Heap.Find(objects.Start - 8), Is.EqualTo((nuint)0));
        Assert.That(objects.Heap.Find(objects.Start + RangeSize), Is.EqualTo((nuint)0));
    }

    /// <summary>What is wrong in memory is found before it is followed.</summary>
    [Test]
    public void VerificationFindsObjectsThatOverlapAndTypesThatAreNone()
    {
        using var objects = new SimulatedObjects(RangeSize, 4096);
        var first = objects.Make(objects.References, 4);
        var second = objects.Make(objects.Leaf);
        Assert.That(objects.Heap.FindFault(0, nuint.MaxValue), Is.EqualTo((nuint)0));

        *(int*)(first + 8) = 5;
        Assert.That(objects.Heap.FindFault(0, nuint.MaxValue), Is.EqualTo(second));

        *(int*)(first + 8) = 4;
        SimulatedObjects.Write(second, objects.Leaf + 1);
        Assert.That(objects.Heap.FindFault(0, nuint.MaxValue), Is.EqualTo(second));
    }

    private static HashSet<nuint> Reachable(SimulatedObjects objects, IEnumerable<nuint> roots)
    {
        var reachable = new HashSet<nuint>();
        var pending = new Stack<nuint>(roots);
        while (pending.TryPop(out var reference))
        {
            if (reference != 0 && reachable.Add(reference))
            {
                foreach (var slot in objects.Slots(reference))
                {
                    pending.Push(SimulatedObjects.Read(slot));
                }
            }
        }

        return reachable;
    }

    private static List<(nuint Block, nuint Size)> Collect(SimulatedObjects objects, nuint[] words, out CollectionResult result)
    {
        var roots = new Words { Values = words, Swept = [] };
        result = objects.Heap.Collect(ref roots);
        return roots.Swept;
    }

    private struct Words : ICollectionRoots
    {
        public nuint[] Values;
        public List<(nuint Block, nuint Size)> Swept;

        public readonly void MarkRoots(ref ObjectHeap heap)
        {
            fixed (nuint* values = Values)
            {
                heap.MarkConservatively(values, values + Values.Length);
            }
        }

        public readonly void MarkLateRoots(ref ObjectHeap heap)
        {
        }

        public readonly void OnMarked(ref ObjectHeap heap)
        {
        }

        public readonly void Free(void* block, nuint size)
        {
            Swept.Add(((nuint)block, size));

            // Whoever reads it after that reads nonsense.
            new Span<byte>(block, (int)size).Fill(0xDB);
        }
    }
}
