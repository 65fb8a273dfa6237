namespace Nuke.Common.Tooling;

/// <summary>What is commonly expected of a process and its output.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits until the process ends.</summary>
    /// <exception cref="ArgumentException">The time ran out, and the process was killed.</exception>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(
            process.WaitForExit(),
            $"Process '{Path.GetFileName(process.FileName)}' did not exit within {(process as ProcessHandle)?.Timeout} ms and was killed");
        return process;
    }

    /// <summary>Waits until the process ends, and well.</summary>
    /// <exception cref="ArgumentException">The time ran out, and the process was killed.</exception>
    /// <exception cref="ProcessException">The exit code is not zero.</exception>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    /// <summary>Gives the lines back, unless one of them came from standard error.</summary>
    /// <exception cref="ArgumentException">One did.</exception>
    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        foreach (var line in output)
        {
            Assert.True(line.Type == OutputType.Std, $"The process wrote to its error stream: {line.Text}");
        }

        return output;
    }

    /// <summary>The lines of standard output as one text.</summary>
    public static string StdToText(this IEnumerable<Output> output) =>
        string.Join(Environment.NewLine, output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));
}
