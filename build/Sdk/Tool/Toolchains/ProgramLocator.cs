namespace Tarn.Sdk.Tool.Toolchains;

/// <summary>Finds installed programs.</summary>
internal static class ProgramLocator
{
    /// <summary>The full path of a program, or null when there is none of that name.</summary>
    /// <param name="program">A path with a directory in it, or a bare name to look up.</param>
    /// <param name="searchPath">Directories separated as in the environment variable <c>PATH</c>.</param>
    public static string? Find(string program, string? searchPath)
    {
        if (program.Contains('/', StringComparison.Ordinal) || program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        }

        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program] : [program];
        foreach (var directory in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in names)
            {
                var candidate = Path.Combine(directory, name);
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Makes a program executable for its owner. Package managers that unpack without file modes leave the compiler without that right.
    /// </summary>
    public static void EnsureExecutable(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var mode = File.GetUnixFileMode(path);
        if ((mode & UnixFileMode.UserExecute) == 0)
        {
            File.SetUnixFileMode(path, mode | UnixFileMode.UserExecute);
        }
    }
}
