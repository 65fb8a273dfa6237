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

            var targets = BenchTarget.Read(RootDirectory / "tests" / "Figures" / "targets.json");
            var figures = BenchSession.Measure(ImagesDirectory, Variants.Select(variant => variant.FileName))
                .Where(figure => Filter is null || figure.Workload.StartsWith(Filter, StringComparison.OrdinalIgnoreCase))
                .ToList();
            Assert.True(figures.Count > 0, $"No workload begins with '{Filter}'");
            BenchDirectory.CreateDirectory();
            File.WriteAllText(BenchDirectory / "results.json", BenchReport.ToJson(figures, targets));
            File.WriteAllText(BenchDirectory / "results.md", BenchReport.ToMarkdown(figures, targets));
            var budgets = ImageSizes.ReadBudgets(RootDirectory / "tests" / "Figures" / "budgets.json");
            var parts = ImageSizes.Of(ImageOf("tarn", Variants[0]));
            File.WriteAllText(BenchDirectory / "size.md", ImageSizes.ToMarkdown(parts, budgets));
            foreach (var fault in ImageSizes.FindFaults(parts, budgets))
            {
                Log.Warning("{Fault:l}", fault);
            }

            Console.WriteLine(BenchReport.ToMarkdown(figures, targets));
            if (Accept is not null)
            {
                File.WriteAllText(BaselineFile, BenchJson.WriteLines(BenchBaseline.Accept(BaselineFile.FileExists() ? BenchBaseline.Read(BaselineFile) : [], figures, Accept)));
                var (full, summary) = (BenchReport.ToMarkdown(figures, targets), BenchReport.ToSummary(figures, targets));
                foreach (var (page, table) in new[] { (RootDirectory / "docs" / "performance.md", full), (RootDirectory / "README.md", summary) })
                {
                    File.WriteAllText(page, BenchReport.Replace(page.ReadAllText(), table));
                }

                Log.Information("tests/Figures/baseline.json, docs/performance.md and README.md have these figures now");
            }
            else if (Filter is null && BaselineFile.FileExists())
            {
                foreach (var fault in BenchBaseline.FindFaults(BenchBaseline.Read(BaselineFile), figures))
                {
                    Log.Warning("{Fault:l}", fault);
                }
            }
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
            KernelDirectories.Concat(new[] { "Kernel", "Testing", "Bench" }.Select(name => RootDirectory / "tests" / name)));
    }
}
