using System.Diagnostics;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using NUnit.Framework;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Command lines, and the processes they start.</summary>
public sealed class ToolingTests
{
    private static readonly AbsolutePath s_spacedPath = AbsolutePath.Create("/a folder/file");
    private static readonly AbsolutePath s_plainPath = AbsolutePath.Create("/folder/file");

    [Test]
    public void ValuesAreQuotedWhereNeeded()
    {
        var spaced = "two words";
        var plain = "word";
        var quoted = "\"in quotes\"";
        Assert.That(Format($"-a {spaced} -b {plain} -c {quoted}"), Is.EqualTo("-a \"two words\" -b word -c \"in quotes\""));
    }

    [Test]
    public void QuotesInsideAQuotedValueAreEscaped()
    {
        var value = "say \"it\" now";
        Assert.That(Format($"-a {value} -b"), Is.EqualTo("-a \"say \\\"it\\\" now\" -b"));
    }

    [Test]
    public void PathsAreQuotedWhereNeeded()
    {
        Assert.That(Format($"-a {s_spacedPath} -b {s_plainPath}"), Is.EqualTo("-a \"/a folder/file\" -b /folder/file"));
        Assert.That(Format($"-a {new[] { s_spacedPath, s_plainPath }}"), Is.EqualTo("-a \"/a folder/file\" /folder/file"));
    }

    [Test]
    public void OtherValuesAreWrittenAsTheyAre()
    {
        var nothing = (string?)null;
        Assert.That(Format($"-a {5} -b {true} -c {nothing}-d"), Is.EqualTo("-a 5 -b True -c -d"));
    }

    [Test]
    public void FormatsOverrideQuoting()
    {
        var value = "two words";
        Assert.That(Format($"-a {value:nq} -b {s_spacedPath:nq}"), Is.EqualTo("-a two words -b /a folder/file"));
    }

    [Test]
    public void SingleValueIsTheWholeCommandLine()
    {
        var value = "-a -b";
        Assert.That(Format($"{value}"), Is.EqualTo("-a -b"));
        Assert.That(Format("-a -b"), Is.EqualTo("-a -b"));
    }

    [Test]
    public void SecretsAreTakenOut()
    {
        var secret = "hidden";
        ArgumentStringHandler handler = $"--key {secret:r}";
        Assert.That(handler.ToStringAndClear(), Is.EqualTo("--key hidden"));
        Assert.That(handler.GetFilter()("the hidden key"), Is.EqualTo("the [REDACTED] key"));
    }

    [Test]
    public void SettingsBecomeArguments()
    {
        var settings = new DotNetBuildSettings()
            .SetConfiguration("Release")
            .SetProjectFile(s_spacedPath)
            .EnableNoRestore()
            .SetProperty("Flag", true)
            .SetProperty("Text", "two words")
            .SetOutputDirectory(s_plainPath)
            .AddProcessAdditionalArguments("-m:1");
        Assert.That(
            settings.GetArguments(),
            Is.EqualTo(
                "build \"/a folder/file\" --configuration Release --no-restore --property:Flag=true --property:Text=\"two words\" "
                + "--output /folder/file -m:1"));
    }

    [Test]
    public void SettingsDoNotChangeTheirOriginal()
    {
        var original = new DotNetTestSettings().SetFilter("One").SetProcessEnvironmentVariable("A", "1");
        var changed = original.SetFilter("Two").SetProcessEnvironmentVariable("A", "2").SetProcessWorkingDirectory("/");
        Assert.That(original.GetArguments(), Is.EqualTo("test --filter One"));
        Assert.That(original.ProcessEnvironmentVariables["A"], Is.EqualTo("1"));
        Assert.That(original.ProcessWorkingDirectory, Is.Null);
        Assert.That(changed.GetArguments(), Is.EqualTo("test --filter Two"));
        Assert.That(changed.ProcessEnvironmentVariables["A"], Is.EqualTo("2"));
    }

    [Test]
    public void SettingWithoutValueLeavesTheOptionOut() =>
        Assert.That(new DotNetTestSettings().SetFilter("One").SetFilter(null).SetNoBuild(false).GetArguments(), Is.EqualTo("test"));

    [Test]
    public void OutputIsCapturedByStream()
    {
        using var process = Shell("echo out; echo err >&2").AssertZeroExitCode();
        Assert.That(
            process.Output.Select(x => (x.Type, x.Text)),
            Is.EquivalentTo(new[] { (OutputType.Std, "out"), (OutputType.Err, "err") }));
        Assert.That(process.Output.StdToText(), Is.EqualTo("out"));
    }

    [Test]
    public void AllOutputIsThereWhenWaitingIsOver()
    {
        // A logger slower than the process: when that has ended, most of its lines are still to be read.
        using var process = ProcessTasks.StartProcess(
            "/bin/sh", "-c \"seq 100\"", timeout: 60_000, logInvocation: false, logger: (_, _) => Thread.Sleep(5)).AssertZeroExitCode();
        Assert.That(process.Output.Select(x => x.Text), Is.EqualTo(Enumerable.Range(1, 100).Select(x => $"{x}")));
    }

    [Test]
    public void ErrorOutputAloneFailsNothing() => Assert.That(() => Shell("echo err >&2").AssertZeroExitCode().Dispose(), Throws.Nothing);

    [Test]
    public void OtherExitCodesThanZeroThrow()
    {
        using var process = Shell("echo the reason >&2; exit 3");
        Assert.That(
            () => process.AssertZeroExitCode(),
            Throws.TypeOf<ProcessException>().With.Property("ExitCode").EqualTo(3)
                .And.Message.Contains("exited with code 3").And.Message.Contains("the reason"));
    }

    [Test]
    public void TimeOutKillsTheProcessAndWhatItStarted()
    {
        var clock = Stopwatch.StartNew();
        using var process = Shell("sleep 60 & echo $!; wait", timeout: 300);
        Assert.That(() => process.AssertWaitForExit(), Throws.ArgumentException.With.Message.Contains("did not exit within 300 ms"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        var child = int.Parse(process.Output.Single().Text);
        Assert.That(() => HasEnded(child), Is.True.After(5000, 20));
        Assert.That(() => process.HasExited, Is.True.After(5000, 20));
    }

    [Test]
    public void EnvironmentIsReplacedAsAWhole()
    {
        using var process = ProcessTasks.StartProcess(
            "/bin/sh",
            "-c \"echo $ONLY-$HOME-\"",
            environmentVariables: new Dictionary<string, string> { ["ONLY"] = "this" },
            logOutput: false,
            logInvocation: false).AssertZeroExitCode();
        Assert.That(process.Output.StdToText(), Is.EqualTo("this--"));
    }

    [Test]
    public void ToolsRunInTheirDirectoryAndThrowOnFailure()
    {
        var shell = ToolResolver.GetPathTool("sh");
        Assert.That(shell($"-c {"pwd -P"}", workingDirectory: "/", logOutput: false, logInvocation: false).StdToText(), Is.EqualTo("/"));
        Assert.That(() => shell($"-c {"exit 1"}", logInvocation: false), Throws.TypeOf<ProcessException>());
        Assert.That(() => shell($"-c {"exit 1"}", logInvocation: false, exitHandler: _ => { }), Throws.Nothing);
    }

    [Test]
    public void UnknownToolIsAnErrorThatNamesIt() =>
        Assert.That(() => ToolResolver.GetPathTool("no-such-program"), Throws.ArgumentException.With.Message.Contains("'no-such-program'"));

    private static bool HasEnded(int processId)
    {
        // A process that nobody has waited for yet stays as a zombie.
        var status = $"/proc/{processId}/status";
        return !File.Exists(status) || File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }

    private static string Format(ArgumentStringHandler handler) => handler.ToStringAndClear();

    private static IProcess Shell(string script, int? timeout = null) =>
        ProcessTasks.StartProcess("/bin/sh", $"-c {script}", timeout: timeout, logOutput: false, logInvocation: false);
}
