using Nuke.Common;
using Nuke.Common.Execution;
using NUnit.Framework;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>How targets run, are skipped, and fail.</summary>
public sealed class ExecutionTests
{
    [Test]
    public void SuccessIsExitCodeZeroWithASummary()
    {
        var run = PipelineRun.Execute<Plain>(["Second"]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.SummaryOf("First"), Does.Match("Succeeded +< 1sec$"));
        Assert.That(run.SummaryOf("Second"), Does.Match("Succeeded +< 1sec$"));
        Assert.That(run.Output, Does.Contain("Succeeded at"));
    }

    [Test]
    public void ActionsRunInOrderAndTasksAreWaitedFor() =>
        Assert.That(PipelineRun.Execute<Plain>(["Many"]).Trace, Is.EqualTo(new[] { "action", "function", "task" }));

    [Test]
    public void TargetWithoutActionsIsLeftOutOfTheSummary()
    {
        var run = PipelineRun.Execute<Plain>(["All"]);
        Assert.That(run.Trace, Is.EqualTo(new[] { "First", "Second" }));
        Assert.That(run.SummaryOf("All"), Is.Null);
    }

    [Test]
    public void BuildFinishesAfterTheSummary()
    {
        var run = PipelineRun.Execute<Plain>(["First"]);
        Assert.That(run.Output.TrimEnd(), Does.EndWith("the last line"));
        Assert.That(
            run.Output.IndexOf("Succeeded at", StringComparison.Ordinal),
            Is.LessThan(run.Output.IndexOf("the last line", StringComparison.Ordinal)));
    }

    [Test]
    public void FailureEndsTheBuildWithMinusOne()
    {
        var run = PipelineRun.Execute<Failing>(["Afterwards"]);
        Assert.That(run.ExitCode, Is.EqualTo(-1));
        Assert.That(run.Trace, Does.Not.Contain("Afterwards"));
        Assert.That(run.SummaryOf("Broken"), Does.Contain("Failed").And.Contain("// InvalidOperationException: It broke"));
        Assert.That(run.SummaryOf("Afterwards"), Does.Contain("NotRun"));
        Assert.That(run.Output, Does.Contain("[ERR] The target Broken failed: It broke").And.Contain("Failed at"));
    }

    [Test]
    public void AssuredTargetsRunAfterAFailure() =>
        Assert.That(PipelineRun.Execute<Failing>(["Afterwards", "CleanUp"]).Trace, Is.EqualTo(new[] { "Broken", "CleanUp" }));

    [Test]
    public void CancellationRunsAssuredTargetsOnceAndNoOthers()
    {
        var build = new Cancelled();
        build.ExecutableTargets = ExecutableTargetFactory.CreateAll(build, []);
        build.ExecutionPlan = ExecutionPlanner.GetExecutionPlan(build.ExecutableTargets, ["Next", "CleanUp"]);
        var context = BuildContext.Current;
        var root = Directory.CreateTempSubdirectory("tarn-pipeline-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, ".nuke"));
            BuildContext.Current = new BuildContext([], new Dictionary<string, string>(), root);
            RecordingBuild.Trace.Clear();
            build.Executor = new BuildExecutor(build);
            Assert.That(() => build.Executor.Execute(skippedNames: null), Throws.TypeOf<TargetExecutionException>());
            Assert.That(RecordingBuild.Trace, Is.EqualTo(new[] { "Running", "CleanUp", "finished" }));
        }
        finally
        {
            BuildContext.Current = context;
            Directory.Delete(root, recursive: true);
        }
    }

    [Test]
    public void BuildThatProceedsAfterAFailureStillFails()
    {
        var run = PipelineRun.Execute<Failing>(["AfterTolerated"]);
        Assert.That(run.Trace, Is.EqualTo(new[] { "Tolerated", "AfterTolerated" }));
        Assert.That(run.ExitCode, Is.EqualTo(-1));
    }

    [Test]
    public void ExitCodeOfTheBuildWins() => Assert.That(PipelineRun.Execute<Failing>(["OwnExitCode"]).ExitCode, Is.EqualTo(7));

    [Test]
    public void SkippedTargetTakesItsOwnDependenciesAlong()
    {
        var run = PipelineRun.Execute<Chain>(["Last", "--skip", "Middle"]);
        Assert.That(run.Trace, Is.EqualTo(new[] { "Last" }));
        Assert.That(run.SummaryOf("Middle"), Does.Contain("Skipped").And.Contain("via parameter"));
        Assert.That(run.SummaryOf("First"), Does.Contain("Skipped").And.Contain("because of Middle"));
    }

    [Test]
    public void SkippedTargetLeavesDependenciesThatOthersNeed() =>
        Assert.That(
            PipelineRun.Execute<Chain>(["Last", "Other", "--skip", "Middle"]).Trace,
            Is.EquivalentTo(new[] { "First", "Other", "Last" }));

    [Test]
    public void SkipWithSeveralNames() =>
        Assert.That(
            PipelineRun.Execute<Chain>(["Last", "Other", "--skip", "middle+fir-st"]).Trace,
            Is.EquivalentTo(new[] { "Other", "Last" }));

    [Test]
    public void SkipWithoutNamesSkipsAllThatWasNotNamed() =>
        Assert.That(PipelineRun.Execute<Chain>(["Last", "--skip"]).Trace, Is.EqualTo(new[] { "Last" }));

    [Test]
    public void WhenSkippedCanKeepDependencies() =>
        Assert.That(PipelineRun.Execute<Chain>(["AfterKeeping", "--skip", "Keeping"]).Trace, Is.EqualTo(new[] { "First", "AfterKeeping" }));

    [Test]
    public void StaticConditionSkipsBeforeAnythingRuns()
    {
        var run = PipelineRun.Execute<Conditional>(["Static"]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.SummaryOf("Static"), Does.Contain("Skipped").And.EndsWith("// OnlyWhen: s_hasPrepared"));
    }

    [Test]
    public void DynamicConditionIsEvaluatedJustBefore()
    {
        var run = PipelineRun.Execute<Conditional>(["Dynamic", "NeverDynamic"]);
        Assert.That(run.Trace, Is.EqualTo(new[] { "Prepare", "Dynamic" }));
        Assert.That(run.SummaryOf("NeverDynamic"), Does.EndWith("// OnlyWhen: !s_hasPrepared"));
    }

    [Test]
    public void UnmetRequirementFailsBeforeAnythingRuns()
    {
        var run = PipelineRun.Execute<Requiring>(["NeedsCondition"]);
        Assert.That(run.ExitCode, Is.EqualTo(-1));
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.Output, Does.Contain("Target 'NeedsCondition' requires '").And.Contain("Level"));
    }

    [Test]
    public void MetRequirementLetsTheBuildRun() =>
        Assert.That(
            PipelineRun.Execute<Requiring>(["NeedsCondition", "--level", "3"]).Trace,
            Is.EqualTo(new[] { "First", "NeedsCondition" }));

    [Test]
    public void RequirementOfASkippedTargetDoesNotCount() =>
        Assert.That(
            PipelineRun.Execute<Requiring>(["AfterNeedsCondition", "--skip", "NeedsCondition"]).Trace,
            Is.EqualTo(new[] { "AfterNeedsCondition" }));

    [TestCase("", -1)]
    [TestCase("  ", -1)]
    [TestCase("someone", 0)]
    public void RequiredParameterNeedsAValue(string value, int exitCode)
    {
        var run = PipelineRun.Execute<Requiring>(["NeedsParameter", "--user-name", value]);
        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(
            run.Output.Contains("needs a value for 'UserName'", StringComparison.Ordinal),
            Is.EqualTo(exitCode != 0));
    }

    [Test]
    public void ContinueLeavesOutWhatSucceededBefore()
    {
        var root = Directory.CreateTempSubdirectory("tarn-pipeline-").FullName;
        try
        {
            Assert.That(PipelineRun.Execute<Failing>(["AfterOnce"], rootDirectory: root).Trace, Is.EqualTo(new[] { "Good" }));
            Assert.That(PipelineRun.Execute<Failing>(["AfterOnce", "--continue"], rootDirectory: root).Trace, Is.Empty);
            Assert.That(PipelineRun.Execute<Failing>(["AfterOnce"], rootDirectory: root).Trace, Is.EqualTo(new[] { "Good" }));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private sealed class Plain : RecordingBuild
    {
        public Target First => _ => _.Executes(() => Record("First"));

        public Target Second => _ => _.DependsOn(First).Executes(() => Record("Second"));

        public Target All => _ => _.DependsOn(Second);

        public Target Many => _ => _
            .Executes(() => Record("action"))
            .Executes(() =>
            {
                Record("function");
                return 1;
            })
            .Executes(async () =>
            {
                await Task.Delay(20);
                Record("task");
            });

        protected override void OnBuildFinished() => Console.WriteLine("the last line");
    }

    private sealed class Failing : RecordingBuild
    {
        public Target CleanUp => _ => _.AssuredAfterFailure().After(Afterwards).Executes(() => Record("CleanUp"));

        public Target Afterwards => _ => _.DependsOn(Broken).Executes(() => Record("Afterwards"));

        public Target Broken => _ => _.Executes(() =>
        {
            Record("Broken");
            throw new InvalidOperationException("It broke");
        });

        public Target AfterTolerated => _ => _.DependsOn(Tolerated).Executes(() => Record("AfterTolerated"));

        public Target Tolerated => _ => _.ProceedAfterFailure().Executes(() =>
        {
            Record("Tolerated");
            throw new InvalidOperationException("It broke");
        });

        public Target OwnExitCode => _ => _.Executes(() => ExitCode = 7);

        public Target AfterOnce => _ => _.DependsOn(Good).Executes(() => throw new InvalidOperationException("It broke"));

        public Target Good => _ => _.Executes(() => Record("Good"));
    }

    private sealed class Cancelled : RecordingBuild
    {
        public BuildExecutor? Executor { get; set; }

        public Target CleanUp => _ => _.AssuredAfterFailure().After(Next).Executes(() => Record("CleanUp"));

        public Target Next => _ => _.DependsOn(Running).Executes(() => Record("Next"));

        public Target Running => _ => _.Executes(() =>
        {
            Record("Running");
            Task.Run(() => Executor!.Cancel(() => Record("finished"))).Wait();
        });
    }

    private sealed class Chain : RecordingBuild
    {
        public Target Last => _ => _.DependsOn(Middle).Executes(() => Record("Last"));

        public Target Middle => _ => _.DependsOn(First).Executes(() => Record("Middle"));

        public Target Other => _ => _.DependsOn(First).Executes(() => Record("Other"));

        public Target AfterKeeping => _ => _.DependsOn(Keeping).Executes(() => Record("AfterKeeping"));

        public Target Keeping => _ => _.DependsOn(First).WhenSkipped(DependencyBehavior.Execute).Executes(() => Record("Keeping"));

        public Target First => _ => _.Executes(() => Record("First"));
    }

    private sealed class Conditional : RecordingBuild
    {
        private static bool s_hasPrepared;

        public Conditional() => s_hasPrepared = false;

        public Target Prepare => _ => _.Executes(() =>
        {
            s_hasPrepared = true;
            Record("Prepare");
        });

        public Target Static => _ => _.DependsOn(Prepare).OnlyWhenStatic(() => s_hasPrepared).Executes(() => Record("Static"));

        public Target Dynamic => _ => _.DependsOn(Prepare).OnlyWhenDynamic(() => s_hasPrepared).Executes(() => Record("Dynamic"));

        public Target NeverDynamic =>
            _ => _.DependsOn(Prepare).OnlyWhenDynamic(() => !s_hasPrepared).Executes(() => Record("NeverDynamic"));
    }

    private sealed class Requiring : RecordingBuild
    {
        [Parameter]
        public int Level { get; }

        [Parameter]
        public string? UserName { get; }

        public Target First => _ => _.Executes(() => Record("First"));

        public Target NeedsCondition => _ => _.DependsOn(First).Requires(() => Level > 2).Executes(() => Record("NeedsCondition"));

        public Target AfterNeedsCondition => _ => _.DependsOn(NeedsCondition).Executes(() => Record("AfterNeedsCondition"));

        public Target NeedsParameter => _ => _.Requires(() => UserName).Executes(() => Record("NeedsParameter"));
    }
}
