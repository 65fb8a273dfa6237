namespace Nuke.Common.Tooling;

/// <summary>Runs an executable to its end and gives its output.</summary>
/// <param name="arguments">The command line after the executable.</param>
/// <param name="workingDirectory">The directory to start in.</param>
/// <param name="environmentVariables">The whole environment of the process; null gives it the build's.</param>
/// <param name="timeout">How long it may run, in milliseconds; null for no end.</param>
/// <param name="logOutput">Whether to log its lines.</param>
/// <param name="logInvocation">Whether to log the command line.</param>
/// <param name="logger">What gets the lines in place of the log.</param>
/// <param name="exitHandler">What decides whether the exit code is well; by default only zero is.</param>
/// <exception cref="ProcessException">The exit code is not zero.</exception>
/// <exception cref="ArgumentException">The time ran out, and the process was killed.</exception>
public delegate IReadOnlyCollection<Output> Tool(
    ArgumentStringHandler arguments,
    string? workingDirectory = null,
    IReadOnlyDictionary<string, string>? environmentVariables = null,
    int? timeout = null,
    bool? logOutput = null,
    bool? logInvocation = null,
    Action<OutputType, string>? logger = null,
    Action<IProcess>? exitHandler = null);
