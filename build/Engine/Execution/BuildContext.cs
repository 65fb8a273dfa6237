using System.Collections;
using Nuke.Common.IO;
using Nuke.Common.Values;

namespace Nuke.Common.Execution;

/// <summary>All that a build takes from its process: arguments, environment variables, and the directory it was started in.</summary>
internal sealed class BuildContext
{
    private readonly Lazy<AbsolutePath> _rootDirectory;
    private readonly Lazy<AbsolutePath> _temporaryDirectory;

    public BuildContext(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, string workingDirectory)
    {
        Arguments = new ArgumentParser(arguments);
        Variables = variables;
        WorkingDirectory = workingDirectory;
        Parameters = new ParameterService(Arguments, Variables, () => RootDirectory);
        _rootDirectory = new Lazy<AbsolutePath>(FindRootDirectory);
        _temporaryDirectory = new Lazy<AbsolutePath>(() => (RootDirectory / ".nuke" / "temp").CreateDirectory());
    }

    /// <summary>That of the process, unless a test has put another in its place.</summary>
    public static BuildContext Current { get; set; } = FromProcess();

    public ArgumentParser Arguments { get; }

    public IReadOnlyDictionary<string, string> Variables { get; }

    public string WorkingDirectory { get; }

    public ParameterService Parameters { get; }

    public AbsolutePath RootDirectory => _rootDirectory.Value;

    public AbsolutePath TemporaryDirectory => _temporaryDirectory.Value;

    private static BuildContext FromProcess() =>
        new(
            Environment.GetCommandLineArgs().Skip(1),
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .ToDictionary(x => (string)x.Key, x => (string?)x.Value ?? string.Empty),
            Environment.CurrentDirectory);

    private AbsolutePath FindRootDirectory()
    {
        var workingDirectory = AbsolutePath.Create(WorkingDirectory);
        if (Arguments.GetNamed("Root") is { } values)
        {
            return values is [var path] ? AbsolutePath.Create(Path.GetFullPath(path, WorkingDirectory)) : workingDirectory;
        }

        for (var directory = workingDirectory; directory is not null; directory = directory.Parent)
        {
            if ((directory / ".nuke").DirectoryExists())
            {
                return directory;
            }
        }

        throw new InvalidOperationException(
            $"Could not locate '.nuke' directory while walking up from '{workingDirectory}'. "
            + "Either create it to mark the root directory, or add '--root [path]' to the invocation.");
    }
}
