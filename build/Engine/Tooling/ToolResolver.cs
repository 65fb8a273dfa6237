namespace Nuke.Common.Tooling;

/// <summary>Makes tools from executables.</summary>
public static class ToolResolver
{
    /// <summary>The tool at a path.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static Tool GetTool(string toolPath)
    {
        Assert.FileExists(toolPath);
        return (arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler) =>
        {
            using var process = ProcessTasks.StartProcess(
                toolPath, arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger);
            process.AssertWaitForExit();
            (exitHandler ?? (x => x.AssertZeroExitCode()))(process);
            return process.Output;
        };
    }

    /// <summary>The tool that the environment variable <c>NAME_EXE</c> points to, or null if it is not set.</summary>
    /// <exception cref="ArgumentException">It points to nothing.</exception>
    public static Tool? TryGetEnvironmentTool(string name) =>
        ToolPathResolver.TryGetEnvironmentExecutable($"{name.ToUpperInvariant()}_EXE") is { } path ? GetTool(path) : null;

    /// <summary>The tool of that name on PATH.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Tool GetPathTool(string name) => GetTool(ToolPathResolver.GetPathExecutable(name));

    /// <summary>The first of <see cref="TryGetEnvironmentTool"/> and <see cref="GetPathTool"/>.</summary>
    /// <exception cref="ArgumentException">There is neither.</exception>
    public static Tool GetEnvironmentOrPathTool(string name) => TryGetEnvironmentTool(name) ?? GetPathTool(name);
}
