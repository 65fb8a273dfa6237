using System.Globalization;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.Ilc;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract;

/// <summary>What became of one program of the contract, as the text that is kept for comparison.</summary>
internal static partial class ContractOutcome
{
    /// <summary>Compiles a program and writes down what its machine code asks for, or what is missing to compile it.</summary>
    /// <param name="programPath">The C# file.</param>
    public static string Of(string programPath)
    {
        using var directory = new TemporaryDirectory();
        var assembly = directory.File(ContractCompiler.AssemblyName + ".dll");
        var objectPath = directory.File(ContractCompiler.AssemblyName + ".o");

        var errors = ContractCompiler.CompileToAssembly(File.ReadAllText(programPath), Path.GetFileName(programPath), assembly);
        if (errors.Length != 0)
        {
            var messages = errors.Select(error => $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
            return Section("expected missing, says the C# compiler", messages.Distinct().Order(StringComparer.Ordinal));
        }

        var result = ContractCompiler.CompileToObject(assembly, Workplace.CoreLibrary, objectPath);
        using var program = new ManagedProgram([assembly, Workplace.CoreLibrary], new SourcePathMap([$"/_/tarn/={Workplace.Root}"]));
        if (result.ExitCode != 0 || IlcOutputParser.ReportsError(result.Output))
        {
            var failures = IlcOutputParser.Parse(result.Output);
            Assert.That(failures, Is.Not.Empty, $"ILC failed with words that are not understood:\n{result.Output}");
            var messages =
                from error in new IlcFailureExplainer(program, "System.Private.CoreLib").Explain(failures)
                select $"{error.Code}: {error.Text}";
            return Section("expected missing, says ILC", messages.Distinct().Order(StringComparer.Ordinal));
        }

        var file = new ElfFile(File.ReadAllBytes(objectPath));
        var undefined = file.Symbols.Where(symbol => symbol.IsUndefined).Select(symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        var demands = ProgramDemands.Of(file, ContractCompiler.AssemblyName);
        var named = NamedBySource(program);
        var added = demands
            .Where(name => !undefined.Contains(name))
            .Where(name => !MethodFinder.BySymbol(program, name).Any(method => named.Contains((method.TypeName, method.Name))))
            .Select(name => OverloadNumber().Replace(name, ""))
            .Distinct();
        return Section("asked of assembly and of runtime exports", demands.Where(undefined.Contains))
            + Section("asked of the core library by the compiler", added);
    }

    /// <summary>The methods that the program's own IL calls: the C# compiler has checked that they are there.</summary>
    private static HashSet<(string TypeName, string? MemberName)> NamedBySource(ManagedProgram program)
    {
        var own = program.Assemblies.Single(assembly => assembly.Name == ContractCompiler.AssemblyName);
        return [.. own.Methods()
            .Select(method => own.Body(method.Handle))
            .OfType<MethodBodyBlock>()
            .SelectMany(InstructionReader.Read)
            .Select(instruction => program.Resolve(own, instruction.Token))
            .OfType<MemberReferenceTarget>()
            .Select(target => (target.TypeName, target.MemberName))];
    }

    private static string Section(string title, IEnumerable<string> lines)
    {
        var builder = new StringBuilder();
        builder.Append(title).Append(":\n");
        foreach (var line in lines)
        {
            builder.Append("    ").Append(line).Append('\n');
        }

        return builder.ToString();
    }

    // Overloads are numbered in the order of their declaration, which is no part of the contract.
    [GeneratedRegex(@"(?<=__\w+?)_\d+(?=<|$)")]
    private static partial Regex OverloadNumber();
}
