using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using NUnit.Framework;
using Tarn.Pipeline;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Where parameters get their values.</summary>
public sealed class ParameterTests
{
    private static readonly Dictionary<string, string> s_variable = new() { ["Text"] = "variable" };

    [Test]
    public void InitializerStaysWhereNothingIsGiven() => Assert.That(Show([]), Does.Contain("Text=initial").And.Contain("Color=Green"));

    [Test]
    public void CommandLineWinsOverEnvironment() => Assert.That(Show(["--text", "argument"], s_variable), Does.Contain("Text=argument"));

    [Test]
    public void EnvironmentWinsOverFile() => Assert.That(Show([], s_variable, """{ "Text": "file" }"""), Does.Contain("Text=variable"));

    [Test]
    public void FileWinsOverInitializer() => Assert.That(Show([], null, """{ "Text": "file" }"""), Does.Contain("Text=file"));

    [TestCase("TEXT")]
    [TestCase("te_xt")]
    [TestCase("NUKE_TEXT")]
    [TestCase("NukeText")]
    public void EnvironmentNamesAreFoundByTheirLettersAndDigits(string name) =>
        Assert.That(Show([], new() { [name] = "variable" }), Does.Contain("Text=variable"));

    [Test]
    public void ExactEnvironmentNameWins() =>
        Assert.That(Show([], new() { ["Text"] = "exact", ["TEXT"] = "other" }), Does.Contain("Text=exact"));

    [Test]
    public void SeveralEnvironmentNamesAreNoneAndAWarning()
    {
        var output = Run([], new() { ["TEXT"] = "one", ["NUKE_TEXT"] = "two" }).Output;
        Assert.That(output, Does.Contain("Could not resolve Text since multiple values are provided"));
    }

    [TestCase("--two-words")]
    [TestCase("--TwoWords")]
    [TestCase("-twowords")]
    public void ArgumentNamesIgnoreCaseAndDashes(string name) => Assert.That(Show([name, "value"]), Does.Contain("TwoWords=value"));

    [Test]
    public void LastOccurrenceWins() => Assert.That(Show(["--text", "one", "--text", "two"]), Does.Contain("Text=two"));

    [Test]
    public void BareBooleanIsTrue() => Assert.That(Show(["--flag"]), Does.Contain("Flag=True"));

    [Test]
    public void BooleanTakesAValue() => Assert.That(Show(["--flag", "false"]), Does.Contain("Flag=False"));

    [Test]
    public void ArraysTakeAllValuesToTheNextName() =>
        Assert.That(Show(["--numbers", "1", "2", "3", "--text", "x"]), Does.Contain("Numbers=1,2,3").And.Contain("Text=x"));

    [Test]
    public void ArraysComeFromTheFileToo() => Assert.That(Show([], null, """{ "Numbers": [4, 5] }"""), Does.Contain("Numbers=4,5"));

    [TestCase("Red")]
    [TestCase("red")]
    public void EnumerationsIgnoreCase(string value) => Assert.That(Show(["--color", value]), Does.Contain("Color=Red"));

    [Test]
    public void ValueThatDoesNotFitIsWarnedAboutAndPassedOver()
    {
        var run = Run(["--color", "Mauve"]);
        Assert.That(run.Trace, Does.Contain("Color=Green"));
        Assert.That(run.Output, Does.Contain("[WRN] Could not inject value for Settings.Color").And.Contain("'Mauve'"));
    }

    [Test]
    public void OwnNameReplacesThatOfTheMember() =>
        Assert.That(Show(["--short", "value", "--long-name", "other"]), Does.Contain("LongName=value"));

    [Test]
    public void RelativePathsStartAtTheWorkingDirectory()
    {
        var path = Show(["--file", "some/../file.txt"]).Single(x => x.StartsWith("File=", StringComparison.Ordinal));
        Assert.That(path, Does.Match("^File=/.*/file\\.txt$").And.Not.Contain(".."));
    }

    [Test]
    public void HelpListsTargetsAndParameters()
    {
        var run = Run(["--help"]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.Output, Does.Match(@"(?m)^  Show \(default\) +-> Before$"));
        Assert.That(run.Output, Does.Match(@"(?m)^    Shows what it got$"));
        Assert.That(run.Output, Does.Match(@"(?m)^  --two-words +A parameter of two words\.$"));
        Assert.That(run.Output, Does.Match(@"(?m)^  --short "));
        Assert.That(run.Output, Does.Match(@"(?m)^  --no-logo "));
        Assert.That(run.Output, Does.Contain("'Show' if none is named"));
        Assert.That(run.Output, Does.Not.Contain("Hidden"));
    }

    [Test]
    public void PlanListsWhatWouldRunInOrder()
    {
        var run = Run(["Show", "--plan"]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.Output, Does.Match(@"1  Before\s+2  Show +-> Before"));
    }

    [TestCase("Normal", true, true)]
    [TestCase("Minimal", false, true)]
    [TestCase("Quiet", false, false)]
    public void VerbosityFiltersTheLog(string verbosity, bool showsInformation, bool showsWarning)
    {
        var output = Run(["--verbosity", verbosity]).Output;
        Assert.That(output.Contains("[INF] some information", StringComparison.Ordinal), Is.EqualTo(showsInformation));
        Assert.That(output.Contains("[WRN] a warning", StringComparison.Ordinal), Is.EqualTo(showsWarning));
    }

    [TestCase(new[] { "--colour", "Red" }, "There is no parameter '--colour'")]
    [TestCase(new[] { "--color", "Mauve" }, "'--color' does not take 'Mauve', but one of Red, Green")]
    [TestCase(new[] { "--text" }, "'--text' needs a value")]
    [TestCase(new[] { "--text", "a", "b" }, "'--text' takes one value, and not 2")]
    public void CheckedArgumentsEndTheBuild(string[] arguments, string message)
    {
        var run = PipelineRun.Execute<CheckedSettings>(arguments, x => x.Show);
        Assert.That(run.ExitCode, Is.EqualTo(-1));
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.Output, Does.Contain(message));
    }

    [Test]
    public void CheckedArgumentsThatFitPass() =>
        Assert.That(
            PipelineRun.Execute<CheckedSettings>(["--Color", "red", "--numbers", "1", "2", "--flag", "--verbosity", "Normal"], x => x.Show)
                .ExitCode,
            Is.Zero);

    private static IReadOnlyList<string> Show(string[] arguments, Dictionary<string, string>? variables = null, string? file = null) =>
        Run(arguments, variables, file).Trace;

    private static PipelineRun Run(string[] arguments, Dictionary<string, string>? variables = null, string? file = null) =>
        PipelineRun.Execute<Settings>(arguments, x => x.Show, variables, file);

    [TypeConverter(typeof(TypeConverter<Color>))]
    private sealed class Color : Enumeration
    {
        public static readonly Color Red = new() { Value = nameof(Red) };

        public static readonly Color Green = new() { Value = nameof(Green) };
    }

    private class Settings : RecordingBuild
    {
        [Parameter]
        protected readonly string Text = "initial";

        [Parameter]
        protected readonly bool Flag = false;

        [Parameter]
        protected readonly int[] Numbers = [];

        [Parameter]
        protected readonly Color Color = Color.Green;

        [Parameter("A parameter of two words")]
        public string? TwoWords { get; }

        [Parameter(Name = "Short")]
        public string? LongName { get; }

        [Parameter]
        public AbsolutePath? File { get; }

        public Target Show => _ => _
            .Description("Shows what it got")
            .DependsOn(Before)
            .Executes(() =>
            {
                Record($"Text={Text}");
                Record($"Flag={Flag}");
                Record($"Numbers={string.Join(',', Numbers)}");
                Record($"Color={Color}");
                Record($"TwoWords={TwoWords}");
                Record($"LongName={LongName}");
                Record($"File={File}");
            });

        public Target Before => _ => _.Executes(() =>
        {
            Serilog.Log.Information("some information");
            Serilog.Log.Warning("a warning");
        });

        public Target Hidden => _ => _.Unlisted();
    }

    private sealed class CheckedSettings : Settings
    {
        protected override void OnBuildInitialized() => ArgumentCheck.Check(GetType());
    }
}
