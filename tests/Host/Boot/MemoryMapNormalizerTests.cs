using NUnit.Framework;
using Tarn.Boot;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Boot;

/// <summary>Random maps against a model that knows of every page which kinds were claimed for it.</summary>
public sealed class MemoryMapNormalizerTests
{
    private const int PageCount = 64;
    private const ulong PageSize = 4096;

    [Test]
    public void EveryPageHasTheStrictestKindThatWasClaimedForIt([Range(0, 19)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var input = RandomRegions(random);
            var room = new MemoryRegion[256];
            input.CopyTo(room, 0);
            var count = input.Length;
            var repairs = BootRepairs.None;

            Assert.That(MemoryMapNormalizer.TryNormalize(room, ref count, ref repairs), Is.True);

            var output = room[..count];
            for (var i = 1; i < output.Length; i++)
            {
                Assert.That(output[i].Start, Is.GreaterThanOrEqualTo(output[i - 1].End), "sorted and free of overlaps");
            }

            for (var page = 0UL; page < PageCount; page++)
            {
                var claimed = KindsAt(input, page);
                var found = KindsAt(output, page);
                Assert.That(found, Has.Length.EqualTo(Math.Min(claimed.Length, 1)), $"page {page}, round {round}");
                if (claimed.Length > 0)
                {
                    Assert.That(found[0], Is.EqualTo(claimed.MaxBy(Strictness)), $"page {page}, round {round}");
                }
            }
        }
    }

    [Test]
    public void NoRoomForTheSecondHalfOfACutRegionIsAnError()
    {
        var regions = new[]
        {
            new MemoryRegion(0, 3 * PageSize, MemoryRegionKind.Usable),
            new MemoryRegion(PageSize, PageSize, MemoryRegionKind.Reserved),
        };
        var count = 2;
        var repairs = BootRepairs.None;
        Assert.That(MemoryMapNormalizer.TryNormalize(regions, ref count, ref repairs), Is.False);
    }

    private static MemoryRegion[] RandomRegions(Random random)
    {
        var regions = new MemoryRegion[random.Next(1, 9)];
        for (var i = 0; i < regions.Length; i++)
        {
            var start = (ulong)random.Next(PageCount - 1);
            var length = (ulong)random.Next(1, PageCount - (int)start);
            regions[i] = new MemoryRegion(start * PageSize, length * PageSize, (MemoryRegionKind)random.Next(8));
        }

        return regions;
    }

    private static MemoryRegionKind[] KindsAt(MemoryRegion[] regions, ulong page) =>
        [.. regions.Where(region => region.Start <= page * PageSize && region.End > page * PageSize).Select(region => region.Kind)];

    /// <summary>The order of harm: what is lost if the kind is ignored.</summary>
    private static int Strictness(MemoryRegionKind kind) => Array.IndexOf(
        [
            MemoryRegionKind.Usable, MemoryRegionKind.BootloaderReclaimable, MemoryRegionKind.AcpiReclaimable, MemoryRegionKind.KernelAndModules,
            MemoryRegionKind.Framebuffer, MemoryRegionKind.AcpiNonVolatile, MemoryRegionKind.Reserved, MemoryRegionKind.Bad,
        ],
        kind);
}
