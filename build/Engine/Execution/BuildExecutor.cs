using Nuke.Common.IO;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Runs the plan of a build.</summary>
internal sealed class BuildExecutor(NukeBuild build)
{
    // Ctrl-C is handled on a thread of its own: while it does its work, the thread that runs the targets waits, and then gives up.
    private readonly Lock _cancellation = new();
    private bool _isCancelled;
    private HashSet<string> _finishedBefore = [];

    // Its first line is the invocation; each other line is a target that succeeded in it.
    private static AbsolutePath AttemptFile => NukeBuild.TemporaryDirectory / "build-attempt.log";

    /// <param name="skippedNames">The names given to <c>--skip</c>: none means all that were not asked for;
    /// null means it was not typed.</param>
    /// <exception cref="TargetExecutionException">A target failed.</exception>
    /// <exception cref="ArgumentException">A requirement is not met.</exception>
    public void Execute(IReadOnlyList<string>? skippedNames)
    {
        if (skippedNames is not null)
        {
            var names = skippedNames.Select(x => x.Replace("-", string.Empty)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var target in build.ExecutionPlan.Where(x => names.Count == 0 || names.Contains(x.Name)))
            {
                MarkSkipped(target, "via parameter");
            }
        }

        foreach (var target in build.ExecutionPlan)
        {
            CheckConditions(target, target.Definition.StaticConditions);
        }

        Requirements.Validate(build);
        StartAttempt();

        try
        {
            foreach (var target in build.ExecutionPlan)
            {
                Execute(target, isAfterFailure: false);
            }
        }
        catch
        {
            lock (_cancellation)
            {
                ExecuteAssuredTargets();
            }

            throw;
        }
    }

    /// <summary>Ends the run from another thread: runs what is to run in any case, then <paramref name="finish"/>.</summary>
    public void Cancel(Action finish)
    {
        lock (_cancellation)
        {
            _isCancelled = true;
            ExecuteAssuredTargets();
            finish();
        }
    }

    // Those that are left and marked to run in any case.
    private void ExecuteAssuredTargets()
    {
        foreach (var target in build.ScheduledTargets.Where(x => x.Definition.IsAssuredAfterFailure))
        {
            Execute(target, isAfterFailure: true);
        }
    }

    private void Execute(ExecutableTarget target, bool isAfterFailure)
    {
        if (target.Status == ExecutionStatus.Skipped
            || _finishedBefore.Contains(target.Name)
            || CheckConditions(target, target.Definition.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.RaiseTargetSkipped(target.Name);
            return;
        }

        if (target.Definition.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        ThrowIfCancelled(target, isAfterFailure);
        BuildReport.WriteTargetHeader(target.Name);
        Logging.CurrentTarget = target.Name;
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.RaiseTargetRunning(target.Name);
        try
        {
            foreach (var action in target.Definition.Actions)
            {
                action();
            }

            ThrowIfCancelled(target, isAfterFailure);
            Finish(target, ExecutionStatus.Succeeded);
            build.RaiseTargetSucceeded(target.Name);
            File.AppendAllLines(AttemptFile, [target.Name]);
        }
        catch (Exception exception) when (exception is not TargetExecutionException)
        {
            ThrowIfCancelled(target, isAfterFailure);
            LogFailure(target, exception);
            Finish(target, ExecutionStatus.Failed);
            build.RaiseTargetFailed(target.Name);
            if (!target.Definition.IsProceedAfterFailure && !isAfterFailure)
            {
                throw new TargetExecutionException(target.Name, exception);
            }
        }
        finally
        {
            Logging.CurrentTarget = string.Empty;
        }
    }

    private void ThrowIfCancelled(ExecutableTarget target, bool isAfterFailure)
    {
        if (isAfterFailure)
        {
            return;
        }

        lock (_cancellation)
        {
            if (_isCancelled)
            {
                throw new TargetExecutionException(target.Name, new OperationCanceledException());
            }
        }
    }

    private static void Finish(ExecutableTarget target, ExecutionStatus status)
    {
        target.Stopwatch.Stop();
        target.Status = status;
    }

    private static void LogFailure(ExecutableTarget target, Exception exception)
    {
        var message = exception.Message.TrimEnd();
        if (target.SummaryInformation.Count == 0)
        {
            target.SummaryInformation[exception.GetType().Name] = message.Split('\n')[0].TrimEnd();
        }

        if (Log.IsEnabled(LogEventLevel.Verbose))
        {
            Log.Error(exception, "The target {TargetName} failed", target.Name);
        }
        else
        {
            Log.Error("The target {TargetName} failed: {Message:l}", target.Name, message);
        }
    }

    private bool CheckConditions(ExecutableTarget target, List<TargetCondition> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Holds()).Select(x => x.Text).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = string.Join(" && ", violated);
                MarkSkipped(target, reason: null);
            }
        }
        catch (Exception exception)
        {
            Log.Error(exception, "A condition of the target {TargetName} could not be evaluated", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }

        return target.OnlyWhen is not null;
    }

    private void MarkSkipped(ExecutableTarget target, string? reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
        {
            return;
        }

        // A target asked for by name is skipped by a condition of its own only, and that is looked at when its turn comes.
        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            if (reason is not null)
            {
                target.SummaryInformation.TryAdd("Skipped", reason);
            }
        }

        if (target.Definition.WhenSkippedBehavior == DependencyBehavior.Execute)
        {
            return;
        }

        foreach (var dependency in target.ExecutionDependencies.Concat(target.Triggers).Where(x => !IsNeededElsewhere(x)))
        {
            MarkSkipped(dependency, $"because of {target.Name}");
        }

        bool IsNeededElsewhere(ExecutableTarget dependency) =>
            build.ScheduledTargets.Any(x => x != target
                && (x.ExecutionDependencies.Contains(dependency) || x.Triggers.Contains(dependency)));
    }

    private void StartAttempt()
    {
        var invocation = string.Join(
            ' ',
            EnvironmentInfo.CommandLineArguments.Where(x => !x.Equals("--continue", StringComparison.OrdinalIgnoreCase)));
        if (build.Continue && AttemptFile.FileExists())
        {
            var previous = AttemptFile.ReadAllLines();
            if (previous.FirstOrDefault() == invocation)
            {
                _finishedBefore = [.. previous.Skip(1)];
            }
            else
            {
                Log.Warning("Build invocation changed. Restarting ...");
            }
        }

        AttemptFile.WriteAllLines([invocation, .. _finishedBefore]);
    }
}
