using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>
/// Starts processes. Their output is captured and logged, standard output as debugging lines and standard error as errors (which fail
/// nothing by themselves). Standard input is the build's own.
/// </summary>
public static class ProcessTasks
{
    /// <summary>Whether output is logged where a call does not say.</summary>
    public static bool DefaultLogOutput { get; set; } = true;

    /// <summary>Whether the command line is logged where a call does not say.</summary>
    public static bool DefaultLogInvocation { get; set; } = true;

    /// <summary>The directory that processes start in where a call does not say.</summary>
    public static string DefaultWorkingDirectory { get; set; } = EnvironmentInfo.WorkingDirectory;

    /// <inheritdoc cref="StartProcess(string, string?, string?, IReadOnlyDictionary{string, string}?, int?, bool?, bool?, Action{OutputType, string}?, Func{string, string}?)"/>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null)
    {
        var filter = arguments.GetFilter();
        return StartProcess(
            toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger,
            filter);
    }

    /// <summary>Starts a process.</summary>
    /// <param name="toolPath">The path of the executable, or its name on PATH. A <c>.dll</c> is run by dotnet.</param>
    /// <param name="arguments">The command line after the executable.</param>
    /// <param name="workingDirectory">The directory to start in.</param>
    /// <param name="environmentVariables">The whole environment of the process; null gives it the build's.</param>
    /// <param name="timeout">How long waiting for it may take, in milliseconds; null for no end.</param>
    /// <param name="logOutput">Whether to log its lines.</param>
    /// <param name="logInvocation">Whether to log the command line.</param>
    /// <param name="logger">What gets the lines in place of the log.</param>
    /// <param name="outputFilter">What the lines and the logged command line pass first, to take secrets out.</param>
    /// <exception cref="ArgumentException">There is no such executable or directory.</exception>
    public static IProcess StartProcess(
        string toolPath,
        string? arguments = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        if (!Path.IsPathRooted(toolPath) && !toolPath.Contains(Path.DirectorySeparatorChar))
        {
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);
        }

        if (toolPath.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            arguments = $"{toolPath.DoubleQuoteIfNeeded()} {arguments}".TrimEnd();
            toolPath = ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable("dotnet");
        }

        var startInfo = new ProcessStartInfo
        {
            FileName = toolPath,
            Arguments = arguments ?? string.Empty,
            WorkingDirectory = workingDirectory ?? DefaultWorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Assert.FileExists(startInfo.FileName);
        Assert.DirectoryExists(startInfo.WorkingDirectory);
        if (environmentVariables is not null)
        {
            startInfo.Environment.Clear();
            foreach (var (name, value) in environmentVariables)
            {
                startInfo.Environment[name] = value;
            }
        }

        outputFilter ??= x => x;
        if (logInvocation ?? DefaultLogInvocation)
        {
            Log.Information("> {ToolPath:l} {Arguments:l}", startInfo.FileName.DoubleQuoteIfNeeded(), outputFilter(startInfo.Arguments));
            Log.Write(
                startInfo.WorkingDirectory == DefaultWorkingDirectory ? LogEventLevel.Verbose : LogEventLevel.Information,
                "@ {WorkingDirectory:l}",
                startInfo.WorkingDirectory);
        }

        var process = Process.Start(startInfo) ?? throw new InvalidOperationException($"Process '{toolPath}' could not be started");
        return new ProcessHandle(process, timeout, (logOutput ?? DefaultLogOutput) ? logger ?? DefaultLogger : null, outputFilter);
    }

    /// <summary>Logs a line of standard output for debugging, and one of standard error as an error.</summary>
    public static void DefaultLogger(OutputType type, string output) =>
        Log.Write(type == OutputType.Std ? LogEventLevel.Debug : LogEventLevel.Error, "{Line:l}", output);
}
