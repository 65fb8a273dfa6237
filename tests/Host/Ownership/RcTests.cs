using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Ownership;

/// <summary>Shares and weak references against a model of their counts. These sources are compiled with DEBUG.</summary>
[TestFixture]
internal sealed unsafe class RcTests
{
    [SetUp]
    public void MakeHeap()
    {
        HeapMemory.Reset();
        TrackedValue.Ended.Clear();
    }

    [Test]
    public void NoSequenceOfOperationsMiscounts() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<uint[]>(),
            numbers =>
            {
                MakeHeap();
                var model = new RcModel();
                foreach (var number in numbers)
                {
                    model.Perform(number * 2_654_435_761u);
                }

                model.DisposeOfAll();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(150));

    [Test]
    public void ThousandsOfOperationsLoseNothing([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        var model = new RcModel();
        for (var step = 0; step < 2_000; step++)
        {
            model.Perform((uint)random.NextInt64(1L << 32));
        }

        model.DisposeOfAll();
    }

    [Test]
    public void SharesSeeTheSameValue()
    {
        var first = new Rc<int>(1);
        var second = first.Share();
        second.Value = 5;
        Assert.That(first.Value, Is.EqualTo(5));
        Assert.That(second.Address, Is.EqualTo(first.Address));
        Assert.That(first.IsShareWith(second), Is.True);
        var other = new Rc<int>(5);
        Assert.That(first.IsShareWith(other), Is.False);

        first.Dispose();
        Assert.That((second.Value, (int)second.StrongCount), Is.EqualTo((5, 1)));
        second.Dispose();
        other.Dispose();
        CheckNothingIsLeft();
    }

    [Test]
    public void AShareIsGivenUpOnceThoughOthersAreLeft()
    {
        var first = new Rc<TrackedValue>(new TrackedValue(1));
        var second = first.Share();
        var third = first.Share();
        var copy = first;
        first.Dispose();

        Assert.That(first.Dispose, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(copy.Dispose, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => copy.Value, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => copy.Share(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => copy.Downgrade(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That((int)second.StrongCount, Is.EqualTo(2));
        Assert.That(TrackedValue.Ended, Is.Empty);
        second.Dispose();
        third.Dispose();
        Assert.That(TrackedValue.Ended, Is.EqualTo(new[] { 1 }));
        CheckNothingIsLeft();
    }

    [Test]
    public void MemoryGoesWithTheLastWeakReference()
    {
        var value = new Rc<TrackedValue>(new TrackedValue(1));
        var weak = value.Downgrade();
        var another = weak.Share();
        value.Dispose();

        Assert.That(TrackedValue.Ended, Is.EqualTo(new[] { 1 }));
        Assert.That(weak.TryUpgrade(out var share), Is.False);
        Assert.That(share.IsEmpty, Is.True);
        Assert.That((ulong)weak.StrongCount, Is.Zero);
        weak.Dispose();
        Assert.That(HeapMemory.Blocks, Is.Not.Zero);
        Assert.That(weak.Dispose, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => weak.TryUpgrade(out _), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => weak.Share(), Throws.TypeOf<ObjectDisposedException>());
        another.Dispose();
        CheckNothingIsLeft();
    }

    [Test]
    public void NobodyGetsAShareInAValueThatIsEnding()
    {
        // The value holds a weak reference to itself, and asks for a share while it ends.
        var value = new Rc<SelfReferring>(default);
        value.Value.Self = value.Downgrade();
        Assert.That(value.Value.Self.TryUpgrade(out var share), Is.True);
        share.Dispose();
        SelfReferring.WasUpgraded = null;
        value.Dispose();

        Assert.That(SelfReferring.WasUpgraded, Is.False);
        CheckNothingIsLeft();
    }

    [Test]
    public void WhatIsEmptyKeepsNothing()
    {
        Rc<int> share = default;
        Weak<int> weak = default;
        Assert.That(share.IsEmpty && weak.IsEmpty, Is.True);
        Assert.That(weak.TryUpgrade(out _), Is.False);
        Assert.That(weak.Share().IsEmpty, Is.True);
        Assert.That((ulong)weak.StrongCount, Is.Zero);
        Assert.That(() => share.Value, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => share.Share(), Throws.TypeOf<ObjectDisposedException>());
        share.Dispose();
        weak.Dispose();
        CheckNothingIsLeft();
    }

    [Test]
    public void EveryTypeHasItsAlignment()
    {
        CheckAlignment<byte>(8);
        CheckAlignment<ulong>(8);
        CheckAlignment<Vector128<byte>>(16);
        CheckAlignment<Vector256<byte>>(32);
        CheckAlignment<Vector512<byte>>(64);
        CheckNothingIsLeft();
    }

    [Test]
    public void WithoutMemoryThereIsNoShare([Values(0, 1)] int requests)
    {
        HeapMemory.RequestsUntilFailure = requests;
        Assert.That(Rc<TrackedValue>.TryCreate(new TrackedValue(1), out var share), Is.False);
        Assert.That(share.IsEmpty, Is.True);
        HeapMemory.RequestsUntilFailure = requests;
        Assert.That(() => new Rc<long>(1), Throws.TypeOf<OutOfMemoryException>());
        CheckNothingIsLeft();
        Assert.That(TrackedValue.Ended, Is.Empty);
    }

    [Test]
    public void WithoutMemoryForAnotherNothingIsCounted()
    {
        // What takes memory here takes none outside of DEBUG builds.
        var share = new Rc<int>(1);
        var weak = share.Downgrade();
        HeapMemory.RequestsUntilFailure = 0;
        Assert.That(() => share.Share(), Throws.TypeOf<OutOfMemoryException>());
        Assert.That(() => share.Downgrade(), Throws.TypeOf<OutOfMemoryException>());
        Assert.That(() => weak.Share(), Throws.TypeOf<OutOfMemoryException>());
        Assert.That(() => weak.TryUpgrade(out _), Throws.TypeOf<OutOfMemoryException>());
        Assert.That(((int)share.StrongCount, (int)share.WeakCount), Is.EqualTo((1, 1)));
        weak.Dispose();
        share.Dispose();
        CheckNothingIsLeft();
    }

    private static void CheckAlignment<T>(nuint alignment)
        where T : unmanaged
    {
        var shares = Enumerable.Range(0, 20).Select(_ => new Rc<T>(default)).ToList();
        shares.ForEach(share => Assert.That((ulong)(share.Address % alignment), Is.Zero));
        // Neither counts nor neighbours lie in the value.
        shares.ForEach(share => new Span<byte>((void*)share.Address, sizeof(T)).Fill(0xFF));
        shares.ForEach(share => Assert.That((int)share.StrongCount, Is.EqualTo(1)));
        shares.ForEach(share => share.Dispose());
    }

    private static void CheckNothingIsLeft()
    {
        Assert.That(HeapMemory.Blocks, Is.Zero);
        Assert.That((ulong)HeapMemory.UsedBytes, Is.Zero);
    }

    /// <summary>A value that refers to itself.</summary>
    private struct SelfReferring : IDisposable
    {
        public Weak<SelfReferring> Self;

        public static bool? WasUpgraded { get; set; }

        public readonly void Dispose()
        {
            WasUpgraded = Self.TryUpgrade(out _);
            Self.Dispose();
        }
    }
}
