using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>What names cost an image that has them, and what one is like that has none (docs/names.md).</summary>
[TestFixture]
public sealed partial class NamesTests
{
    private const int BytesOfAMethodBound = 40;

    // What is documented may lie this much above what it is, so that it need not be written anew with each change.
    private const double DocumentedExcess = 1.3;

    private static string Documentation =>
        File.ReadAllText(Path.Combine(Images.Directory, "..", "..", "docs", "names.md")).ReplaceLineEndings("\n");

    [Test]
    public void AMethodCostsAsLittleAsIsDocumented()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("What is documented is about the optimised image.");
        }

        var (bytes, methods) = NamesOf(Images.Reference);
        var documented = Documented(BytesOfAMethod());

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes for {methods} methods"));
        Assert.That(bytes / (double)methods, Is.InRange(documented / DocumentedExcess, documented));
        Assert.That(documented, Is.LessThan(BytesOfAMethodBound));
    }

    [Test]
    public void InALargeProgramAMethodCostsAsLittleAsIsDocumented()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("What is documented is about the optimised image.");
        }

        var (bytes, methods) = NamesOf(Images.TestKernel(Images.Variants[0]));
        var claim = LargeProgram().Match(Documentation);
        var bytesOfMethod = int.Parse(claim.Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.That(methods, Is.GreaterThan(int.Parse(claim.Groups[2].Value.Replace(",", string.Empty), CultureInfo.InvariantCulture)));
        Assert.That(bytes / (double)methods, Is.InRange(bytesOfMethod / DocumentedExcess, bytesOfMethod));
    }

    [Test]
    public void TheReferenceKernelPaysForItsNamesWhatIsDocumented()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("What is documented is about the optimised image.");
        }

        var documented = Documented(BytesOfTheReferenceKernel());
        Assert.That(NamesOf(Images.Reference).Bytes, Is.InRange((int)(documented / DocumentedExcess), documented));
    }

    [Test]
    public void TheBuildsListIsOfJustTheImagesNames()
    {
        var list = File.ReadAllLines(Path.ChangeExtension(Images.Reference, ".names"));

        var (bytes, methods) = NamesOf(Images.Reference);
        Assert.That(list[0], Does.StartWith($"# {methods} methods and ").And.Contain($" in {bytes} bytes, "));
        Assert.That(list.Count(line => line.Contains(" code ")), Is.EqualTo(methods));
        Assert.That(list, Has.Some.EndsWith(" code Tarn.Image.FaultDemonstration::Run(CommandLine)"));
        Assert.That(list, Has.Some.EndsWith(" type Tarn.Image.FaultDemonstration+Node"));
        Assert.That(list, Has.Some.EndsWith(" code tarn_entry"));
    }

    [Test]
    public void AnImageWithoutNamesHasNoneOfTheirBytes()
    {
        Assert.That(new ElfImage(Images.Misbehaving).SizeOf(".tarn_names"), Is.Zero);
        Assert.That(File.Exists(Path.ChangeExtension(Images.Misbehaving, ".names")), Is.False);

        // Nothing that reads names is linked either; the list of symbols is in the file.
        var image = File.ReadAllBytes(Images.Misbehaving).AsSpan();
        Assert.That(image.IndexOf("Tarn_Names_NameTable__TryFind"u8), Is.Negative);
        Assert.That(image.IndexOf("Tarn_Names_NameReader__TryRead"u8), Is.Negative);
        Assert.That(File.ReadAllBytes(Images.Reference).AsSpan().IndexOf("Tarn_Names_NameTable__TryFind"u8), Is.Positive);
    }

    [TestCase("AsksForTheNameOfAType")]
    [TestCase("AsksWhatAnObjectIs")]
    public void WithoutNamesWhoAsksForOneIsTold(string name)
    {
        var (outcome, _) = RunNameless(name);

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Panicked).Or.EqualTo(OutcomeKind.Failed));
        Assert.That(outcome.Message, Does.Contain("The names of types are not linked into this image."));
    }

    [Test]
    public void WithoutNamesAnExceptionIsStillSomethingToPrint() =>
        Assert.That(RunNameless("SaysWhatAnExceptionIs").Outcome, Has.Property(nameof(Outcome.Kind)).EqualTo(OutcomeKind.Passed));

    [Test]
    public void WithoutNamesAReportHasTheAddressAlone()
    {
        var (outcome, log) = RunNameless("Faults");

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Panicked));
        Assert.That(log, Does.Match("\n  at 0x[0-9a-f]+\n"));
    }

    private static (Outcome Outcome, string Log) RunNameless(string name)
    {
        using var kernel = KernelUnderTest.Start(new QemuOptions(Images.Misbehaving) { CountsInstructions = true }, TimeLimits.Default);
        Assert.That(kernel.WaitUntilReady(), Is.Null);
        var outcome = kernel.Run(kernel.Cases.Index().Single(entry => entry.Item.Name == name).Index);
        return (outcome, kernel.Log.Text);
    }

    /// <summary>The length of an image's table, and how many methods the build said there are in it.</summary>
    private static (int Bytes, int Methods) NamesOf(string image)
    {
        var summary = Summary().Match(File.ReadLines(Path.ChangeExtension(image, ".names")).First());
        Assert.That(summary.Success);
        return ((int)new ElfImage(image).SizeOf(".tarn_names"), int.Parse(summary.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static int Documented(Regex claim) =>
        int.Parse(claim.Match(Documentation).Groups[1].Value.Replace(",", string.Empty), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# ([0-9]+) methods")]
    private static partial Regex Summary();

    [GeneratedRegex(@"([0-9]+) bytes a method")]
    private static partial Regex BytesOfAMethod();

    [GeneratedRegex(@"([0-9]+) bytes at most for each of more than ([0-9,]+) methods")]
    private static partial Regex LargeProgram();

    [GeneratedRegex(@"table of ([0-9,]+) bytes")]
    private static partial Regex BytesOfTheReferenceKernel();
}
