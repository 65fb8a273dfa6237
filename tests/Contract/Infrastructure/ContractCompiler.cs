using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>Compiles one C# file against Tarn's core library, to IL and on to an object file, as an image is compiled.</summary>
internal static class ContractCompiler
{
    /// <summary>The assembly's name. ILC puts it into the name of every symbol that comes from the program.</summary>
    public const string AssemblyName = "contract";

    private static readonly Lazy<MetadataReference> CoreLibrary = new(() => MetadataReference.CreateFromFile(Workplace.CoreLibrary));

    /// <summary>Compiles C# to an assembly with symbols beside it.</summary>
    /// <param name="source">The text of the program.</param>
    /// <param name="sourcePath">The path that symbols and messages give it.</param>
    /// <param name="assemblyPath">The assembly to write; its symbols go beside it.</param>
    /// <returns>The compiler's errors; empty when the assembly was written.</returns>
    public static ImmutableArray<Diagnostic> CompileToAssembly(string source, string sourcePath, string assemblyPath)
    {
        var tree = CSharpSyntaxTree.ParseText(
            SourceText.From(source, System.Text.Encoding.UTF8), new CSharpParseOptions(LanguageVersion.CSharp14), sourcePath);
        var compilation = CSharpCompilation.Create(
            AssemblyName,
            [tree],
            [CoreLibrary.Value],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));
        using var assembly = File.Create(assemblyPath);
        using var symbols = File.Create(Path.ChangeExtension(assemblyPath, ".pdb"));
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(assembly, symbols, options: options);
        return [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The lines of a response file that compiles a program with the optimiser on, as images are compiled for release.</summary>
    public static IReadOnlyList<string> ResponseLines(string assemblyPath, string coreLibraryPath, string objectPath) =>
    [
        assemblyPath,
        $"-r:{coreLibraryPath}",
        $"-o:{objectPath}",
        "--systemmodule:System.Private.CoreLib",
        "--targetos:linux",
        "--targetarch:x64",
        "--nativelib",
        "--noinlinetls",
        "--reflectiondata:none",
        "-O",

        // Nothing inlined: then a method's code calls what its IL names, what the compiler adds, and nothing else.
        "--codegenopt:JitNoInline=1",

        // The program's exports only: what it needs of the core library stays an undefined symbol, and is seen.
        $"--generateunmanagedentrypoints:{AssemblyName}",
    ];

    /// <summary>Runs ILC on an assembly.</summary>
    public static ProcessResult CompileToObject(string assemblyPath, string coreLibraryPath, string objectPath)
    {
        var responsePath = objectPath + ".rsp";
        File.WriteAllLines(responsePath, ResponseLines(assemblyPath, coreLibraryPath, objectPath));
        ProgramLocator.EnsureExecutable(Workplace.Compiler);
        return ProcessRunner.Run(Workplace.Compiler, ["@" + responsePath]);
    }
}
