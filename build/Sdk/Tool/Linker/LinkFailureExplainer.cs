using Tarn.Sdk.Tool.Contract;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Ilc;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.Linker;

/// <summary>Says in the words of the build which symbols an image lacks, and which source lines need them.</summary>
internal sealed class LinkFailureExplainer(ManagedProgram program, SourcePathMap sourcePaths)
{
    /// <summary>What the processor's entry code calls.</summary>
    private const string EntrySymbol = "tarn_main";

    /// <summary>The error for an undefined symbol.</summary>
    public BuildError Explain(UndefinedSymbol symbol)
    {
        if (symbol.Name == EntrySymbol)
        {
            return new BuildError(
                BuildErrorCode.NoEntry,
                "the image has no entry: export one, [RuntimeExport(\"tarn_main\")] static void Main(nint requests); "
                + "or, for a plain program with a Main, add <OutputType>Exe</OutputType> to the project");
        }

        var feature = CompilerNeeds.ForSymbol(symbol.Name);
        var isRuntime = feature is not null || symbol.Name.StartsWith("Rh", StringComparison.Ordinal);
        var error = isRuntime
            ? new BuildError(
                BuildErrorCode.RuntimeSymbolUndefined,
                feature is null
                    ? $"no part of the image exports {symbol.Name}, which compiled code calls"
                    : $"no part of the image exports {symbol.Name}, which the compiler needs for {feature.Description}")
            : new BuildError(BuildErrorCode.SymbolUndefined, $"no part of the image defines the symbol {symbol.Name}");

        var imports = program.ImportsOf(symbol.Name).Select(method => (method.TypeName, method.Name)).ToHashSet();
        var condition = feature?.Matches ?? ((assembly, instruction) =>
            program.Resolve(assembly, instruction.Token) is { MemberName: { } name } target && imports.Contains((target.TypeName, name)));
        var places = symbol.References
            .SelectMany(reference => Places(reference, condition))
            .DistinctBy(place => place.Location?.ToString() ?? place.Function)
            .ToList();
        var main = places.Find(place => place.Location is not null);
        var related = places
            .Where(place => place != main)
            .Take(IlcFailureExplainer.MaximumPlaces - 1)
            .Select(place => place.Location is { } location
                ? $"also needed at {location}: in {place.Function}"
                : $"needed in {place.Function}")
            .ToList();
        if (symbol.MoreReferences > 0)
        {
            related.Add($"and at {symbol.MoreReferences} more places");
        }

        return error with { Location = main.Location, Related = related };
    }

    private IEnumerable<(SourceLocation? Location, string Function)> Places(
        SymbolReference reference, Func<ManagedAssembly, Instruction, bool> condition)
    {
        // Optimised code has few line numbers, and the linker names the last one before the reference. The method's IL has the
        // instruction itself.
        SourceLocation? named = reference.File is { } file ? new SourceLocation(sourcePaths.ToLocal(file), reference.Line, 0) : null;
        var places = new List<(SourceLocation?, string)>();
        foreach (var method in MethodFinder.BySymbol(program, reference.Function))
        {
            var uses = program.Uses(method, condition).Where(use => use.Location is not null).ToList();
            var use = uses.Find(use => use.Location!.Value.Line == named?.Line) ?? uses.FirstOrDefault();
            places.Add((use?.Location ?? named ?? program.Locate(method, 0), method.FullName));
        }

        return places.Count != 0 ? places
            : named is not null ? [(named, reference.Function)]
            : [(null, $"{Path.GetFileName(reference.Object)}:{reference.Function}")];
    }
}
