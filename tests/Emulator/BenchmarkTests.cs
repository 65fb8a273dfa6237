using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Pipeline;

namespace Tarn.Tests.Emulator;

/// <summary>The figures of docs/performance.md: measured again, held to those that are committed, and shown as they are.</summary>
[TestFixture]
public sealed class BenchmarkTests
{
    private static readonly Lazy<IReadOnlyList<BenchFigure>> Measured = new(() => BenchSession.Measure(Images.Directory, Images.Variants));

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static IReadOnlyList<BenchBaselineEntry> Baseline => BenchBaseline.Read(Path.Combine(Root, "tests", "Figures", "baseline.json"));

    private static IReadOnlyDictionary<string, BenchTarget> Targets => BenchTarget.Read(Path.Combine(Root, "tests", "Figures", "targets.json"));

    private static IReadOnlyList<BenchFigure> Figures
    {
        get
        {
            if (Images.AreDebug)
            {
                Assert.Ignore("The figures are those of optimised images.");
            }

            return Measured.Value;
        }
    }

    [Test]
    public void NoFigureIsWorseThanTheCommittedOne() => Assert.That(BenchBaseline.FindFaults(Baseline, Figures), Is.Empty);

    [Test]
    public void EveryTargetHasAFigure() => Assert.That(Targets.Keys, Is.SubsetOf(Figures.Select(figure => figure.Key)));

    /// <summary>docs/performance.md has a line for each that is missed, which begins with its name.</summary>
    [Test]
    public void EveryTargetIsMetOrExplained()
    {
        var missed = Figures.Where(figure => Targets.TryGetValue(figure.Key, out var target) && !target.IsMetBy(figure.Net)).Select(figure => figure.Workload);
        var page = File.ReadAllText(Path.Combine(Root, "docs", "performance.md"));
        var explained = Regex.Matches(page, @"^- `([^`]+)`, missed: ", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        Assert.That(missed, Is.EquivalentTo(explained));
    }

    [Test]
    public void TwoRunsGiveTheSameFiles()
    {
        var again = BenchSession.Measure(Images.Directory, Images.Variants);
        Assert.That(BenchReport.ToJson(again, Targets), Is.EqualTo(BenchReport.ToJson(Figures, Targets)));
        Assert.That(BenchReport.ToMarkdown(again, Targets), Is.EqualTo(BenchReport.ToMarkdown(Figures, Targets)));
    }

    [TestCase("W1 fixed-size-block", 0.9)]
    [TestCase("W9 linked-list", 1.1)]
    public void AFigureThatGotWorseIsNamed(string key, double factor)
    {
        var doctored = Baseline.Select(entry => entry.Key == key ? entry with { Net = entry.Net * (decimal)factor } : entry).ToList();
        var faults = BenchBaseline.FindFaults(doctored, Baseline.Select(ToFigure).ToList());
        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That(faults[0], Does.StartWith(key).And.Contain("worse by more than 3 %").And.Contain("--accept"));
    }

    [Test]
    public void ARaisedFigureNeedsAReason()
    {
        var figures = Baseline.Select(ToFigure).ToList();
        var cheaper = Baseline.Select(entry => entry.Key == "W1 bump" ? entry with { Net = entry.Net / 2 } : entry).ToList();
        var silent = BenchBaseline.Accept(cheaper, figures, " ");
        Assert.That(BenchBaseline.FindFaults(silent, figures), Has.Count.EqualTo(1).And.Some.Contains("without a reason"));
        var accepted = BenchBaseline.Accept(cheaper, figures, "a check more");
        Assert.That(BenchBaseline.FindFaults(accepted, figures), Is.Empty);
        Assert.That(accepted.Single(entry => entry.Key == "W1 bump").Reason, Is.EqualTo("a check more"));
    }

    /// <summary>Each of them below 3 %, and together more.</summary>
    [Test]
    public void ManySmallRisesNeedAReason()
    {
        var baseline = Baseline;
        for (var rise = 1; rise <= 4; rise++)
        {
            var figures = Baseline.Select(ToFigure).Select(figure => figure.Key == "W1 bump" ? figure with { Net = figure.Net * (1 + (rise * 0.01m)) } : figure).ToList();
            baseline = BenchBaseline.Accept(baseline, figures, string.Empty);
            var faults = BenchBaseline.FindFaults(baseline, figures);
            Assert.That(faults, rise < 4 ? Is.Empty : Has.Count.EqualTo(1).And.Some.Contains("W1 bump was raised").And.Some.Contains("without a reason"));
        }
    }

    [Test]
    public void AReferenceIsShownWhereNoTargetIsSet()
    {
        var figure = new BenchFigure("W1", "linked-list", 138, 23, 115, "instructions");
        var targets = new Dictionary<string, BenchTarget> { [figure.Key] = new("W1", "linked-list", null, false, 30, new Dictionary<string, decimal> { ["theirs"] = 145 }) };

        // Net by net, for both harnesses are known.
        Assert.That(BenchReport.ToMarkdown([figure], targets), Does.EndWith("| W1 | linked-list | 138 | 23 | 115 | instructions |  |  | theirs 115 (1.0×) |\n"));
        Assert.That(BenchReport.ToSummary([figure], targets), Does.Not.Contain("W1"));

        // Raw by raw, where that of the reference is not.
        targets[figure.Key] = targets[figure.Key] with { ReferenceNull = 0, Target = 120 };
        Assert.That(BenchReport.ToMarkdown([figure], targets), Does.EndWith("| ≤ 120 | yes | theirs 145 raw (1.05×) |\n"));
    }

    [Test]
    public void AFigureThatIsMissingOrNewIsNamed()
    {
        var figures = Baseline.Select(ToFigure).ToList();
        Assert.That(BenchBaseline.FindFaults(Baseline, figures[1..]), Has.Count.EqualTo(1).And.Some.Contains("nothing measures it"));
        Assert.That(BenchBaseline.FindFaults([.. Baseline.Skip(1)], figures), Has.Count.EqualTo(1).And.Some.Contains("not in the baseline"));
    }

    [Test]
    public void ThePagesShowTheCommittedFigures()
    {
        var committed = Baseline.ToDictionary(entry => entry.Key, entry => entry.Net);
        var figures = Figures.Select(figure => figure with { Net = committed[figure.Key] }).ToList();
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        Assert.That(readme, Is.EqualTo(BenchReport.Replace(readme, BenchReport.Figures, BenchReport.ToSummary(figures, Targets))));

        var page = File.ReadAllText(Path.Combine(Root, "docs", "performance.md"));
        var shown = Regex.Matches(page, @"^\| (\S+) \| (\S+) \| [0-9.]+ \| [0-9.]+ \| ([0-9.]+) \|", RegexOptions.Multiline)
            .ToDictionary(row => $"{row.Groups[1].Value} {row.Groups[2].Value}", row => decimal.Parse(row.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(shown, Is.EquivalentTo(committed));

        var plot = File.ReadAllText(Path.Combine(Root, "docs", "images", "cost-by-size.svg"));
        Assert.That(plot, Is.EqualTo(BenchPlot.ToSvg(BenchReport.ToJson(figures, Targets))), "./build.sh Bench --accept draws it");
        Assert.That(page, Does.Contain("(images/cost-by-size.svg)"));
    }

    [Test]
    public void NoPackageIsOverItsBudget()
    {
        _ = Figures;
        var parts = ImageSizes.Of(Images.Reference);
        var budgets = ImageSizes.ReadBudgets(Path.Combine(Root, "tests", "Figures", "budgets.json"));
        Assert.That(parts.Keys, Does.Contain("Tarn.CoreLib").And.Contain("Tarn.Memory"));
        Assert.That(ImageSizes.FindFaults(parts, budgets), Is.Empty, () => ImageSizes.ToMarkdown(parts, budgets));
        var tight = budgets.ToDictionary(budget => budget.Key, budget => budget.Key == "Tarn.Memory" ? parts[budget.Key] - 1 : budget.Value);
        Assert.That(ImageSizes.FindFaults(parts, tight), Has.Count.EqualTo(1).And.Some.StartsWith("Tarn.Memory has "));
    }

    /// <summary>A figure as the committed one says; without an image, so that the rule is tried alone.</summary>
    private static BenchFigure ToFigure(BenchBaselineEntry entry) => new(
        entry.Workload,
        entry.Variant,
        entry.Net,
        0,
        entry.Net,
        entry.Workload == "W9" ? "blocks" : entry.Workload == "W5-density" ? "percent" : "instructions");
}
