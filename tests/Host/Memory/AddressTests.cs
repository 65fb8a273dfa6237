using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>Addresses, pages and frames keep their invariants: what breaks one cannot be made.</summary>
[TestFixture]
public sealed class AddressTests
{
    [TestCase(0ul)]
    [TestCase(1ul)]
    [TestCase(0x0000_7fff_ffff_fffful)]
    [TestCase(0xffff_8000_0000_0000ul)]
    [TestCase(ulong.MaxValue)]
    public void ACanonicalAddressIsKept(ulong value)
    {
        Assert.That(VirtualAddress.IsCanonical(value), Is.True);
        Assert.That(new VirtualAddress(value).Value, Is.EqualTo(value));
        Assert.That(VirtualAddress.Truncate(value), Is.EqualTo(new VirtualAddress(value)));
    }

    [TestCase(0x0000_8000_0000_0000ul, 0xffff_8000_0000_0000ul)]
    [TestCase(0xffff_7fff_ffff_fffful, 0x0000_7fff_ffff_fffful)]
    [TestCase(0x8000_0000_0000_0000ul, 0ul)]
    [TestCase(0x0001_0000_0000_0000ul, 0ul)]
    public void AnAddressInTheHoleIsRefusedOrTruncated(ulong value, ulong truncated)
    {
        Assert.That(VirtualAddress.IsCanonical(value), Is.False);
        Assert.That(() => new VirtualAddress(value), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(VirtualAddress.Truncate(value).Value, Is.EqualTo(truncated));
    }

    [Test]
    public void APhysicalAddressHas52Bits()
    {
        Assert.That(new PhysicalAddress(PhysicalAddress.Maximum).Value, Is.EqualTo(0x000f_ffff_ffff_fffful));
        Assert.That(() => new PhysicalAddress(PhysicalAddress.Maximum + 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(PhysicalAddress.Truncate(ulong.MaxValue).Value, Is.EqualTo(PhysicalAddress.Maximum));
    }

    [Test]
    public void PagesAndFramesStartAtMultiplesOfTheirSize()
    {
        CheckSize<Size4KiB>(4096);
        CheckSize<Size2MiB>(2 * 1024 * 1024);
        CheckSize<Size1GiB>(1024 * 1024 * 1024);
    }

    [Test]
    public void APageAboveStaysInItsHalf()
    {
        var lastOfLower = Page<Size4KiB>.Containing(new VirtualAddress(0x0000_7fff_ffff_ffff));
        var last = Page<Size4KiB>.Containing(new VirtualAddress(ulong.MaxValue));
        var first = default(Page<Size4KiB>);

        Assert.That(first.Above(0), Is.EqualTo(first));
        Assert.That(first.Above((1ul << 35) - 1), Is.EqualTo(lastOfLower));
        Assert.That(() => first.Above(1ul << 35), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => first.Above(ulong.MaxValue), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => first.Above(1ul << 52), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => lastOfLower.Above(1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => lastOfLower.Above(0xffff_0000_0000_1000 >> 12), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => last.Above(1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static void CheckSize<TSize>(ulong size)
        where TSize : struct, IPageSize
    {
        Assert.That(Page<TSize>.Size, Is.EqualTo(size));
        Assert.That(PhysicalFrame<TSize>.Size, Is.EqualTo(size));
        Assert.That(new Page<TSize>(new VirtualAddress(size)).Start.Value, Is.EqualTo(size));
        Assert.That(Page<TSize>.Containing(new VirtualAddress((2 * size) - 1)).Start.Value, Is.EqualTo(size));
        Assert.That(PhysicalFrame<TSize>.Containing(new PhysicalAddress((2 * size) - 1)).Number, Is.EqualTo(1));
        Assert.That(PhysicalFrame<TSize>.Truncate(ulong.MaxValue).Start.Value, Is.EqualTo(PhysicalAddress.Maximum - size + 1));
        foreach (var offset in new ulong[] { 1, size / 2, size - 1 })
        {
            Assert.That(() => new Page<TSize>(new VirtualAddress(size + offset)), Throws.ArgumentException);
            Assert.That(() => new PhysicalFrame<TSize>(new PhysicalAddress(size + offset)), Throws.ArgumentException);
        }
    }
}
