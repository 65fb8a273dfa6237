using System.Diagnostics;
using System.Text;

namespace Tarn.Sdk.Tool.Toolchains;

/// <summary>Runs a program to its end and keeps what it printed.</summary>
internal static class ProcessRunner
{
    /// <summary>Runs a program.</summary>
    /// <param name="program">A path, or a name to look up in <c>PATH</c>.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static ProcessResult Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // The tools' messages are read back: they must not depend on the language of the machine.
        start.Environment["LC_ALL"] = "C";

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        DataReceivedEventHandler receive = (_, line) =>
        {
            if (line.Data is { } text)
            {
                lock (output)
                {
                    output.Append(text).Append('\n');
                }
            }
        };
        process.OutputDataReceived += receive;
        process.ErrorDataReceived += receive;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output.ToString());
    }
}
