using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>The figures in docs/collector.md are those that the kernel measures, within a tenth.</summary>
[TestFixture]
public sealed class CollectorDocumentationTests
{
    private const double Tolerance = 0.1;

    private static readonly Dictionary<string, string> Outputs = [];

    private static string Page { get; } =
        File.ReadAllText(Path.Combine(Path.GetFullPath(Path.Combine(Images.Directory, "..", "..")), "docs", "collector.md")).ReplaceLineEndings("\n");

    [TestCase("ACollectionCosts", "collection of an empty heap")]
    [TestCase("ACollectionCosts", "pause for 1 MiB live")]
    [TestCase("ACollectionCosts", "pause for 16 MiB live")]
    [TestCase("ACollectionCosts", "instructions per live object")]
    [TestCase("ACollectionCosts", "instructions per 100 swept bytes")]
    [TestCase("ALargeArrayCosts", "pause for an array of 16 MiB of references")]
    [TestCase("ALargeArrayCosts", "pause for an array of 16 MiB of bytes")]
    [TestCase("ALargeArrayCosts", "pause in which an array of 16 MiB goes")]
    [TestCase("BinaryTreesCost", "binary trees of depth 14")]
    [TestCase("BinaryTreesCost", "instructions per node of them")]
    [TestCase("BinaryTreesCost", "collections meanwhile")]
    public void ACollectionCostsWhatIsDocumented(string name, string row)
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The figures are of optimised code.");
        }

        var output = OutputOf(name);
        var measured = ToNumber(Regex.Match(output, $"^{Regex.Escape(row)}: (\\d+)", RegexOptions.Multiline).Groups[1].Value);
        var documented = ToNumber(Regex.Match(Page, $"^\\| {Regex.Escape(row)} \\| ([\\d,]+) \\|", RegexOptions.Multiline).Groups[1].Value);
        Assert.That(measured, Is.EqualTo(documented).Within(Math.Max(1, documented * Tolerance)), row);
    }

    /// <summary>What a case printed. It is run once for all its figures.</summary>
    private static string OutputOf(string name)
    {
        if (!Outputs.TryGetValue(name, out var output))
        {
            var variant = Images.CollectorKernels.First();
            using var kernel = KernelUnderTest.Start(Images.TestMachine(variant), TimeLimits.Default);
            Assert.That(kernel.WaitUntilReady(), Is.Null);
            var outcome = kernel.Run(KernelCatalog.Read(Images.TestAssembly(variant)).Single(item => item.Name == $"CollectionCostTests.{name}").Index);
            Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Passed), outcome.Message);
            Outputs[name] = output = System.Text.Encoding.UTF8.GetString(outcome.Output);
        }

        return output;
    }

    [Test]
    public void TheCollectorCostsTheImageWhatIsDocumented()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The figures are of optimised code.");
        }

        var (with, without) = (new ElfImage(Images.Reference), new ElfImage(Images.ReferenceWithoutCollector));
        Assert.That(without.SymbolNames, Has.None.Contains("tarn_collect_from"));
        var documented = ToNumber(Regex.Match(Page, @"^The reference kernel has ([\d,]+) bytes more by it", RegexOptions.Multiline).Groups[1].Value);
        Assert.That((double)(with.LoadedSize - without.LoadedSize), Is.EqualTo(documented).Within(documented * Tolerance));
    }

    /// <summary>The comparison with .NET is of figures that the page has: the kernel's is measured above, .NET's by the commands on the page.</summary>
    [Test]
    public void TheRatioIsThatOfTheFigures()
    {
        var kernel = ToNumber(Regex.Match(Page, @"^\| binary trees of depth 14 \| ([\d,]+) \|", RegexOptions.Multiline).Groups[1].Value);
        var other = ToNumber(Regex.Match(Page, @"\.NET's own takes ([\d,]+) instructions", RegexOptions.Multiline).Groups[1].Value);
        var ratio = double.Parse(Regex.Match(Page, @"so ([\d.]+) times as many", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.That(kernel / other, Is.EqualTo(ratio).Within(0.1));
    }

    private static double ToNumber(string text) => double.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
