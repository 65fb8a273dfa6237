using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A process of the operating system, with the lines it wrote.</summary>
internal sealed class ProcessHandle : IProcess
{
    private readonly Process _process;
    private readonly int? _timeout;
    private readonly Func<string, string> _outputFilter;
    private readonly ConcurrentQueue<Output> _output = new();

    /// <param name="process">The process, with both its output streams redirected.</param>
    /// <param name="timeout">The most that <see cref="WaitForExit"/> waits, in milliseconds; null for no end.</param>
    /// <param name="logger">What gets each line.</param>
    /// <param name="outputFilter">What each line passes first, to take secrets out.</param>
    public ProcessHandle(Process process, int? timeout, Action<OutputType, string>? logger, Func<string, string> outputFilter)
    {
        _process = process;
        _timeout = timeout;
        _outputFilter = outputFilter;
        process.OutputDataReceived += (_, line) => Receive(OutputType.Std, line.Data);
        process.ErrorDataReceived += (_, line) => Receive(OutputType.Err, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Receive(OutputType type, string? text)
        {
            if (text is not null)
            {
                text = outputFilter(text);
                _output.Enqueue(new Output { Type = type, Text = text });
                logger?.Invoke(type, text);
            }
        }
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _outputFilter(_process.StartInfo.Arguments);

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    public int? Timeout => _timeout;

    public void Kill() => _process.Kill(entireProcessTree: true);

    public bool WaitForExit()
    {
        if (!_process.WaitForExit(_timeout ?? -1))
        {
            Kill();
            return false;
        }

        // Only the call without a time-out waits for the last lines as well.
        _process.WaitForExit();
        return true;
    }

    public void Dispose() => _process.Dispose();
}
