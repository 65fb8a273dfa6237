using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.InterruptSafety;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>check-handlers</c>: proves of a linked image that its interrupt handlers keep to their rules.</summary>
internal static class CheckHandlersCommand
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <returns>The exit status: 0 only when every handler keeps to the rules.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = new ToolArguments(arguments, "image", "program", "declarations", "report", "source-root");
        var imagePath = options.RequiredFile("image");
        var programPath = options.RequiredFile("program");
        var reportPath = options.Required("report");
        var sourcePaths = new SourcePathMap(options.All("source-root"));
        HandlerDeclarations declarations;
        try
        {
            declarations = options.Optional("declarations") is { } path
                ? HandlerDeclarations.Parse(File.ReadLines(path))
                : HandlerDeclarations.None;
        }
        catch (FormatException exception)
        {
            output.WriteLine(new BuildError(BuildErrorCode.DeclarationWrong, exception.Message));
            return 1;
        }

        // Reports of an earlier run must not pass for this one's.
        var jsonPath = reportPath + ".json";
        var markdownPath = reportPath + ".md";
        File.Delete(jsonPath);
        File.Delete(markdownPath);

        using var program = new ManagedProgram(IlcResponseFile.Read(programPath).Assemblies, sourcePaths);
        var check = new HandlerCheck(ElfFile.Read(imagePath), program, declarations, sourcePaths);
        foreach (var error in check.Errors)
        {
            output.WriteLine(error);
        }

        if (check.Errors.Count != 0)
        {
            return 1;
        }

        // The build takes the JSON for the sign that the image has passed: it is written last.
        File.WriteAllText(markdownPath, check.Report.ToMarkdown(Path.GetFileName(imagePath)));
        File.WriteAllText(jsonPath, check.Report.ToJson());
        return 0;
    }
}
