using Tarn.Sdk.Tool.Contract;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Ilc;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.Linker;

/// <summary>Says in the words of the build which symbols an image lacks, and which source lines need them.</summary>
internal sealed class LinkFailureExplainer(ManagedProgram program, SourcePathMap sourcePaths)
{
    /// <summary>The error for an undefined symbol.</summary>
    public BuildError Explain(UndefinedSymbol symbol)
    {
        var feature = CompilerNeeds.ForSymbol(symbol.Name);
        var isRuntime = feature is not null || symbol.Name.StartsWith("Rh", StringComparison.Ordinal);
        var error = isRuntime
            ? new BuildError(
                BuildErrorCode.RuntimeSymbolUndefined,
                feature is null
                    ? $"no part of the image exports {symbol.Name}, which compiled code calls"
                    : $"no part of the image exports {symbol.Name}, which the compiler needs for {feature.Description}")
            : new BuildError(BuildErrorCode.SymbolUndefined, $"no part of the image defines the symbol {symbol.Name}");

        var places = symbol.References.SelectMany(reference => Places(reference, feature)).DistinctBy(place => place.Location?.ToString() ?? place.Function).ToList();
        var main = places.Find(place => place.Location is not null);
        var related = places
            .Where(place => place != main)
            .Take(IlcFailureExplainer.MaximumPlaces - 1)
            .Select(place => place.Location is { } location ? $"also needed at {location}: in {place.Function}" : $"needed in {place.Function}")
            .ToList();
        if (symbol.MoreReferences > 0)
        {
            related.Add($"and at {symbol.MoreReferences} more places");
        }

        return error with { Location = main.Location, Related = related };
    }

    private IEnumerable<(SourceLocation? Location, string Function)> Places(SymbolReference reference, LanguageFeature? feature)
    {
        if (reference.File is { } file)
        {
            return [(new SourceLocation(sourcePaths.ToLocal(file), reference.Line, 0), reference.Function)];
        }

        // Without debug information the function's symbol leads to the method, and the method's IL to the line.
        var places = new List<(SourceLocation?, string)>();
        foreach (var method in MethodFinder.BySymbol(program, reference.Function))
        {
            var uses = feature?.Matches is { } matches ? program.Uses(method, matches).ToList() : [];
            places.Add((uses is [var first, ..] ? first.Location : program.Locate(method, 0), method.FullName));
        }

        return places.Count != 0 ? places : [(null, $"{Path.GetFileName(reference.Object)}:{reference.Function}")];
    }
}
