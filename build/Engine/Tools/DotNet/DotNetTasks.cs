using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Runs commands of dotnet. Lines that MSBuild marks as warnings and errors are logged as such.</summary>
public static partial class DotNetTasks
{
    /// <summary>The executable: what the environment variable <c>DOTNET_EXE</c> names, else dotnet on PATH.</summary>
    /// <exception cref="ArgumentException">There is neither.</exception>
    public static string DotNetPath =>
        ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable("dotnet");

    /// <summary>Runs any command.</summary>
    /// <inheritdoc cref="Tool" path="/param"/>
    /// <exception cref="ProcessException">The exit code is not zero.</exception>
    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<IProcess, object?>? exitHandler = null)
    {
        using var process = ProcessTasks.StartProcess(
            DotNetPath, arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger ?? LogLine);
        process.AssertWaitForExit();
        (exitHandler ?? (x => x.AssertZeroExitCode()))(process);
        return process.Output;
    }

    /// <summary>Restores packages.</summary>
    /// <exception cref="ProcessException">The exit code is not zero.</exception>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        Run(configurator(new DotNetRestoreSettings().SetVerbosity(DotNetSettings.DefaultVerbosity)));

    /// <summary>Builds.</summary>
    /// <exception cref="ProcessException">The exit code is not zero.</exception>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        Run(configurator(new DotNetBuildSettings().SetVerbosity(DotNetSettings.DefaultVerbosity)));

    /// <summary>Runs tests.</summary>
    /// <exception cref="ProcessException">The exit code is not zero: a test failed, or none could run.</exception>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        Run(configurator(new DotNetTestSettings().SetVerbosity(DotNetSettings.DefaultVerbosity)));

    /// <summary>Makes packages.</summary>
    /// <exception cref="ProcessException">The exit code is not zero.</exception>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) =>
        Run(configurator(new DotNetPackSettings().SetVerbosity(DotNetSettings.DefaultVerbosity)));

    private static IReadOnlyCollection<Output> Run(DotNetSettings options)
    {
        using var process = ProcessTasks.StartProcess(
            DotNetPath,
            options.GetArguments(),
            options.ProcessWorkingDirectory,
            options.ProcessEnvironmentVariables,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            LogLine);
        process.AssertWaitForExit();
        if (options.ProcessExitHandling ?? true)
        {
            process.AssertZeroExitCode();
        }

        return process.Output;
    }

    private static void LogLine(OutputType type, string line) =>
        Log.Write(
            type == OutputType.Err || ErrorPattern.IsMatch(line) ? LogEventLevel.Error
            : WarningPattern.IsMatch(line) ? LogEventLevel.Warning
            : LogEventLevel.Debug,
            "{Line:l}",
            line);

    [GeneratedRegex(@":\s+error\s+[A-Z]+[0-9]+\s*:")]
    private static partial Regex ErrorPattern { get; }

    [GeneratedRegex(@":\s+warning\s+[A-Z]+[0-9]+\s*:")]
    private static partial Regex WarningPattern { get; }
}
