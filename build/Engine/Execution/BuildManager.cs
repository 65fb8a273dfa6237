using System.Linq.Expressions;
using Nuke.Common.Values;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes a build from its command line to its exit code.</summary>
internal static class BuildManager
{
    private const int FailureExitCode = -1;

    public static int Execute<T>(IReadOnlyList<Expression<Func<T, Target>>> defaultTargets)
        where T : NukeBuild, new()
    {
        Logging.Configure();

        var build = new T();
        var executor = new BuildExecutor(build);
        var isFinished = 0;
        Console.CancelKeyPress += Cancel;
        try
        {
            Prepare(build, defaultTargets);
            if (build.Help || build.ExecutionPlan.Count == 0)
            {
                HelpText.Write(build);
                isFinished = 1;
                return 0;
            }

            if (build.Plan)
            {
                HelpText.WritePlan(build);
                isFinished = 1;
                return 0;
            }

            executor.Execute((string[]?)BuildContext.Current.Parameters.Get(ParameterService.SkippedTargetsName, typeof(string[]), '+'));
            return build.ExitCode ??= build.IsSucceeding ? 0 : FailureExitCode;
        }
        catch (TargetExecutionException)
        {
            return build.ExitCode ??= FailureExitCode;
        }
        catch (Exception exception)
        {
            Log.Verbose(exception, "Target-unrelated exception was thrown");
            BuildReport.WriteError(exception.Message);
            return build.ExitCode ??= FailureExitCode;
        }
        finally
        {
            Console.CancelKeyPress -= Cancel;
            Finish();
            Log.CloseAndFlush();
        }

        void Cancel(object? sender, ConsoleCancelEventArgs eventArguments) => executor.Cancel(Finish);

        void Finish()
        {
            // Ctrl-C finishes the build as well.
            if (build.ExecutionPlan.Count == 0 || Interlocked.Exchange(ref isFinished, 1) == 1)
            {
                return;
            }

            foreach (var target in build.ExecutionPlan)
            {
                target.Stopwatch.Stop();
                target.Status = target.Status switch
                {
                    ExecutionStatus.Running => ExecutionStatus.Aborted,
                    ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                    var status => status,
                };
            }

            BuildReport.WriteSummary(build);
            build.RaiseBuildFinished();
        }
    }

    private static void Prepare<T>(T build, IReadOnlyList<Expression<Func<T, Target>>> defaultTargets)
        where T : NukeBuild
    {
        build.ExecutableTargets = ExecutableTargetFactory.CreateAll(build, defaultTargets);
        ValueInjector.InjectParameters(build);
        build.RaiseBuildCreated();

        var invoked = (string[]?)BuildContext.Current.Parameters.Get(ParameterService.InvokedTargetsName, typeof(string[]), '+');
        build.ExecutionPlan = ExecutionPlanner.GetExecutionPlan(build.ExecutableTargets, invoked);
        if (!build.Help && !build.Plan)
        {
            ValueInjector.InjectOthers(build);
            build.RaiseBuildInitialized();
        }
    }
}
