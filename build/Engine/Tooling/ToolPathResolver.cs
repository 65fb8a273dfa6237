namespace Nuke.Common.Tooling;

/// <summary>Finds executables.</summary>
public static class ToolPathResolver
{
    private const UnixFileMode ExecuteModes = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The path that an environment variable holds, or null if it is not set.</summary>
    /// <exception cref="ArgumentException">There is no file at that path.</exception>
    public static string? TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable);
        if (path is not null)
        {
            Assert.FileExists(path, $"The variable '{environmentExecutable}' names '{path}', which is not there");
        }

        return path;
    }

    /// <summary>The path of the first executable of that name on PATH.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string GetPathExecutable(string pathExecutable)
    {
        if (File.Exists(pathExecutable))
        {
            return Path.GetFullPath(pathExecutable);
        }

        var name = EnvironmentInfo.IsWin && !Path.HasExtension(pathExecutable) ? $"{pathExecutable}.exe" : pathExecutable;
        var directories = (EnvironmentInfo.GetVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return directories
            .Select(x => Path.Combine(x, name))
            .FirstOrDefault(IsExecutable)
            .NotNull($"Could not find '{pathExecutable}' on the PATH.");
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ExecuteModes) != 0);
}
