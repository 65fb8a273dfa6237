using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Mutations;

/// <summary>Each defence of the kernel has a test that misses it: the defence is taken out of a copy of the sources, and the test is run there.</summary>
[TestFixture]
public sealed partial class MutationTests
{
    private static readonly string Root = Metadata("TarnRoot");
    private static readonly string EmulatorTests = Metadata("EmulatorTests");
    private static readonly string Copy = Path.Combine(Root, "artifacts", "mutations");
    private static readonly string Results = Path.Combine(Copy, "artifacts", "mutation-results");

    /// <summary>Takes the sources as they are.</summary>
    [OneTimeSetUp]
    public static void CopySources() => SourceMirror.Update(Root, Copy);

    /// <summary>With all defences in, the tests are green: what follows fails for the defence, and not for the copy.</summary>
    [Test]
    public void WithAllDefencesTheTestsAreGreen([ValueSource(nameof(Kernels))] (string Allocator, bool HasCollector) kernel)
    {
        Build(kernel);
        var cases = Mutations.All.Where(mutation => KernelOf(mutation) == kernel).Select(mutation => mutation.Case).Distinct().ToArray();

        var outcomes = Run(kernel, cases);

        Assert.That(outcomes.Keys.Order(), Is.EqualTo(cases.Order()));
        Assert.That(outcomes.Values, Is.All.EqualTo("Passed"));
    }

    /// <summary>Without one, its test is red.</summary>
    [TestCaseSource(nameof(Cases))]
    public void WithoutItsDefenceTheTestIsRed(Mutation mutation)
    {
        var file = Path.Combine(Copy, mutation.File);
        var text = File.ReadAllText(file);
        Assert.That(Regex.Count(text, Regex.Escape(mutation.Original)), Is.EqualTo(1), $"{mutation.File} has no such line any more, or several");
        try
        {
            File.WriteAllText(file, text.Replace(mutation.Original, mutation.Replacement, StringComparison.Ordinal));
            Build(KernelOf(mutation));

            var outcomes = Run(KernelOf(mutation), [mutation.Case]);

            Assert.That(outcomes, Is.EqualTo(new Dictionary<string, string> { [mutation.Case] = "Failed" }));
        }
        finally
        {
            File.WriteAllText(file, text);
        }
    }

    private static IEnumerable<TestCaseData> Cases() => from mutation in Mutations.All select new TestCaseData(mutation).SetName($"Without {mutation.Defence}");

    private static IEnumerable<(string Allocator, bool HasCollector)> Kernels() => Mutations.All.Select(KernelOf).Distinct();

    private static (string Allocator, bool HasCollector) KernelOf(Mutation mutation) => (mutation.Allocator, mutation.HasCollector);

    /// <summary>Builds the copy's test kernel.</summary>
    private static void Build((string Allocator, bool HasCollector) kernel)
    {
        var folder = kernel.HasCollector ? "Collector" : "Kernel";
        var project = Path.Combine(Copy, "tests", folder, $"Tarn.Tests.{folder}.csproj");

        // The analyzers and the conformance programs take two thirds of the time. A mutation need not please the former, and the cases need not the latter.
        string[] arguments =
        [
            "build", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet", $"-p:TarnAllocator={kernel.Allocator}",
            "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:TarnConformancePrograms=false",
        ];
        var result = ProcessRunner.Run("dotnet", arguments);
        Assert.That(result.ExitCode, Is.Zero, result.Output);
    }

    /// <summary>Runs cases in the copy's test kernel, by the same tests of the emulator that run them in the original.</summary>
    /// <returns>The outcome of each by its name.</returns>
    private static Dictionary<string, string> Run((string Allocator, bool HasCollector) kernel, IReadOnlyList<string> cases)
    {
        var variant = VariantName().Replace(kernel.Allocator, "-$1").ToLowerInvariant();
        var report = Path.Combine(Results, "results.trx");
        Directory.CreateDirectory(Results);
        File.Delete(report);
        string[] arguments =
        [
            "test", EmulatorTests, "--nologo", "--logger", $"trx;LogFileName={Path.GetFileName(report)}", "--results-directory", Results,
            "--filter", string.Join('|', cases.Select(name => $"Name~{name}")),
            "--", $"RunConfiguration.EnvironmentVariables.TARN_IMAGES={Path.Combine(Copy, "artifacts", "images")}",
            $"RunConfiguration.EnvironmentVariables.TARN_VARIANTS={variant}",

            // Without some of the defences the kernel hangs; none of the cases is silent for as much as a second.
            "RunConfiguration.EnvironmentVariables.TARN_SILENCE=10",
        ];
        var result = ProcessRunner.Run("dotnet", arguments);
        Assert.That(File.Exists(report), result.Output);
        var suffix = kernel.HasCollector ? $" [collector-{variant}]" : $" [{variant}]";
        return XDocument.Load(report).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(element => (Name: element.Attribute("testName")!.Value.Replace(suffix, string.Empty), Outcome: element.Attribute("outcome")!.Value))
            .Where(entry => cases.Contains(entry.Name))
            .ToDictionary(entry => entry.Name, entry => entry.Outcome);
    }

    private static string Metadata(string key) =>
        typeof(MutationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    [GeneratedRegex("(?<=.)([A-Z])")]
    private static partial Regex VariantName();
}
