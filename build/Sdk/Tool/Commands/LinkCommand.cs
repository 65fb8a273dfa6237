using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Linker;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>link</c>: object files to one image, by lld.</summary>
internal static class LinkCommand
{
    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="environment">The values of environment variables.</param>
    /// <returns>The exit status: 0 only when the linker reported no error.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<string, string?> environment)
    {
        var options = new ToolArguments(arguments, "response", "program", "linker", "log", "source-root");
        var responsePath = options.RequiredFile("response");
        var programPath = options.RequiredFile("program");
        var log = new RunLog(options.Optional("log"));
        var name = options.Optional("linker") ?? "ld.lld";
        if (ProgramLocator.Find(name, environment("PATH")) is not { } linker)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.LinkerNotFound, $"the linker {name} is not installed; on Debian and Ubuntu: apt-get install lld"));
            return 1;
        }

        var result = ProcessRunner.Run(linker, ["@" + responsePath]);
        log.Write(result.Output);
        var (undefined, rest) = LinkerOutputParser.Parse(result.Output);
        foreach (var line in rest)
        {
            output.WriteLine(line);
        }

        if (result.ExitCode == 0)
        {
            return 0;
        }

        var sourcePaths = new SourcePathMap(options.All("source-root"));
        using var program = new ManagedProgram(IlcResponseFile.Read(programPath).Assemblies, sourcePaths);
        var explainer = new LinkFailureExplainer(program, sourcePaths);
        foreach (var symbol in undefined)
        {
            output.WriteLine(explainer.Explain(symbol));
        }

        // Errors of any other kind were passed through above, in a form that MSBuild reads; a silent failure must not stay silent.
        if (undefined.Count == 0 && !rest.Any(line => line.Contains("error:", StringComparison.Ordinal)))
        {
            output.WriteLine(new BuildError(BuildErrorCode.LinkerFailed, $"{name} failed with exit status {result.ExitCode}"));
        }

        return 1;
    }
}
