using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.GenericVirtualMethods;
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
        var responsePath = options.RequiredFile("response");
        var request = IlcResponseFile.Read(responsePath);
        var sourcePaths = new SourcePathMap(options.All("source-root"));
        var log = new RunLog(options.Optional("log"));

        var toolchain = options.Optional("toolchain") ?? "Ilc";
        var compiler = toolchain switch
        {
            "Ilc" => FindIlc(options.Required("ilc"), responsePath, output),
            "Bflat" => FindBflat(request, options.RequiredFile("sources"), output, environment),
            _ => throw new ToolUsageException($"unknown toolchain '{toolchain}': it is Ilc or Bflat"),
        };
        if (compiler is null)
        {
            return 1;
        }

        // An object file of an earlier run must not pass for this one's.
        File.Delete(request.Output);
        // The image's response file names it, needed or not: the program has the same assemblies then in all that reads that file.
        var lookupPath = GenericVirtualCompilation.AssemblyPath(request);
        if (request.References.Contains(lookupPath))
        {
            LookupAssembly.WriteFirst(lookupPath, request.SystemModule, [.. request.Assemblies.Where(assembly => assembly != lookupPath)]);
        }

        var result = ProcessRunner.Run(compiler.Program, compiler.Arguments);
        var errors = new List<BuildError>();
        if (Succeeded(result, request) && request.Statistics is not null && toolchain == "Ilc"
            && GenericVirtualCompilation.IsNeeded(request.Output))
        {
            var compilation = new GenericVirtualCompilation(
                request, responsePath, sourcePaths, path => ProcessRunner.Run(compiler.Program, ["@" + path]));
            result = compilation.Run(result, errors);
        }

        log.Write(result.Output);
        if (errors.Count != 0)
        {
            File.Delete(request.Output);
            errors.ForEach(output.WriteLine);
            return 1;
        }

        if (Succeeded(result, request))
        {
            output.Write(result.Output);
            return 0;
        }

        // Nor must the one that ILC writes of a program with errors look finished to an incremental build.
        File.Delete(request.Output);
        Report(result, request, sourcePaths, compiler.Name, output);
        return 1;
    }

    private static bool Succeeded(ProcessResult result, IlcResponseFile request) =>
        result.ExitCode == 0 && !IlcOutputParser.ReportsError(result.Output) && File.Exists(request.Output);

    private static Compiler? FindIlc(string path, string responsePath, TextWriter output)
    {
        if (ProgramLocator.Find(path, null) is not { } program)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.CompilerNotFound, $"there is no compiler at {path}; 'dotnet restore' downloads it"));
            return null;
        }

        ProgramLocator.EnsureExecutable(program);
        return new Compiler("ilc", program, ["@" + responsePath]);
    }

    private static Compiler? FindBflat(IlcResponseFile request, string sourcesPath, TextWriter output, Func<string, string?> environment)
    {
        output.WriteLine("bflat: this toolchain is not exercised by the project's continuous integration, which uses ILC");
        var path = environment(BflatPathVariable) is { Length: > 0 } value ? value : "bflat";
        if (ProgramLocator.Find(Directory.Exists(path) ? Path.Combine(path, "bflat") : path, environment("PATH")) is not { } program)
        {
            output.WriteLine(new BuildError(
                BuildErrorCode.BflatNotFound,
                $"bflat is neither in PATH nor at {BflatPathVariable}; download a release from github.com/bflattened/bflat, "
                + "unpack it and add its folder to PATH, or build with the default toolchain, Ilc"));
            return null;
        }

        var sources = File.ReadLines(sourcesPath).Where(line => line.Length != 0);
        return new Compiler("bflat", program, BflatArguments.Create(request, [.. sources]));
    }

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

    /// <summary>A compiler that is there, and what to call it with.</summary>
    private sealed record Compiler(string Name, string Program, IReadOnlyList<string> Arguments);
}
