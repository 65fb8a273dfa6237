using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Bench;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>What comes out of the workloads, whatever they cost: nothing fails that must not, and the heap is as dense as it should be.</summary>
[TestFixture]
internal sealed unsafe class WorkloadTests
{
    private const int Seeds = 100;

    [Test]
    public void TheRandomNumbersAreThoseThatEverybodyUses()
    {
        var usual = new BenchRandom(BenchRandom.UsualSeed);
        var one = new BenchRandom(1);
        Assert.That((ulong[])[usual.Next(), usual.Next(), usual.Next()], Is.EqualTo((ulong[])[0x0d83b3e29a21487a, 0x54c44c79f1fe9d67, 0xa845f342007a0e78]));
        Assert.That((ulong[])[one.Next(), one.Next()], Is.EqualTo((ulong[])[0x47e4ce4b896cdd1d, 0xabcfa6a8e079651d]));
    }

    [Test]
    public void MixedSizesNeverFail([Values(typeof(LinkedListAllocator), typeof(FixedSizeBlockAllocator))] Type allocator)
    {
        var result = allocator == typeof(LinkedListAllocator) ? RunW4<LinkedListAllocator>() : RunW4<FixedSizeBlockAllocator>();
        Assert.Multiple(() =>
        {
            Assert.That(result.Failures, Is.Zero);
            Assert.That(result.CorruptBlocks, Is.Zero);
            Assert.That(result.Allocations, Is.EqualTo(100_122));
            Assert.That(result.LiveBlocks, Is.EqualTo(244));
            Assert.That(result.LiveBytes, Is.EqualTo(124_564));
            Assert.That(result.RandomState, Is.EqualTo(0x15ac59f18830fcbf));
        });
    }

    [Test]
    public void ALinkedListIsAsDenseAsTheFirstFitCanBe() =>
        Assert.That(RunW5<LinkedListAllocator>() / Seeds / WorkloadHeap<LinkedListAllocator>.Size, Is.GreaterThanOrEqualTo(0.926));

    [Test]
    public void FixedSizeBlocksAreDenserThanAnyPeerEvenWithTheirBookkeeping()
    {
        const double range = WorkloadHeap<FixedSizeBlockAllocator>.Size;
        // A bit for each granule, in builds without an audit of what is in use.
        const double bookkeeping = (range / 128) + sizeof(ulong);
        var live = RunW5<FixedSizeBlockAllocator>() / Seeds;
        Assert.That(live / range, Is.GreaterThanOrEqualTo(0.953));
        Assert.That(live / (range + bookkeeping), Is.GreaterThanOrEqualTo(0.944));
    }

    [Test]
    public void AHeapThatWasFullOfSmallBlocksServesLargeOnes()
    {
        Assert.Multiple(() =>
        {
            Assert.That(RunW9<BumpAllocator>(), Is.EqualTo(256));
            Assert.That(RunW9<LinkedListAllocator>(), Is.EqualTo(256));
            Assert.That(RunW9<FixedSizeBlockAllocator>(), Is.EqualTo(256));
        });
    }

    [Test]
    public void EqualBlocksComeAndGo([Values] bool isReversed)
    {
        RunW1To3<BumpAllocator>(isReversed);
        RunW1To3<LinkedListAllocator>(isReversed);
        RunW1To3<FixedSizeBlockAllocator>(isReversed);
    }

    private static void RunW1To3<TAllocator>(bool isReversed)
        where TAllocator : struct, IHeapAllocator
    {
        using var heap = new WorkloadHeap<TAllocator>();
        heap.Renew();
        Assert.That(HeapWorkloads<WorkloadHeap<TAllocator>>.RunW1() != 0, Is.True);
        heap.Renew();
        var blocks = new nuint[HeapWorkloads<WorkloadHeap<TAllocator>>.BlocksPerRound];
        fixed (nuint* room = blocks)
        {
            HeapWorkloads<WorkloadHeap<TAllocator>>.RunW2OrW3(room, isReversed);
        }

        Assert.That(blocks, Has.None.EqualTo((nuint)0));
        Assert.That(blocks.Distinct().Count(), Is.EqualTo(blocks.Length));
        Assert.That(WorkloadHeap<TAllocator>.FindFault().Exists, Is.False);
    }

    private static W4Result RunW4<TAllocator>()
        where TAllocator : struct, IHeapAllocator
    {
        using var heap = new WorkloadHeap<TAllocator>();
        heap.Renew();
        var meter = default(NoMeter);
        fixed (BlockSlot* slots = new BlockSlot[HeapWorkloads<WorkloadHeap<TAllocator>>.SlotsOfW4])
        {
            var result = HeapWorkloads<WorkloadHeap<TAllocator>>.RunW4(slots, ref meter);
            Assert.That(WorkloadHeap<TAllocator>.FindFault().Exists, Is.False);
            return result;
        }
    }

    /// <returns>Live bytes, summed over all seeds.</returns>
    private static double RunW5<TAllocator>()
        where TAllocator : struct, IHeapAllocator
    {
        using var heap = new WorkloadHeap<TAllocator>();
        double live = 0;
        fixed (BlockSlot* blocks = new BlockSlot[HeapWorkloads<WorkloadHeap<TAllocator>>.MaximumBlocksOfW5])
        {
            for (uint seed = 1; seed <= Seeds; seed++)
            {
                heap.Renew();
                live += HeapWorkloads<WorkloadHeap<TAllocator>>.RunW5(seed, blocks).LiveBytes;
                Assert.That(WorkloadHeap<TAllocator>.FindFault().Exists, Is.False);
            }
        }

        return live;
    }

    private static int RunW9<TAllocator>()
        where TAllocator : struct, IHeapAllocator
    {
        using var heap = new WorkloadHeap<TAllocator>();
        heap.Renew();
        fixed (nuint* blocks = new nuint[HeapWorkloads<WorkloadHeap<TAllocator>>.MaximumBlocksOfW9])
        {
            return HeapWorkloads<WorkloadHeap<TAllocator>>.RunW9(blocks);
        }
    }
}
