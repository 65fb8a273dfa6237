using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>The figures in docs/tasks.md are those that the test kernels measure.</summary>
[TestFixture]
public sealed class TaskDocumentationTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Images.Directory, "..", "..", "docs", "tasks.md")).ReplaceLineEndings("\n");

    [TestCase("ATaskCostsLittle", "W6a", "(W6a)")]
    [TestCase("AYieldCostsLittle", "W6b", "(W6b)")]
    [TestCase("AWakeArrivesSoon", "W6c, 1 parked", "(W6c)")]
    [TestCase("AWakeArrivesSoon", "W6c, 100 parked", "(W6c)")]
    public void AWorkloadCostsWhatIsDocumented(string name, string workload, string row)
    {
        var (net, all, harness) = Measure("fixed-size-block", name, workload);

        var cells = Page.Split('\n').Single(line => line.StartsWith('|') && line.Contains(row, StringComparison.Ordinal)).Split('|');
        Assert.That(
            cells[2..5].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)),
            Is.EqualTo([all, harness, net]).Within(0.6));
    }

    [TestCase("bump", "With the bump allocator it is (.+?) net")]
    [TestCase("linked-list", "with the linked list (.+?):")]
    public void AnotherAllocatorMakesOfATaskWhatIsDocumented(string variant, string sentence)
    {
        var (net, _, _) = Measure(variant, "ATaskCostsLittle", "W6a");

        Assert.That(double.Parse(Regex.Match(Page, sentence).Groups[1].Value, CultureInfo.InvariantCulture), Is.EqualTo(net).Within(0.6));
    }

    [TestCase("TheHandlerCostsTheSameWithTenThousandTimers", "a tick: ([0-9]+) instructions", @"with 1 timer or 10,001 \| ([0-9]+) \|")]
    [TestCase("AnIdleTickCostsLittle", "an idle tick: ([0-9]+) instructions", @"and the halt \| ([0-9]+) \|")]
    [TestCase("AnIdleTickCostsLittle", "an idle tick: ([0-9]+) instructions", "time takes ([0-9]+) instructions, from the halt to the next")]
    public void ATickCostsWhatIsDocumented(string name, string measured, string documented)
    {
        var output = Run("fixed-size-block", "TaskTests." + name);

        Assert.That(Regex.Match(Page, documented).Groups[1].Value, Is.EqualTo(Regex.Match(output, measured).Groups[1].Value).And.Not.Empty);
    }

    /// <summary>The parts of a task's cost are all of it.</summary>
    [Test]
    public void ThePartsOfATasksCostAddUp()
    {
        var parts = Page[Page.IndexOf("Where the ", StringComparison.Ordinal)..];
        var documented = int.Parse(Regex.Match(parts, "Where the ([0-9]+) instructions go").Groups[1].Value, CultureInfo.InvariantCulture);

        var sum = Regex.Matches(parts, @"^\| .* \| ([0-9]+) \|$", RegexOptions.Multiline)
            .Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.That(sum, Is.EqualTo(documented));
        Assert.That(Measure("fixed-size-block", "ATaskCostsLittle", "W6a").All, Is.EqualTo(documented).Within(0.6));
    }

    private static (double Net, double All, double Harness) Measure(string variant, string name, string workload)
    {
        var match = Regex.Match(
            Run(variant, "TaskCostTests." + name),
            $"^{Regex.Escape(workload)}: (.+?) instructions .+: (.+?) less the harness's (.+)$",
            RegexOptions.Multiline);
        Assert.That(match.Success, Is.True);
        return (Number(1), Number(2), Number(3));

        double Number(int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a case.</summary>
    /// <returns>What it printed.</returns>
    private static string Run(string variant, string name)
    {
        if (!Images.Variants.Contains(variant))
        {
            Assert.Ignore($"The variant {variant} was not built.");
        }

        var item = KernelCatalog.Read(Images.TestAssembly(variant)).Single(item => item.Name == name);
        using var kernel = KernelUnderTest.Start(Images.TestMachine(variant).With(item.Machine), TimeLimits.Default);
        Assert.That(kernel.WaitUntilReady(), Is.Null);
        var outcome = kernel.Run(item.Index);
        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Passed), outcome.Message);
        return System.Text.Encoding.UTF8.GetString(outcome.Output);
    }
}
