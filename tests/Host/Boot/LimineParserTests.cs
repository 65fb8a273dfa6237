using System.Text;
using NUnit.Framework;
using Tarn.Boot;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Boot;

public sealed unsafe class LimineParserTests
{
    private FakeLoader _loader = null!;

    [SetUp]
    public void StartLoader() => _loader = new FakeLoader();

    [TearDown]
    public void StopLoader() => _loader.Dispose();

    [Test]
    public void WellFormedAnswersAreCopiedWithoutRepairs()
    {
        _loader.SetCommandLine("until=idle");
        _loader.SetFirmware(2);
        _loader.SetRootPointer(0xffff_8000_000f_5000);
        _loader.SetFramebuffer();

        var error = _loader.Parse(out var information);

        Assert.That(error.Kind, Is.EqualTo(BootErrorKind.None), WordsOf(error));
        Assert.That(information.Repairs, Is.EqualTo(BootRepairs.None));
        Assert.That(Encoding.UTF8.GetString(information.LoaderName), Is.EqualTo("Fake 1.0"));
        Assert.That(Encoding.UTF8.GetString(information.CommandLine.Text), Is.EqualTo("until=idle"));
        Assert.That(information.Firmware, Is.EqualTo(FirmwareKind.Uefi64));
        Assert.That(information.DirectMapOffset, Is.EqualTo(0xffff_8000_0000_0000));
        Assert.That(information.KernelPhysicalBase, Is.EqualTo(0x20_0000));
        Assert.That(information.KernelVirtualBase, Is.EqualTo(0xffff_ffff_8020_0000));
        Assert.That(information.RootSystemDescriptionPointer, Is.EqualTo(0xffff_8000_000f_5000));
        Assert.That(information.MemoryMap.Length, Is.EqualTo(3));
        Assert.That(information.UsableBytes, Is.EqualTo(0x9e000 + 0x100_0000));
        Assert.That(information.Framebuffer.IsPresent, Is.True);
        Assert.That(information.Framebuffer.Pitch, Is.EqualTo(5120));
        Assert.That(information.BaseRevision, Is.EqualTo(LimineParser.RequestedBaseRevision));
    }

    [Test]
    public void RequestsLieInMemoryAsTheAssemblyFileLaysThemOut()
    {
        // Requests.s: three words of base revision, then eight requests of six words.
        Assert.That(sizeof(LimineRequest), Is.EqualTo(48));
        Assert.That(sizeof(LimineRequests), Is.EqualTo(24 + (8 * 48)));
    }

    [Test]
    public void ARequestThatIsNeitherGrantedNorLeftAloneIsNamed() =>
        AssertError(BootErrorKind.BaseRevisionNotSupported, 2, () => _loader.Requests.BaseRevision = 2);

    /// <summary>A loader that knows of revision 3 says by which one it went, where that is another.</summary>
    [TestCase(0ul)]
    [TestCase(1ul)]
    [TestCase(4ul)]
    [TestCase(ulong.MaxValue >> 1)]
    public void AnUnsupportedBaseRevisionIsNamed(ulong revision) => AssertError(BootErrorKind.BaseRevisionNotSupported, revision, () =>
    {
        _loader.Requests.BaseRevision = 3;
        _loader.Requests.BaseRevisionMagic1 = revision;
    });

    [TestCase(0ul, 3ul, 3)]
    [TestCase(3ul, 2ul, 2)]
    [TestCase(3ul, 3ul, 3)]
    [TestCase(3ul, 0x6a7b384944536bdcul, 2)]
    public void BaseRevisions2And3AreAccepted(ulong third, ulong second, int expected)
    {
        _loader.Requests.BaseRevision = third;
        _loader.Requests.BaseRevisionMagic1 = second;

        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(information.BaseRevision, Is.EqualTo(expected));
    }

    [Test]
    public void APhysicalRootPointerIsOneInTheDirectMapAfterwards()
    {
        _loader.SetRootPointer(0xf_5000);

        _loader.Parse(out var information);

        Assert.That(information.RootSystemDescriptionPointer, Is.EqualTo(0xffff_8000_000f_5000));
    }

    [Test]
    public void AMissingMemoryMapIsNamed() => AssertError(BootErrorKind.MemoryMapMissing, 0, () => _loader.Requests.MemoryMap.Response = null);

    [Test]
    public void AnEmptyMemoryMapIsNamed() => AssertError(BootErrorKind.MemoryMapMalformed, 0, () => _loader.SetMemoryMap());

    [Test]
    public void ANullEntryIsNamedByItsIndex() =>
        AssertError(BootErrorKind.MemoryMapMalformed, 1, () => _loader.SetMemoryMap((0x1000, 0x1000, 0), (0x2000, 0x1000, 0))->Entries[1] = null);

    [Test]
    public void ANullArrayOfEntriesIsNamed() =>
        AssertError(BootErrorKind.MemoryMapMalformed, 1, () => _loader.SetMemoryMap((0x1000, 0x1000, 0))->Entries = null);

    [Test]
    public void TooManyEntriesAreNamedByTheirCount() =>
        AssertError(BootErrorKind.MemoryMapTooLong, 1_000_000, () => _loader.SetMemoryMap((0x1000, 0x1000, 0))->Count = 1_000_000);

    [TestCase(0x1000UL, 0x1000UL, 1UL, TestName = "NoUsableMemory: all of it reserved")]
    [TestCase(0x1000UL, 0UL, 0UL, TestName = "NoUsableMemory: the usable region is empty")]
    [TestCase(0x1800UL, 0x1000UL, 0UL, TestName = "NoUsableMemory: the usable region holds no whole page")]
    [TestCase(1UL << 52, 0x1000UL, 0UL, TestName = "NoUsableMemory: the usable region lies beyond physical addresses")]
    [TestCase(0x1000UL, 0x1000UL, 99UL, TestName = "NoUsableMemory: the only region is of an unknown kind")]
    public void NoUsableMemoryIsNamed(ulong start, ulong length, ulong type) =>
        AssertError(BootErrorKind.NoUsableMemory, 0, () => _loader.SetMemoryMap((start, length, type)));

    [Test]
    public void AMissingDirectMapIsNamed() => AssertError(BootErrorKind.DirectMapMissing, 0, () => _loader.Requests.DirectMap.Response = null);

    [TestCase(0xffff_8000_0000_0800UL)]
    [TestCase(0x0000_1000_0000_0000UL)]
    [TestCase(0x0001_0000_0000_0000UL)]
    public void AMalformedDirectMapIsNamed(ulong offset) => AssertError(BootErrorKind.DirectMapMalformed, offset, () => _loader.SetDirectMap(offset));

    [Test]
    public void AMissingKernelAddressIsNamed() =>
        AssertError(BootErrorKind.KernelAddressMissing, 0, () => _loader.Requests.KernelAddress.Response = null);

    [TestCase(0x20_0001UL, 0xffff_ffff_8020_0000UL, 0x20_0001UL)]
    [TestCase(1UL << 52, 0xffff_ffff_8020_0000UL, 1UL << 52)]
    [TestCase(0x20_0000UL, 0x20_0000UL, 0x20_0000UL)]
    [TestCase(0x20_0000UL, 0xffff_ffff_8020_0010UL, 0xffff_ffff_8020_0010UL)]
    public void AMalformedKernelAddressIsNamed(ulong physical, ulong virtualBase, ulong offender) =>
        AssertError(BootErrorKind.KernelAddressMalformed, offender, () => _loader.SetKernelAddress(physical, virtualBase));

    [Test]
    public void ALoaderThatAnswersOnlyWhatIsNeededWillDo()
    {
        _loader.Requests.BootloaderInformation.Response = null;

        var error = _loader.Parse(out var information);

        Assert.That(error.Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(Encoding.UTF8.GetString(information.LoaderName), Is.EqualTo("a loader without a name"));
        Assert.That(information.Firmware, Is.EqualTo(FirmwareKind.Unknown));
        Assert.That(information.CommandLine.Text.Length, Is.Zero);
        Assert.That(information.RootSystemDescriptionPointer, Is.Zero);
        Assert.That(information.Framebuffer.IsPresent, Is.False);
    }

    [Test]
    public void AFileWithoutACommandLineHasAnEmptyOne()
    {
        _loader.SetCommandLine(null);
        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(information.CommandLine.Text.Length, Is.Zero);
    }

    [Test]
    public void AnUnsortedMapIsSortedAndSaid()
    {
        _loader.SetMemoryMap((0x20_0000, 0x1000, 0), (0x1000, 0x1000, 0));
        AssertRepaired(BootRepairs.RegionsSorted, (0x1000, 0x1000, 0), (0x20_0000, 0x1000, 0));
    }

    [Test]
    public void AnUnknownKindIsReservedAndSaid()
    {
        _loader.SetMemoryMap((0x1000, 0x1000, 0), (0x2000, 0x1000, 8));
        AssertRepaired(BootRepairs.UnknownKindsReserved, (0x1000, 0x1000, 0), (0x2000, 0x1000, 1));
    }

    [Test]
    public void AnEmptyRegionIsDroppedAndSaid()
    {
        _loader.SetMemoryMap((0x1000, 0x1000, 0), (0x2000, 0, 1));
        AssertRepaired(BootRepairs.EmptyRegionsDropped, (0x1000, 0x1000, 0));
    }

    [Test]
    public void ARegionPastTheLastAddressIsCutAndSaid()
    {
        _loader.SetMemoryMap((0x1000, 0x1000, 0), ((1UL << 52) - 0x1000, ulong.MaxValue, 1));
        AssertRepaired(BootRepairs.RegionsCut, (0x1000, 0x1000, 0), ((1UL << 52) - 0x1000, 0x1000, 1));
    }

    [Test]
    public void UsableMemoryIsShrunkToWholePagesAndSaid()
    {
        _loader.SetMemoryMap((0x1001, 0x2fff, 0));
        AssertRepaired(BootRepairs.UsableRegionsAligned, (0x2000, 0x2000, 0));
    }

    [TestCase(0x1000UL, 0x3000UL, 0UL, 0x2000UL, 0x1000UL, 1UL, "1000-2000:0 2000-3000:1 3000-4000:0", TestName = "Overlap: reserved inside usable")]
    [TestCase(0x1000UL, 0x3000UL, 1UL, 0x2000UL, 0x1000UL, 0UL, "1000-4000:1", TestName = "Overlap: usable inside reserved")]
    [TestCase(0x1000UL, 0x2000UL, 0UL, 0x2000UL, 0x2000UL, 1UL, "1000-2000:0 2000-4000:1", TestName = "Overlap: reserved over the end of usable")]
    [TestCase(0x1000UL, 0x2000UL, 1UL, 0x2000UL, 0x2000UL, 0UL, "1000-3000:1 3000-4000:0", TestName = "Overlap: usable over the end of reserved")]
    [TestCase(0x1000UL, 0x1000UL, 0UL, 0x1000UL, 0x1000UL, 5UL, "1000-2000:5", TestName = "Overlap: the loader's memory claimed as usable too")]
    public void OverlapsAreResolvedAndSaid(ulong start1, ulong length1, ulong type1, ulong start2, ulong length2, ulong type2, string expected)
    {
        _loader.SetMemoryMap((start1, length1, type1), (start2, length2, type2), (0x10_0000, 0x1000, 0));
        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(information.Repairs, Is.EqualTo(BootRepairs.OverlapsResolved));
        Assert.That(Describe(information.MemoryMap), Is.EqualTo(expected + " 100000-101000:0"));
    }

    [Test]
    public void ACommandLineThatIsTooLongIsCutAndSaid()
    {
        _loader.SetCommandLine(new string('a', BootInformation.MaximumCommandLineLength + 1));
        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(information.Repairs, Is.EqualTo(BootRepairs.CommandLineCut));
        Assert.That(information.CommandLine.Text.Length, Is.EqualTo(BootInformation.MaximumCommandLineLength));
    }

    [Test]
    public void ALoadersNameThatIsTooLongIsCut()
    {
        _loader.SetLoader(new string('n', 60), "1.23456789");
        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(Encoding.UTF8.GetString(information.LoaderName), Is.EqualTo(new string('n', 60) + " 1.2"));
    }

    [TestCase("address")]
    [TestCase("width")]
    [TestCase("height")]
    [TestCase("pitch")]
    [TestCase("depth")]
    public void AFramebufferThatCannotBeOneIsIgnoredAndSaid(string spoiled)
    {
        var framebuffer = _loader.SetFramebuffer();
        switch (spoiled)
        {
            case "address": framebuffer->Address = null; break;
            case "width": framebuffer->Width = 0; break;
            case "height": framebuffer->Height = 1 << 20; break;
            case "pitch": framebuffer->Pitch = (1280 * 4) - 1; break;
            case "depth": framebuffer->BitsPerPixel = 1; break;
        }

        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(information.Repairs, Is.EqualTo(BootRepairs.FramebufferIgnored));
        Assert.That(information.Framebuffer.IsPresent, Is.False);
    }

    [Test]
    public void EveryErrorHasWordsOfItsOwn()
    {
        var messages = Enum.GetValues<BootErrorKind>().Select(kind => WordsOf(new BootError(kind))).ToArray();
        Assert.That(messages, Is.Unique);
    }

    private static string WordsOf(BootError error) => Encoding.UTF8.GetString(error.Message);

    private void AssertError(BootErrorKind kind, ulong offender, Action spoil)
    {
        spoil();
        var error = _loader.Parse(out _);
        Assert.That((error.Kind, error.Offender), Is.EqualTo((kind, offender)), WordsOf(error));
    }

    private void AssertRepaired(BootRepairs repair, params (ulong Start, ulong Length, int Kind)[] expected)
    {
        Assert.That(_loader.Parse(out var information).Kind, Is.EqualTo(BootErrorKind.None));
        Assert.That(information.Repairs, Is.EqualTo(repair));
        Assert.That(
            information.MemoryMap.ToArray().Select(region => (region.Start, region.Length, (int)region.Kind)),
            Is.EqualTo(expected));
    }

    private static string Describe(ReadOnlySpan<MemoryRegion> map) =>
        string.Join(' ', map.ToArray().Select(region => $"{region.Start:x}-{region.End:x}:{(int)region.Kind}"));
}
