using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Ownership;

/// <summary>A box owns its value until it is disposed of, and whoever comes later is told so. These sources are compiled with DEBUG.</summary>
[TestFixture]
internal sealed unsafe class BoxTests
{
    [SetUp]
    public void MakeHeap()
    {
        HeapMemory.Reset();
        TrackedValue.Ended.Clear();
    }

    [Test]
    public void TheValueIsWhereTheAddressSays()
    {
        using var box = new Box<ulong>(7);

        Assert.That(box.Value, Is.EqualTo(7));
        box.Value += 35;
        Assert.That(*(ulong*)box.Address, Is.EqualTo(42));
        *(ulong*)box.Address = 1;
        Assert.That(box.Value, Is.EqualTo(1));
        Assert.That(box.IsEmpty, Is.False);
    }

    [Test]
    public void ACopyIsTheSameBox()
    {
        var box = new Box<int>(1);
        var copy = box;
        copy.Value = 2;
        Assert.That(box.Value, Is.EqualTo(2));

        copy.Dispose();
        Assert.That(() => box.Value, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(box.Dispose, Throws.TypeOf<ObjectDisposedException>());
        CheckNothingIsLeft();
    }

    [Test]
    public void WhatIsDisposedOfIsNotUsed()
    {
        var box = new Box<int>(1);
        box.Dispose();

        Assert.That(() => box.Value, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => box.Value = 1, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => box.Address, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(box.Dispose, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(box.IsEmpty, Is.False);
    }

    [Test]
    public void ABoxInTheSameMemoryIsAnother()
    {
        var old = new Box<ulong>(1);
        var address = old.Address;
        old.Dispose();
        var boxes = new List<Box<ulong>>();
        for (var i = 0; i < 100; i++)
        {
            boxes.Add(new Box<ulong>(2));
            Assert.That(() => old.Value, Throws.TypeOf<ObjectDisposedException>());
            Assert.That(old.Dispose, Throws.TypeOf<ObjectDisposedException>());
        }

        Assert.That(boxes.Select(box => box.Address), Does.Contain(address));
        boxes.ForEach(box => box.Dispose());
        CheckNothingIsLeft();
    }

    [Test]
    public void WhateverIsInTheMemoryLaterTheBoxStaysVoid()
    {
        const int Enough = 100;
        var old = new Box<ulong>(1);
        var address = old.Address;
        old.Dispose();
        foreach (var content in (ulong[])[0, 1, 2, 8, address, 0xA5A5_A5A5_A5A5_A5A5, ulong.MaxValue])
        {
            var blocks = new List<nint>();
            while (blocks.Count < Enough && HeapMemory.TryAllocate(16, 8, out var block))
            {
                new Span<ulong>(block, 2).Fill(content);
                blocks.Add((nint)block);
            }

            Assert.That(blocks, Does.Contain((nint)address));
            Assert.That(() => old.Value, Throws.TypeOf<ObjectDisposedException>(), $"0x{content:x}");
            blocks.ForEach(block => HeapMemory.Free((void*)block, 16, 8));
        }
    }

    [Test]
    public void TheEmptyBoxOwnsNothing()
    {
        Box<int> empty = default;
        Assert.That(empty.IsEmpty, Is.True);
        Assert.That(empty.Dispose, Throws.Nothing);
        Assert.That(empty.Dispose, Throws.Nothing);
        Assert.That(() => empty.Value, Throws.TypeOf<ObjectDisposedException>());
        CheckNothingIsLeft();
    }

    [Test]
    public void TheValueEndsWithTheBox()
    {
        new Box<TrackedValue>(new TrackedValue(3)).Dispose();
        Assert.That(TrackedValue.Ended, Is.EqualTo(new[] { 3 }));

        // What a boxed value owns goes with it.
        new Box<Box<TrackedValue>>(new Box<TrackedValue>(new TrackedValue(4))).Dispose();
        Assert.That(TrackedValue.Ended, Is.EqualTo(new[] { 3, 4 }));
        CheckNothingIsLeft();
    }

    [Test]
    public void EveryTypeHasItsAlignment()
    {
        CheckAlignment<byte>(1, 8);
        CheckAlignment<Nothing>(1, 8);
        CheckAlignment<short>(2, 8);
        CheckAlignment<ulong>(8, 8);
        CheckAlignment<decimal>(16, 8);
        CheckAlignment<Packed>(9, 8);
        CheckAlignment<Int128>(16, 16);
        CheckAlignment<Vector128<byte>>(16, 16);
        CheckAlignment<Vector256<byte>>(32, 32);
        CheckAlignment<Large>(5000, 8);
        CheckNothingIsLeft();
    }

    [Test]
    public void WithoutMemoryThereIsNoBox([Values(0, 1)] int requests)
    {
        // The first request is for the value, the second for what a DEBUG build keeps beside it.
        HeapMemory.RequestsUntilFailure = requests;
        Assert.That(Box<TrackedValue>.TryCreate(new TrackedValue(1), out var box), Is.False);
        Assert.That(box.IsEmpty, Is.True);
        CheckNothingIsLeft();

        HeapMemory.RequestsUntilFailure = requests;
        Assert.That(() => new Box<long>(1), Throws.TypeOf<OutOfMemoryException>());
        CheckNothingIsLeft();
        Assert.That(TrackedValue.Ended, Is.Empty);
    }

    [Test]
    public void AFullHeapIsServedAgainOnceItsBoxesAreGone()
    {
        var counts = new HashSet<int>();
        for (var round = 0; round < 3; round++)
        {
            var boxes = new List<Box<Large>>();
            while (Box<Large>.TryCreate(default, out var box))
            {
                boxes.Add(box);
            }

            Assert.That(boxes.Select(box => box.Address).Distinct().Count(), Is.EqualTo(boxes.Count));
            boxes.ForEach(box => box.Dispose());
            CheckNothingIsLeft();
            counts.Add(boxes.Count);
        }

        Assert.That(counts, Has.Count.EqualTo(1));
        Assert.That(counts.Single(), Is.GreaterThan(45));
    }

    private static void CheckAlignment<T>(int size, nuint alignment)
        where T : unmanaged
    {
        Assert.That(sizeof(T), Is.EqualTo(size));
        var before = HeapMemory.UsedBytes;
        var boxes = new List<Box<T>>();
        for (var i = 0; i < 20; i++)
        {
            boxes.Add(new Box<T>(default));
            Assert.That((ulong)(boxes[i].Address % alignment), Is.Zero);
        }

        Assert.That(boxes.Select(box => box.Address).Distinct().Count(), Is.EqualTo(20));
        boxes.ForEach(box => box.Dispose());
        Assert.That(HeapMemory.UsedBytes, Is.EqualTo(before));
    }

    private static void CheckNothingIsLeft()
    {
        Assert.That(HeapMemory.Blocks, Is.Zero);
        Assert.That((ulong)HeapMemory.UsedBytes, Is.Zero);
    }

    private struct Nothing
    {
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Packed
    {
        public byte First;
        public ulong Second;
    }

    private struct Large
    {
        public fixed ulong Words[625];
    }
}
