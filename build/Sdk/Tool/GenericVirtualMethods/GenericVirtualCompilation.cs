using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.Ilc;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Toolchains;
using Tarn.Sdk.Tool.TypeTests;
using GenericInstanceType = Mono.Cecil.GenericInstanceType;
using TypeReference = Mono.Cecil.TypeReference;
using TypeSpecification = Mono.Cecil.TypeSpecification;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>
/// Compiles a program in which a generic virtual method is called on objects whose type the compiler does not know. Once, to learn which
/// are called and which types there are; and again with an assembly that has the methods, until nothing new is found.
/// </summary>
/// <remarks>.NET makes what such a call needs at run time. Here all is there when the image is linked, or the build fails: with each round the
/// methods found in the last one are compiled, and what they call may be more. A program that would go on for ever (a method that calls itself with
/// a larger type argument each time) has no end here as it has none in .NET's own ahead-of-time compiler, and is an error.</remarks>
internal sealed class GenericVirtualCompilation(
    IlcResponseFile request, string responsePath, SourcePathMap sourcePaths, Func<string, ProcessResult> compile)
{
    /// <summary>How often a program is compiled at most. A chain of LINQ's operators has a round for each of them.</summary>
    public const int MaximumRounds = 64;

    /// <summary>How deep a type may be nested in its own type arguments: deeper is taken for a program that goes on for ever.</summary>
    public const int MaximumNesting = 10;

    /// <summary>Whether an object file calls the look-up.</summary>
    public static bool IsNeeded(string objectPath) => Symbols(objectPath).Any(symbol => symbol.IsUndefined && symbol.Name == LookupAssembly.Symbol);

    /// <summary>The assembly beside the object file that the look-up is written to.</summary>
    public static string AssemblyPath(IlcResponseFile request) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.Output))!, LookupAssembly.Name + ".dll");

    /// <summary>Compiles on, after a first compilation that left the look-up undefined.</summary>
    /// <param name="first">What that compilation printed.</param>
    /// <param name="errors">What cannot be resolved.</param>
    /// <returns>What the last compilation printed.</returns>
    public ProcessResult Run(ProcessResult first, List<BuildError> errors)
    {
        var path = AssemblyPath(request);
        var extendedPath = Path.ChangeExtension(responsePath, ".generic-virtual-methods.rsp");
        string[] lines = [$"-r:{path}", $"--generateunmanagedentrypoints:{LookupAssembly.Name}"];
        File.WriteAllLines(extendedPath, File.ReadLines(responsePath).Except(lines).Concat(lines));

        using var assemblies = new ProgramAssemblies(request.Assemblies.Where(assembly => assembly != path));
        var symbols = new SlotSymbols(assemblies);
        var tested = TestedDelegates.Find([.. request.Assemblies.Where(assembly => assembly != path)], () => assemblies);
        var known = "";
        var result = first;
        for (var round = 1; round < MaximumRounds; round++)
        {
            List<SlotTargets> targets;
            try
            {
                targets = FindTargets(assemblies, symbols, errors);
            }
            catch (InvalidDataException exception)
            {
                errors.Add(new BuildError(BuildErrorCode.GenericVirtualMethodUnresolved, $"calls of generic virtual methods cannot be resolved: {exception.Message.TrimEnd('.')}"));
                return result;
            }

            if (targets.Find(slot => Nesting(slot.Slot) > MaximumNesting) is { } endless)
            {
                errors.Add(WithoutEnd(endless, round));
                return result;
            }

            var found = string.Join('\n', targets.SelectMany(slot => slot.ByType.Select(target => $"{slot.Slot.Key} {ExactTypes.Key(target.Type)} {target.Target.Key}")));
            if (found == known || errors.Count != 0)
            {
                return result;
            }

            known = found;
            LookupAssembly.Write(path, assemblies, request.SystemModule, targets, tested);
            File.Delete(request.Output);
            result = compile(extendedPath);
            if (result.ExitCode != 0 || Ilc.IlcOutputParser.ReportsError(result.Output) || !File.Exists(request.Output))
            {
                return result;
            }
        }

        var last = FindTargets(assemblies, symbols, errors).MaxBy(slot => slot.Slot.Display.Length)!;
        errors.Add(WithoutEnd(last, MaximumRounds));
        return result;
    }

    /// <summary>How often a type is found on the way into its own type arguments, of the type for which it is most.</summary>
    private static int Nesting(ExactMethod method)
    {
        var deepest = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var argument in method.Arguments.Append(method.Owner))
        {
            Visit(argument);
        }

        return deepest;

        void Visit(TypeReference type)
        {
            if (type is GenericInstanceType instance)
            {
                var name = instance.ElementType.FullName;
                counts[name] = counts.GetValueOrDefault(name) + 1;
                deepest = Math.Max(deepest, counts[name]);
                foreach (var argument in instance.GenericArguments)
                {
                    Visit(argument);
                }

                counts[name]--;
            }
            else if (type is TypeSpecification specification)
            {
                Visit(specification.ElementType);
            }
        }
    }

    private BuildError WithoutEnd(SlotTargets slot, int rounds) => Unresolved(
        slot.Slot,
        slot.ByType.Select(target => target.Target),
        $"each compilation found more such calls, {rounds} times; a method that calls itself with a larger type argument each time has no end");

    private static IReadOnlyList<ElfSymbol> Symbols(string path) => new ElfFile(File.ReadAllBytes(path), hasRelocations: false).Symbols;

    /// <summary>The error of a call that cannot be resolved, at the line of the call: at one inside of the methods that it runs, if there is one.</summary>
    private BuildError Unresolved(ExactMethod slot, IEnumerable<ExactMethod> targets, string reason)
    {
        using var program = new ManagedProgram(request.Assemblies, sourcePaths);
        var inner = targets.Select(target => (NameOf(target), target.Definition.Name)).ToHashSet();
        var uses = program.Methods()
            .SelectMany(method => program.Uses(method, (assembly, instruction) => IsCall(program, assembly, instruction, slot)))
            .OrderBy(use => inner.Contains((use.Method.TypeName, use.Method.Name)) ? 0 : 1)
            .ToList();
        return IlcFailureExplainer.At(uses, new BuildError(
            BuildErrorCode.GenericVirtualMethodUnresolved, $"the call of the generic virtual method {slot.Display} cannot be resolved: {reason}"));
    }

    private static bool IsCall(ManagedProgram program, ManagedAssembly assembly, Instruction instruction, ExactMethod slot) =>
        instruction.OpCode.Name is "callvirt" or "ldvirtftn"
        && MetadataTokens.EntityHandle(instruction.Token).Kind == HandleKind.MethodSpecification
        && program.Resolve(assembly, instruction.Token) is { } target
        && target.TypeName == NameOf(slot)
        && target.MemberName == slot.Definition.Name;

    /// <summary>The full name of the type that declares a method, with nested types after a plus sign.</summary>
    private static string NameOf(ExactMethod method) => method.Definition.DeclaringType.FullName.Replace('/', '+');

    private List<SlotTargets> FindTargets(ProgramAssemblies assemblies, SlotSymbols symbols, List<BuildError> errors)
    {
        var types = ConstructedTypes.Read(request.Statistics!, assemblies);
        var slots = Symbols(request.Output)
            .Where(symbol => symbol.Name.StartsWith(SlotSymbols.Prefix, StringComparison.Ordinal))
            .Select(symbol => symbols.Read(symbol.Name))
            .OfType<ExactMethod>()
            .DistinctBy(slot => slot.Key)
            .OrderBy(slot => slot.Key, StringComparer.Ordinal);
        var targets = new List<SlotTargets>();
        foreach (var slot in slots)
        {
            var byType = new List<TypeTarget>();
            foreach (var type in types)
            {
                try
                {
                    if (OverrideFinder.Find(type, slot) is { } target)
                    {
                        byType.Add(new TypeTarget(type, target));
                    }
                }
                catch (System.Reflection.AmbiguousMatchException exception)
                {
                    errors.Add(Unresolved(slot, [], $"on {ExactTypes.Display(type)} {exception.Message}"));
                }
            }

            targets.Add(new SlotTargets(slot, byType));
        }

        return targets;
    }
}
