using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tarn.Sdk.Tool.Contract;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.Ilc;

/// <summary>Says in the words of the build what ILC found missing, and finds the source lines that need it.</summary>
internal sealed class IlcFailureExplainer(ManagedProgram program, string systemModule)
{
    /// <summary>How many places an error names at most: the one it is reported at, and those listed below it.</summary>
    public const int MaximumPlaces = 4;

    /// <summary>The errors for a list of failures: one for each thing that is missing.</summary>
    public IReadOnlyList<BuildError> Explain(IReadOnlyList<IlcFailure> failures)
    {
        var errors = new List<BuildError>();
        var coreMembers = failures.OfType<IlcFailure.CoreMember>().ToList();
        foreach (var failure in coreMembers)
        {
            errors.Add(Explain(failure));
        }

        // A missing helper for missing members hides which members those are: the references tell.
        if (coreMembers.Exists(core => CompilerNeeds.ForMember(core.TypeName, core.MemberName) == LanguageFeature.MissingMember))
        {
            errors.AddRange(ExplainUnresolvedReferences());
        }

        foreach (var group in failures.OfType<IlcFailure.ProgramMember>().GroupBy(failure => (failure.TypeName, failure.MemberName)))
        {
            errors.Add(ExplainProgramMember(group.Key.TypeName, group.Key.MemberName, [.. group.Select(failure => failure.Method)]));
        }

        foreach (var group in failures.OfType<IlcFailure.ProgramType>().GroupBy(failure => (failure.TypeName, failure.AssemblyName)))
        {
            var methods = group.Select(failure => failure.Method).OfType<string>();
            errors.Add(ExplainProgramType(group.Key.TypeName, group.Key.AssemblyName, [.. methods]));
        }

        foreach (var failure in failures.OfType<IlcFailure.MethodCode>())
        {
            errors.Add(At(MethodStarts([failure.Method]), new BuildError(
                BuildErrorCode.MethodNotCompiled,
                $"the compiler could not compile {IlcOutputParser.WithoutAssembly(failure.Method)}: {failure.Reason}")));
        }

        foreach (var failure in failures.OfType<IlcFailure.Unforeseen>())
        {
            errors.Add(new BuildError(
                BuildErrorCode.UseNotForeseen,
                $"the compiler's scanner did not foresee a use: {failure.What}; "
                + "a helper of the core library that is called by the compiler alone must use nothing that no other code uses"));
        }

        return errors;
    }

    /// <summary>An error for each field that the compiler takes for granted and the core library does not have.</summary>
    public IEnumerable<BuildError> ExplainMissingFields()
    {
        foreach (var (typeName, fieldName) in CompilerNeeds.Fields)
        {
            if (program.FindType(typeName) is var (assembly, handle)
                && !assembly.Reader.GetTypeDefinition(handle).GetFields()
                    .Any(field => assembly.Reader.StringComparer.Equals(assembly.Reader.GetFieldDefinition(field).Name, fieldName)))
            {
                yield return new BuildError(
                    BuildErrorCode.CoreLibraryLacksMember,
                    $"the core library lacks the field {typeName}.{fieldName}, which the compiler takes for granted");
            }
        }
    }

    /// <summary>The error at the first of the places that need what it names, and the next ones below it.</summary>
    public static BuildError At(IReadOnlyList<CodeUse> uses, BuildError error)
    {
        var located = uses.Where(use => use.Location is not null).DistinctBy(use => use.Location).ToList();
        if (located.Count == 0)
        {
            return error with { Related = [.. uses.Take(MaximumPlaces).Select(use => $"needed {use}")] };
        }

        var related = located.Skip(1).Take(MaximumPlaces - 1).Select(use => $"also needed at {use}").ToList();
        if (located.Count > MaximumPlaces)
        {
            related.Add($"and at {located.Count - MaximumPlaces} more places");
        }

        return error with { Location = located[0].Location, Related = related };
    }

    private BuildError Explain(IlcFailure.CoreMember failure)
    {
        var feature = CompilerNeeds.ForMember(failure.TypeName, failure.MemberName);
        var name = failure.MemberName is null ? failure.TypeName : $"{failure.TypeName}.{failure.MemberName}";
        var reason = feature is null ? "which the compiler looks for by name" : $"which the compiler needs for {feature.Description}";
        var error = new BuildError(BuildErrorCode.CoreLibraryLacksMember, $"the core library lacks {name}, {reason}");
        if (failure.Method is { } spelling)
        {
            var methods = MethodFinder.BySpelling(program, spelling);
            var uses = feature?.Matches is { } matches ? methods.SelectMany(method => program.Uses(method, matches)).ToList() : [];
            return At(uses.Count != 0 ? uses : MethodStarts([spelling]), error);
        }

        return feature?.Matches is { } condition ? At(Uses(condition), error) : error;
    }

    private BuildError ExplainProgramMember(string typeName, string memberName, IReadOnlyList<string> methods)
    {
        var type = GenericNames.RemoveArity(GenericNames.RemoveArguments(IlcOutputParser.WithoutAssembly(typeName)));
        var uses = Uses((assembly, instruction) => program.Resolve(assembly, instruction.Token) is { MemberName: not null } target
            && target.MemberName == memberName
            && GenericNames.RemoveArity(target.TypeName) == type
            && !program.Exists(target));
        return At(uses.Count != 0 ? uses : MethodStarts(methods), new BuildError(
            BuildErrorCode.ProgramUsesMissingMember,
            $"the program uses {typeName}.{memberName}, which the assemblies given to the compiler do not have"));
    }

    private BuildError ExplainProgramType(string typeName, string assemblyName, IReadOnlyList<string> methods)
    {
        var uses = Uses((assembly, instruction) => program.Resolve(assembly, instruction.Token)?.TypeName == typeName);
        if (uses.Count == 0)
        {
            uses = MethodStarts(methods);
        }

        if (uses.Count == 0 && assemblyName == systemModule)
        {
            return Explain(new IlcFailure.CoreMember(typeName, null, null));
        }

        // ILC says the same of a type that is not there and of one that cannot be laid out.
        if (program.FindType(GenericNames.RemoveArguments(typeName)) is not null)
        {
            return At(uses, new BuildError(
                BuildErrorCode.MethodNotCompiled,
                $"the compiler cannot load the type {typeName}: its fields overlap where they must not, or types that contain each other, or are arguments of calls, go on without an end"));
        }

        return At(uses, new BuildError(
            BuildErrorCode.ProgramUsesMissingMember, $"the program uses {typeName}, which assembly {assemblyName} does not have"));
    }

    private IEnumerable<BuildError> ExplainUnresolvedReferences()
    {
        var missing = new HashSet<MemberReferenceTarget>();
        Uses((assembly, instruction) => Missing(assembly, instruction) is { } target && missing.Add(target));
        foreach (var target in missing)
        {
            yield return At(Uses((assembly, instruction) => Missing(assembly, instruction) == target), new BuildError(
                BuildErrorCode.ProgramUsesMissingMember,
                $"the program uses {target}, which the assemblies given to the compiler do not have"));
        }

        // What an assembly defines itself is there.
        MemberReferenceTarget? Missing(ManagedAssembly assembly, Instruction instruction) =>
            instruction.Token != 0
            && MetadataTokens.EntityHandle(instruction.Token).Kind is not (HandleKind.TypeDefinition or HandleKind.MethodDefinition)
            && program.Resolve(assembly, instruction.Token) is { } target
            && !program.Exists(target) ? target : null;
    }

    private List<CodeUse> Uses(Func<ManagedAssembly, Instruction, bool> condition) =>
        [.. program.Methods().SelectMany(method => program.Uses(method, condition))];

    private List<CodeUse> MethodStarts(IReadOnlyList<string> spellings) =>
    [
        .. spellings
            .SelectMany(spelling => MethodFinder.BySpelling(program, spelling))
            .Select(method => new CodeUse(method, 0, program.Locate(method, 0))),
    ];
}
