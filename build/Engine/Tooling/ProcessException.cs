using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with an exit code other than zero.</summary>
public class ProcessException(IProcess process) : Exception(Describe(process))
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = process.ExitCode;

    private static string Describe(IProcess process)
    {
        const string Indentation = "   ";
        var text = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"{Indentation}> {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}")
            .AppendLine($"{Indentation}@ {process.WorkingDirectory}");
        var hasErrors = process.Output.Any(x => x.Type == OutputType.Err);
        if (hasErrors || Log.IsEnabled(LogEventLevel.Verbose))
        {
            text.AppendLine(hasErrors ? "Error output:" : "Standard output:");
            foreach (var line in process.Output.Where(x => x.Type == OutputType.Err || !hasErrors))
            {
                text.AppendLine($"{Indentation}{line.Text}");
            }
        }

        return text.ToString();
    }
}
