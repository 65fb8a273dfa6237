using Nuke.Common;
using NUnit.Framework;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Which targets run, and in which order.</summary>
public sealed class PlanningTests
{
    [Test]
    public void DependenciesRunOnceAndBeforeTheirDependents() =>
        Assert.That(PipelineRun.Execute<Diamond>(["Top"]).Trace, Is.EqualTo(new[] { "Bottom", "Right", "Left", "Top" }));

    [Test]
    public void DefaultTargetRunsWhenNoneIsNamed() =>
        Assert.That(PipelineRun.Execute<Diamond>([], x => x.Left).Trace, Is.EqualTo(new[] { "Bottom", "Left" }));

    [Test]
    public void DefaultTargetDoesNotRunWhenAnotherIsNamed() =>
        Assert.That(PipelineRun.Execute<Diamond>(["Bottom"], x => x.Left).Trace, Is.EqualTo(new[] { "Bottom" }));

    [TestCase("left")]
    [TestCase("LEFT")]
    [TestCase("le-ft")]
    public void NamesIgnoreCaseAndDashes(string name) =>
        Assert.That(PipelineRun.Execute<Diamond>([name]).Trace, Is.EqualTo(new[] { "Bottom", "Left" }));

    [Test]
    public void PlusSeparatesTargets() =>
        Assert.That(PipelineRun.Execute<Diamond>(["Left+Right"]).Trace, Is.EqualTo(new[] { "Bottom", "Right", "Left" }));

    [Test]
    public void SpaceSeparatesTargets() =>
        Assert.That(PipelineRun.Execute<Diamond>(["Left", "Right"]).Trace, Is.EqualTo(new[] { "Bottom", "Right", "Left" }));

    [Test]
    public void TargetsCanBeGivenByName() =>
        Assert.That(PipelineRun.Execute<Diamond>(["--no-logo", "--target", "Bottom"]).Trace, Is.EqualTo(new[] { "Bottom" }));

    [Test]
    public void UnknownTargetRunsNothingAndListsAll()
    {
        var run = PipelineRun.Execute<Diamond>(["Left+Nowhere"]);
        Assert.That(run.ExitCode, Is.EqualTo(-1));
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.Output, Does.Contain("'Nowhere' does not exist").And.Contain("- Bottom").And.Contain("- Left")
            .And.Contain("- Right").And.Contain("- Top"));
    }

    [Test]
    public void CycleIsAnErrorThatNamesItsMembers()
    {
        var run = PipelineRun.Execute<Circle>(["Apart"]);
        Assert.That(run.ExitCode, Is.EqualTo(-1));
        Assert.That(run.Trace, Is.Empty);
        Assert.That(run.Output, Does.Contain("depend on each other in a circle").And.Contain("First, Second, Third"));
        Assert.That(run.Output, Does.Not.Contain("Apart"));
    }

    [Test]
    public void DependencyOnItselfIsAnError() =>
        Assert.That(PipelineRun.Execute<SelfDependent>(["Alone"]), Has.Property("ExitCode").EqualTo(-1)
            .And.Property("Output").Contains("The target 'Alone' depends on itself"));

    [Test]
    public void BeforeAndAfterOrderWithoutAdding()
    {
        Assert.That(PipelineRun.Execute<Ordered>(["Late", "Early", "Middle"]).Trace, Is.EqualTo(new[] { "Early", "Middle", "Late" }));
        Assert.That(PipelineRun.Execute<Ordered>(["Late"]).Trace, Is.EqualTo(new[] { "Late" }));
    }

    [Test]
    public void DependentForIsTheInverseOfDependsOn() =>
        Assert.That(PipelineRun.Execute<Inverse>(["Main"]).Trace, Is.EqualTo(new[] { "Added", "Main" }));

    [Test]
    public void TriggersRunAfterwardsWithTheirDependencies()
    {
        Assert.That(PipelineRun.Execute<Triggering>(["Start"]).Trace, Is.EqualTo(new[] { "Start", "Needed", "Triggered", "Also" }));
        Assert.That(PipelineRun.Execute<Triggering>(["Needed"]).Trace, Is.EqualTo(new[] { "Needed" }));
    }

    private sealed class Diamond : RecordingBuild
    {
        public Target Top => _ => _.DependsOn(Left, Right).Executes(() => Record("Top"));

        public Target Left => _ => _.DependsOn(Bottom).Executes(() => Record("Left"));

        public Target Right => _ => _.DependsOn(Bottom).Executes(() => Record("Right"));

        public Target Bottom => _ => _.Executes(() => Record("Bottom"));
    }

    private sealed class Circle : RecordingBuild
    {
        public Target First => _ => _.DependsOn(Second);

        public Target Second => _ => _.DependsOn(Third);

        public Target Third => _ => _.After(First);

        public Target Apart => _ => _.Executes(() => Record("Apart"));
    }

    private sealed class SelfDependent : RecordingBuild
    {
        public Target Alone => _ => _.DependsOn(Alone);
    }

    private sealed class Ordered : RecordingBuild
    {
        public Target Late => _ => _.After(Middle).Executes(() => Record("Late"));

        public Target Middle => _ => _.Executes(() => Record("Middle"));

        public Target Early => _ => _.Before(Middle).Executes(() => Record("Early"));
    }

    private sealed class Inverse : RecordingBuild
    {
        public Target Main => _ => _.Executes(() => Record("Main"));

        public Target Added => _ => _.DependentFor(Main).Executes(() => Record("Added"));
    }

    private sealed class Triggering : RecordingBuild
    {
        public Target Also => _ => _.TriggeredBy(Triggered).Executes(() => Record("Also"));

        public Target Triggered => _ => _.DependsOn(Needed).Executes(() => Record("Triggered"));

        public Target Needed => _ => _.Executes(() => Record("Needed"));

        public Target Start => _ => _.Triggers(Triggered).Executes(() => Record("Start"));
    }
}
