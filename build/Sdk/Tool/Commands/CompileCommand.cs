using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Ilc;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Sdk.Tool.Commands;

/// <summary>The verb <c>compile</c>: assemblies to one object file, by ILC or by an installed bflat.</summary>
internal static class CompileCommand
{
    /// <summary>The environment variable that names the bflat program, where it is not in <c>PATH</c>.</summary>
    public const string BflatPathVariable = "BFLAT_PATH";

    /// <summary>Runs the verb.</summary>
    /// <param name="arguments">What follows the verb on the command line.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="environment">The values of environment variables.</param>
    /// <returns>The exit status: 0 only when the object file was written and the compiler reported no error.</returns>
    /// <exception cref="ToolUsageException">The arguments are wrong.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<string, string?> environment)
    {
        var options = new ToolArguments(arguments, "response", "toolchain", "ilc", "sources", "log", "source-root");
        var responsePath = options.Required("response");
        if (!File.Exists(responsePath))
        {
            throw new ToolUsageException($"there is no response file '{responsePath}'");
        }

        var request = IlcResponseFile.Read(responsePath);
        var sourcePaths = new SourcePathMap(options.All("source-root"));

        string compiler;
        string program;
        IReadOnlyList<string> compilerArguments;
        switch (options.Optional("toolchain") ?? "Ilc")
        {
            case "Ilc":
                compiler = "ilc";
                var path = options.Required("ilc");
                if (ProgramLocator.Find(path, null) is not { } ilc)
                {
                    output.WriteLine(new BuildError(
                        BuildErrorCode.CompilerNotFound, $"there is no compiler at {path}; 'dotnet restore' downloads it"));
                    return 1;
                }

                ProgramLocator.EnsureExecutable(ilc);
                program = ilc;
                compilerArguments = ["@" + responsePath];
                break;

            case "Bflat":
                compiler = "bflat";
                output.WriteLine("bflat: this toolchain is not exercised by the project's continuous integration, which uses ILC");
                if (FindBflat(environment) is not { } bflat)
                {
                    output.WriteLine(new BuildError(
                        BuildErrorCode.BflatNotFound,
                        $"bflat is neither in PATH nor at {BflatPathVariable}; download a release from github.com/bflattened/bflat, "
                        + "unpack it and add its folder to PATH, or build with the default toolchain, Ilc"));
                    return 1;
                }

                program = bflat;
                var sources = File.ReadLines(options.Required("sources")).Where(line => line.Length != 0);
                compilerArguments = BflatArguments.Create(request, [.. sources]);
                break;

            case var other:
                throw new ToolUsageException($"unknown toolchain '{other}': it is Ilc or Bflat");
        }

        // An object file of an earlier run must not pass for this one's.
        File.Delete(request.Output);
        var result = ProcessRunner.Run(program, compilerArguments);
        if (options.Optional("log") is { } logPath)
        {
            File.WriteAllText(logPath, result.Output);
        }

        if (result.ExitCode == 0 && !IlcOutputParser.ReportsError(result.Output) && File.Exists(request.Output))
        {
            output.Write(result.Output);
            return 0;
        }

        // What is wrong with a program must not look finished to an incremental build.
        File.Delete(request.Output);
        Report(result, request, sourcePaths, compiler, output);
        return 1;
    }

    private static string? FindBflat(Func<string, string?> environment) =>
        environment(BflatPathVariable) is { Length: > 0 } path
            ? ProgramLocator.Find(Directory.Exists(path) ? Path.Combine(path, "bflat") : path, environment("PATH"))
            : ProgramLocator.Find("bflat", environment("PATH"));

    private static void Report(
        ProcessResult result, IlcResponseFile request, SourcePathMap sourcePaths, string compiler, TextWriter output)
    {
        var failures = result.Signal is null ? IlcOutputParser.Parse(result.Output) : [];
        using (var program = new ManagedProgram(request.Assemblies, sourcePaths))
        {
            var explainer = new IlcFailureExplainer(program, request.SystemModule);
            foreach (var error in explainer.Explain(failures).Concat(explainer.ExplainMissingFields()))
            {
                output.WriteLine(error);
            }

            foreach (var path in program.Unreadable)
            {
                output.WriteLine($"    {path} is no managed assembly");
            }
        }

        // A missing name is said in full above; anything else may hold more than was understood.
        if (failures.Count == 0 || failures.Any(failure => failure is IlcFailure.MethodCode or IlcFailure.Unforeseen))
        {
            RawOutput.Write(output, compiler, result.Output);
        }

        if (result.Signal is { } signal)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.CompilerCrashed, $"{compiler} was ended by signal {signal}; all it printed is above"));
        }
        else if (failures.Count == 0)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.CompilerFailed, $"{compiler} failed with exit status {result.ExitCode}; all it printed is above"));
        }
    }
}
