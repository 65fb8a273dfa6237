namespace Nuke.Common.Tooling;

/// <summary>
/// The options of a command. They do not change: each setting gives a changed copy. The process gets the environment of the build, with the
/// variables that are set here added.
/// </summary>
public abstract class ToolOptions
{
    private List<Option> _options = [];

    /// <summary>The directory to start in.</summary>
    public string? ProcessWorkingDirectory { get; internal set; }

    /// <summary>The environment of the process.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables { get; internal set; } = EnvironmentInfo.Variables;

    /// <summary>How long it may run, in milliseconds; null for no end.</summary>
    public int? ProcessExecutionTimeout { get; internal set; }

    /// <summary>Whether to log its lines.</summary>
    public bool? ProcessOutputLogging { get; internal set; }

    /// <summary>Whether to log the command line.</summary>
    public bool? ProcessInvocationLogging { get; internal set; }

    /// <summary>Whether an exit code other than zero is a failure.</summary>
    public bool? ProcessExitHandling { get; internal set; }

    /// <summary>Arguments after all others.</summary>
    public IReadOnlyList<string> ProcessAdditionalArguments { get; internal set; } = [];

    /// <summary>The words that the command line starts with.</summary>
    protected internal abstract string Command { get; }

    internal string GetArguments() =>
        string.Join(' ', new[] { Command }.Concat(_options.OrderBy(x => !x.IsFirst).SelectMany(x => x.Arguments))
            .Concat(ProcessAdditionalArguments));

    /// <summary>A copy with the arguments of one option replaced, or put after those of the others.</summary>
    internal ToolOptions Copy(string name, string[] arguments, bool isFirst)
    {
        var copy = (ToolOptions)MemberwiseClone();
        var option = new Option(name, arguments, isFirst);
        copy._options = _options.Exists(x => x.Name == name)
            ? [.. _options.Select(x => x.Name == name ? option : x)]
            : [.. _options, option];
        return copy;
    }

    internal ToolOptions Copy() => (ToolOptions)MemberwiseClone();

    private sealed record Option(string Name, string[] Arguments, bool IsFirst);
}
