using NUnit.Framework;
using Tarn.Allocators;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>The allocator that has nothing.</summary>
[TestFixture]
internal sealed unsafe class DummyAllocatorTests
{
    [Test]
    public void ItNeverHasMemory()
    {
        var memory = stackalloc byte[64];
        var range = (byte*)HeapGranule.RoundUp((nuint)memory);
        var allocator = default(DummyAllocator);
        Assert.That(allocator.FindFault().Kind, Is.EqualTo(HeapFaultKind.NotInitialized));
        allocator.Initialize(range, 32, null);
        Assert.That(allocator.TryExtend(16), Is.True);
        Assert.That(allocator.TryAllocateQuickly(1, 1, out _), Is.False);
        Assert.That(allocator.AllocateSlowly(1, 1) is null, Is.True);
        Assert.That(allocator.Usage.UsedBytes, Is.EqualTo((nuint)48));
        Assert.That((ulong)allocator.Usage.FreeBytes, Is.Zero);
        Assert.That(allocator.TryFreeQuickly(range, 1, 1), Is.False);
        Assert.That(allocator.FindFault().Exists, Is.False);
        var exception = Assert.Throws<HeapMisuseException>(() => allocator.FreeSlowly((void*)16, 1, 1))!;
        Assert.That(exception.Misuse, Is.EqualTo(HeapMisuse.ForeignPointer));
    }

    [Test]
    public void ItsRangeIsCheckedLikeAnyOther()
    {
        var allocator = default(DummyAllocator);
        Assert.That(() => allocator.Initialize(null, 32, null), Throws.ArgumentException);
        Assert.That(() => allocator.Initialize((byte*)16, 8, null), Throws.ArgumentException);
        allocator.Initialize((byte*)16, 32, null);
        Assert.That(() => allocator.TryExtend(1), Throws.ArgumentException);
        Assert.That(allocator.TryExtend(nuint.MaxValue - 15), Is.False);
    }
}
