namespace Nuke.Common.Tooling;

/// <summary>A process that was started.</summary>
public interface IProcess : IDisposable
{
    /// <summary>The path of the executable.</summary>
    string FileName { get; }

    /// <summary>The command line after the executable.</summary>
    string Arguments { get; }

    /// <summary>The directory it was started in.</summary>
    string WorkingDirectory { get; }

    /// <summary>The lines it has written so far; all of them once <see cref="WaitForExit"/> gave true.</summary>
    IReadOnlyCollection<Output> Output { get; }

    /// <summary>The exit code.</summary>
    /// <exception cref="InvalidOperationException">The process still runs.</exception>
    int ExitCode { get; }

    /// <summary>Whether it has ended.</summary>
    bool HasExited { get; }

    /// <summary>The number that the operating system gave it.</summary>
    int Id { get; }

    /// <summary>Ends it and what it started, at once.</summary>
    void Kill();

    /// <summary>Waits until it ends, at most for the time-out it was started with.</summary>
    /// <returns>False if the time ran out; the process has been killed then.</returns>
    bool WaitForExit();
}
