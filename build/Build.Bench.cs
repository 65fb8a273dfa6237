using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Tarn.Pipeline;

/// <content>What the fast paths cost, in instructions.</content>
public sealed partial class Build
{
    [Parameter("Makes this run's figures the committed ones (Bench), and says why any of them is worse")]
    readonly string? Accept;

    private AbsolutePath BenchDirectory => ArtifactsDirectory / "bench";

    private AbsolutePath BaselineFile => RootDirectory / "tests" / "Figures" / "baseline.json";

    private AbsolutePath TargetsFile => RootDirectory / "tests" / "Figures" / "targets.json";

    private AbsolutePath PlotFile => RootDirectory / "docs" / "images" / "cost-by-size.svg";

    private AbsolutePath BenchProject => RootDirectory / "tests" / "Bench" / "Tarn.Bench.csproj";

    Target Bench => _ => _
        .Description("Measures the workloads W1 to W9 in instructions: artifacts/bench/results.md; --filter selects some, --accept \"why\" commits to them")
        .DependsOn(Setup)
        .Requires(() => Configuration == Configuration.Release)
        .Requires(() => Accept == null || Filter == null)
        .Executes(() =>
        {
            foreach (var variant in Variants)
            {
                BuildImage(ReferenceImageProject, variant, ImageOf("tarn", variant), KernelDirectories);
                BuildBenchImage(variant);
            }

            var targets = BenchTarget.Read(TargetsFile);
            var figures = BenchSession.Measure(ImagesDirectory, Variants.Select(variant => variant.FileName))
                .Where(figure => Filter is null || figure.Workload.StartsWith(Filter, StringComparison.OrdinalIgnoreCase))
                .ToList();
            Assert.True(figures.Count > 0, $"No workload begins with '{Filter}'");
            BenchDirectory.CreateDirectory();
            var results = BenchReport.ToJson(figures, targets);
            File.WriteAllText(BenchDirectory / "results.json", results);
            var budgets = ImageSizes.ReadBudgets(RootDirectory / "tests" / "Figures" / "budgets.json");
            var parts = ImageSizes.Of(ImageOf("tarn", Variants[0]));
            File.WriteAllText(BenchDirectory / "results.md", $"{BenchReport.ToMarkdown(figures, targets)}\n{ImageSizes.ToMarkdown(parts, budgets)}");
            File.WriteAllText(BenchDirectory / "size.md", ImageSizes.ToMarkdown(parts, budgets));
            File.WriteAllText(BenchDirectory / "size.json", ImageSizes.ToJson(parts));
            var faults = Filter is null ? ImageSizes.FindFaults(parts, budgets).ToList() : [];
            Console.WriteLine(BenchReport.ToMarkdown(figures, targets));
            if (Filter is null)
            {
                var start = StartTime.Measure(ImageOf("tarn", Variants[0]));
                Log.Information("{Time:l} from QEMU's start to the kernel's first line; the target is {Target:l}", $"{start.TotalSeconds:0.000} s", $"{StartTime.Target.TotalSeconds:0.00} s");
                File.WriteAllText(BenchDirectory / "cost-by-size.svg", BenchPlot.ToSvg(results));
            }

            if (Accept is not null)
            {
                File.WriteAllText(BaselineFile, BenchJson.WriteLines(BenchBaseline.Accept(BaselineFile.FileExists() ? BenchBaseline.Read(BaselineFile) : [], figures, Accept)));
                var page = RootDirectory / "docs" / "performance.md";
                var withFigures = BenchReport.Replace(page.ReadAllText(), BenchReport.Figures, BenchReport.ToMarkdown(figures, targets));
                page.WriteAllText(BenchReport.Replace(withFigures, BenchReport.Sizes, ImageSizes.ToTable(parts, budgets)));
                var readme = RootDirectory / "README.md";
                readme.WriteAllText(BenchReport.Replace(readme.ReadAllText(), BenchReport.Figures, BenchReport.ToSummary(figures, targets)));
                File.WriteAllText(PlotFile, BenchPlot.ToSvg(results));
                Log.Information("tests/Figures/baseline.json, docs/performance.md, its plot and README.md have these figures now");
            }
            else if (Filter is null && BaselineFile.FileExists())
            {
                faults.AddRange(BenchBaseline.FindFaults(BenchBaseline.Read(BaselineFile), figures));
            }

            Assert.True(faults.Count == 0, string.Join('\n', faults));
        });

    private void BuildBenchImage(Allocator variant)
    {
        if (variant != Allocator.Bump)
        {
            BuildCollectorImage(variant);
        }

        BuildImage(
            BenchProject,
            variant,
            ImageOf("bench", variant),
            KernelDirectories.Concat(new[] { "Kernel", "Testing", "Bench" }.Select(name => RootDirectory / "tests" / name)).Append(TargetsFile));
    }
}
