using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>The base of a build class: <c>public static int Main() =&gt; Execute&lt;Build&gt;(x =&gt; x.Default);</c></summary>
public abstract class NukeBuild
{
    /// <summary>The first ancestor of the working directory that contains <c>.nuke</c>, or what <c>--root</c> names.</summary>
    [Parameter("Folder to take as the repository's root.", Name = "Root")]
    public static AbsolutePath RootDirectory => BuildContext.Current.RootDirectory;

    /// <summary><c>.nuke/temp</c> under the root.</summary>
    public static AbsolutePath TemporaryDirectory => BuildContext.Current.TemporaryDirectory;

    /// <summary>How much is logged.</summary>
    [Parameter("How much is logged: Verbose, Normal (default), Minimal or Quiet.")]
    public static Verbosity Verbosity
    {
        get => Logging.Verbosity;
        set => Logging.Verbosity = value;
    }

    /// <summary>The targets of this run, in the order they run.</summary>
    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; internal set; } = [];

    /// <summary>The targets that were asked for by name.</summary>
    [Parameter("Targets to run, with + between them; '{default_target}' if none is named.", Name = "Target", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];

    /// <summary>The targets that do not run in this build.</summary>
    [Parameter("Targets to leave out, with + between them; without names, all that were not named to run.", Name = "Skip", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => With(ExecutionStatus.Skipped);

    /// <summary>The targets that have not run yet.</summary>
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => With(ExecutionStatus.Scheduled);

    /// <summary>The targets that run now.</summary>
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => With(ExecutionStatus.Running);

    /// <summary>The targets that were cut short.</summary>
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => With(ExecutionStatus.Aborted);

    /// <summary>The targets that failed.</summary>
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => With(ExecutionStatus.Failed);

    /// <summary>The targets that succeeded.</summary>
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => With(ExecutionStatus.Succeeded);

    /// <summary>The targets that ran to their end, well or not.</summary>
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    /// <summary>Whether to show what would run, instead of running it.</summary>
    [Parameter("Prints which targets would run, in order, and runs none.")]
    public bool Plan { get; internal set; }

    /// <summary>Whether to show the help text, instead of running anything.</summary>
    [Parameter("Prints this list.")]
    public bool Help { get; internal set; }

    /// <summary>Whether to leave out the lines about the engine.</summary>
    [Parameter("Leaves out the line that names the engine.")]
    public bool NoLogo { get; set; }

    /// <summary>Whether targets that succeeded in the attempt before need not run again.</summary>
    [Parameter("Takes up a run that failed: what had succeeded is not run again.")]
    public bool Continue { get; internal set; }

    /// <summary>Whether nothing has failed so far.</summary>
    public bool IsSucceeding => !IsFailing;

    /// <summary>Whether a target failed, was cut short, or could not run.</summary>
    public bool IsFailing =>
        ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    /// <summary>Whether no target is left to run.</summary>
    public bool IsFinished => ScheduledTargets.Count == 0 && RunningTargets.Count == 0;

    /// <summary>The exit code of the process; unless set, 0 after success and -1 (255 to the shell) after a failure.</summary>
    public int? ExitCode { get; set; }

    internal IReadOnlyList<ExecutableTarget> ExecutableTargets { get; set; } = [];

    /// <summary>Runs the build.</summary>
    /// <param name="defaultTargetExpressions">The targets that run when the command line names none.</param>
    /// <returns>The exit code.</returns>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() =>
        BuildManager.Execute(defaultTargetExpressions);

    /// <summary>Attaches facts to the running target that the summary shows after it.</summary>
    public void ReportSummary(Configure<Dictionary<string, string>> configurator)
    {
        var target = ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running);
        target.SummaryInformation = configurator([]);
    }

    /// <summary>Called once parameters have their values and the targets are known.</summary>
    protected virtual void OnBuildCreated()
    {
    }

    /// <summary>Called once the plan is made, before anything runs.</summary>
    protected virtual void OnBuildInitialized()
    {
    }

    /// <summary>Called last, after the summary.</summary>
    protected virtual void OnBuildFinished()
    {
    }

    /// <summary>Called before a target runs.</summary>
    protected virtual void OnTargetRunning(string target)
    {
    }

    /// <summary>Called when a target is passed over.</summary>
    protected virtual void OnTargetSkipped(string target)
    {
    }

    /// <summary>Called when a target has succeeded.</summary>
    protected virtual void OnTargetSucceeded(string target)
    {
    }

    /// <summary>Called when a target has failed.</summary>
    protected virtual void OnTargetFailed(string target)
    {
    }

    // Deriving classes override the methods above as protected, from this assembly or another: so they cannot be internal as well.
    internal void RaiseBuildCreated() => OnBuildCreated();

    internal void RaiseBuildInitialized() => OnBuildInitialized();

    internal void RaiseBuildFinished() => OnBuildFinished();

    internal void RaiseTargetRunning(string target) => OnTargetRunning(target);

    internal void RaiseTargetSkipped(string target) => OnTargetSkipped(target);

    internal void RaiseTargetSucceeded(string target) => OnTargetSucceeded(target);

    internal void RaiseTargetFailed(string target) => OnTargetFailed(target);

    private List<ExecutableTarget> With(ExecutionStatus status) => [.. ExecutionPlan.Where(x => x.Status == status)];
}
