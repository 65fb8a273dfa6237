using Tarn.Sdk.Tool;
using Tarn.Sdk.Tool.Commands;
using Tarn.Sdk.Tool.Toolchains;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The verb <c>check-handlers</c>, and the build that runs it.</summary>
[TestFixture]
public sealed class CheckHandlersCommandTests
{
    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = new TemporaryDirectory();

    [TearDown]
    public void RemoveDirectory() => _directory.Dispose();

    [Test]
    public void AnImageThatPassesGetsItsReports()
    {
        using var image = CheckedImage.TestKernel();
        var report = _directory.File("kernel.handlers");

        var (exitCode, output) = Run(image, report);

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Is.Empty);
        Assert.That(File.ReadAllText(report + ".json"), Does.Contain("\"name\": \"Tarn.Drivers.PitTick<PortSpace, PitTickAlone>\""));
        Assert.That(File.ReadAllText(report + ".md"), Does.Contain("| `Tarn.Drivers.PitTick<PortSpace, PitTickAlone>` |"));
    }

    [Test]
    public void AnImageThatFailsLosesTheReportsOfAnEarlierRun()
    {
        using var image = CheckedImage.Handlers();
        var report = _directory.File("kernel.handlers");
        File.WriteAllText(report + ".json", "{}");
        File.WriteAllText(report + ".md", "");

        var (exitCode, output) = Run(image, report);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Match(@"(?m)^tests/Handlers/Forbidden/Allocating\.cs\(8,43\): error TARN3001: the interrupt handler "));
        Assert.That(output, Does.Contain("\n    at arch-x86_64/Interrupts/ClaimedHandler.cs("));
        Assert.That(report + ".json", Does.Not.Exist);
        Assert.That(report + ".md", Does.Not.Exist);
    }

    [Test]
    public void ADeclarationThatLacksAReasonIsAnError()
    {
        using var image = CheckedImage.TestKernel();
        var declarations = _directory.File("declarations");
        File.WriteAllLines(declarations, ["DeclaredIndirectCall\tSome.Function\tSome.Target\t"]);

        var (exitCode, output) = Run(image, _directory.File("report"), declarations);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("tarn: error TARN3014: the declared indirect call in Some.Function needs Targets, "));
    }

    [Test]
    public void AMissingOptionIsNamed() => Assert.That(
        () => CheckHandlersCommand.Run([], TextWriter.Null),
        Throws.TypeOf<ToolUsageException>().With.Message.EqualTo("option '--image' is missing"));

    [Test]
    public void TheBuildFails()
    {
        CheckedImage.Handlers().Dispose();
        var project = Path.Combine(Workplace.Root, "tests", "Handlers", "Tarn.Tests.Handlers.csproj");

        var result = ProcessRunner.Run(
            "dotnet",
            ["build", project, "--configuration", "Release", "--no-restore", "--nologo", "--verbosity", "quiet", "-p:TarnCheckHandlers=true"]);

        var errors = result.Output.Split('\n');
        var file = Path.Combine(Workplace.Root, "tests", "Handlers", "Forbidden", "Allocating.cs");
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(errors, Has.Some.StartsWith(
            $"{file}(8,43): error TARN3001: the interrupt handler Tarn.Tests.Handlers.Forbidden.Allocating allocates: "
            + "ClaimedHandler<Allocating>.RunVector -> Allocating.OnInterrupt -> RhpNewFast (creates an object or an array)"));
        Assert.That(errors, Has.Some.StartsWith($"{project} : error TARN3000: handlers has interrupt handlers that break their rules"));
    }

    private static (int ExitCode, string Output) Run(CheckedImage image, string report, string? declarations = null)
    {
        var output = new StringWriter { NewLine = "\n" };
        var exitCode = CheckHandlersCommand.Run(
            [
                "--image", image.ImagePath,
                "--program", image.ProgramPath,
                "--declarations", declarations ?? image.DeclarationsPath,
                "--report", report,
                "--source-root", "/_/tarn/=",
            ],
            output);
        return (exitCode, output.ToString());
    }
}
