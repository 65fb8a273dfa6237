using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Tarn.Pipeline;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <content>The tests: on .NET, of the tools, and in the emulator.</content>
public sealed partial class Build
{
    /// <summary>Every project of tests, quickest first.</summary>
    private static readonly string[] TestProjects =
    [
        "tests/Pipeline/Tarn.Tests.Pipeline.csproj",
        "tests/Host/Tarn.Tests.Host.csproj",
        "tests/Tasks/Tarn.Tests.Tasks.csproj",
        "tests/Contract/Tarn.Tests.Contract.csproj",
        "tests/Packages/Tarn.Tests.Packages.csproj",
        "tests/Emulator/Tarn.Tests.Emulator.csproj",
    ];

    /// <summary>They take long, and have a copy of the sources to themselves: they run beside the others.</summary>
    private const string MutationProject = "tests/Mutations/Tarn.Tests.Mutations.csproj";

    /// <summary>The allocators whose kernels are tested. A variant that is named here and has no image fails the run.</summary>
    private static readonly Allocator[] Variants = [Allocator.FixedSizeBlock, Allocator.LinkedList, Allocator.Bump];

    private readonly TestCounts _counts = new();

    private AbsolutePath TestResultsDirectory => ArtifactsDirectory / "test-results";

    Target CompileVariants => _ => _
        .Description("Composes the reference kernel and the test kernel with each allocator, and the exception suite without optimisation")
        .DependsOn(Compile)
        .Executes(() =>
        {
            var testKernel = RootDirectory / "tests" / "Kernel" / "Tarn.Tests.Kernel.csproj";
            var exceptions = RootDirectory / "tests" / "Exceptions" / "Tarn.Tests.Exceptions.csproj";
            var testDirectories = new[] { "Kernel", "Exceptions", "Collector", "Conformance", "Testing", "Bench" }.Select(name => RootDirectory / "tests" / name);
            var inputs = KernelDirectories.Concat(testDirectories).Append(TargetsFile).ToList();
            foreach (var variant in Variants)
            {
                BuildImage(ReferenceImageProject, variant, ImageOf("tarn", variant), KernelDirectories);
                BuildImage(testKernel, variant, ImageOf("tests", variant), inputs);
                if (Configuration != Configuration.Debug)
                {
                    BuildBenchImage(variant);

                    // Whether code is optimised matters to exceptions more than to anything else: which registers a method keeps, and where its handlers are.
                    BuildImage(exceptions, variant, Configuration.Debug, ImageOf("exceptions", variant, Configuration.Debug), inputs);
                    if (variant != Allocator.Bump)
                    {
                        BuildCollectorImage(variant);
                        BuildStressedImage(testKernel, variant, inputs);
                    }
                }
            }

            var withoutMonitor = ImagesDirectory / $"tarn-{Variants[0].FileName}-without-monitor{Configuration.ImageSuffix}.elf";
            BuildImage(ReferenceImageProject, Variants[0], withoutMonitor, KernelDirectories, hasMonitor: false);
        });

    Target Test => _ => _
        .Description("Runs all tests, on .NET and in the emulator; --filter selects some")
        .DependsOn(SetupDebugger, Pack, CompileVariants)
        .Executes(() =>
        {
            TestResultsDirectory.CreateOrCleanDirectory();
            Environment.SetEnvironmentVariable("TARN_IMAGES", ImagesDirectory);
            LookForLimine();
            Environment.SetEnvironmentVariable("TARN_VARIANTS", string.Join(' ', Variants.Select(variant => variant.FileName + Configuration.ImageSuffix)));
            var mutations = Task.Run(() => RunTests(RootDirectory / MutationProject));
            try
            {
                foreach (var project in TestProjects)
                {
                    RunTests(RootDirectory / project);
                }
            }
            finally
            {
                mutations.GetAwaiter().GetResult();
            }

            Assert.True(_counts.Total > 0, Filter is null ? "No test ran" : $"No test matches '{Filter}'");
            Assert.True(_counts.Failed == 0, $"{_counts.Failed} tests failed");
        });

    Target Mutations => _ => _
        .Description("Takes one defence of the kernel out at a time, in a copy of the sources: its test must be red")
        .DependsOn(Compile)
        .Executes(() =>
        {
            TestResultsDirectory.CreateDirectory();
            RunTests(RootDirectory / MutationProject);
            Assert.True(_counts.Total > 0, Filter is null ? "No test ran" : $"No mutation matches '{Filter}'");
            Assert.True(_counts.Failed == 0, $"{_counts.Failed} tests failed");
        });

    /// <inheritdoc/>
    protected override void OnBuildFinished()
    {
        // The very last line: scripts, and whoever looks at a log, find the sum of a test run there.
        if (_counts.Total > 0)
        {
            Console.WriteLine($"{_counts.Passed} passed, {_counts.Failed} failed, {_counts.Skipped} skipped");
        }
    }

    /// <summary>The test kernel whose cases are about the collector.</summary>
    private void BuildCollectorImage(Allocator variant) =>
        BuildImage(
            RootDirectory / "tests" / "Collector" / "Tarn.Tests.Collector.csproj",
            variant,
            ImageOf("collector", variant),
            KernelDirectories.Concat(new[] { "Kernel", "Collector", "Testing", "Bench" }.Select(name => RootDirectory / "tests" / name)));

    /// <summary>The test kernel with a collector that collects before every allocation.</summary>
    private void BuildStressedImage(AbsolutePath testKernel, Allocator variant, List<AbsolutePath> inputs) =>
        BuildImage(
            testKernel,
            variant,
            Configuration,
            ImagesDirectory / $"tests-{variant.FileName}-stress.elf",
            inputs,
            properties: " -p:TarnCollector=true -p:TarnCollectorStress=true -p:TarnCheckHandlers=false");

    /// <summary>Tells the emulator tests with which boot loader to make discs, or why there are none: then the tests that need one are skipped.</summary>
    private void LookForLimine()
    {
        try
        {
            var limine = LimineFinder.Find();
            RequireTools(SystemTool.DiscMaker, SystemTool.UefiFirmware);
            Environment.SetEnvironmentVariable("TARN_LIMINE", limine.Directory);
            Environment.SetEnvironmentVariable("TARN_LIMINE_INSTALLER", limine.Installer);
        }
        catch (InvalidOperationException exception) when (Limine is null)
        {
            Log.Information("Tests that boot from a disc are skipped: {Reason:l}", exception.Message);
            Environment.SetEnvironmentVariable("TARN_LIMINE_ABSENT", exception.Message);
        }
    }

    private void RunTests(AbsolutePath project)
    {
        var results = TestResultsDirectory / (project.NameWithoutExtension + ".trx");
        var filter = Filter is null ? string.Empty : $"--filter {Filter}";
        var failed = false;
        try
        {
            DotNet($"test {project} --no-build --configuration {Configuration} --nologo --logger trx;LogFileName={results.Name} --results-directory {TestResultsDirectory} {filter:nq}");
        }
        catch (Nuke.Common.Tooling.ProcessException exception)
        {
            // The counts say which tests failed, and the target fails with them; a run that ended without results is a failure of its own.
            Log.Error("{Message}", exception.Message);
            failed = true;
        }

        if (results.FileExists())
        {
            bool hasFailures;
            lock (_counts)
            {
                var before = _counts.Failed;
                _counts.Add(XDocument.Load(results));
                hasFailures = _counts.Failed > before;
            }

            Assert.True(!failed || hasFailures, $"{project.Name} failed outside of its tests");
        }
        else
        {
            Assert.True(!failed && Filter is not null, $"{project.Name} left no results");
        }
    }
}
