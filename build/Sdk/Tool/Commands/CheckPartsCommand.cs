using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Parts;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>check-parts</c>: whether the packages of a kernel fit together.</summary>
internal static class CheckPartsCommand
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <returns>The exit status: 0 only when they fit.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = new ToolArguments(arguments, "parts", "project");
        var parts = PartsList.Parse(File.ReadLines(options.RequiredFile("parts")));
        var errors = PartsCheck.Check(parts).ToList();
        foreach (var error in errors)
        {
            output.WriteLine(error with { Location = new SourceLocation(options.Required("project"), 0, 0) });
        }

        return errors.Count == 0 ? 0 : 1;
    }
}
