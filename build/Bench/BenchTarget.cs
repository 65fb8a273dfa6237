using System.Globalization;
using System.Text.Json;

namespace Tarn.Pipeline;

/// <summary>What a workload is to take, and what others take.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Variant">The allocator's file name.</param>
/// <param name="Target">The bound on the net figure; null where there is none, and what others take is there for comparison.</param>
/// <param name="AtLeast">Whether it is a lower bound.</param>
/// <param name="ReferenceNull">What of each reference is its harness; 0 where nobody knows: they are compared with the raw figure then.</param>
/// <param name="Reference">Figures of others, their harness included.</param>
public sealed record BenchTarget(string Workload, string Variant, decimal? Target, bool AtLeast, decimal ReferenceNull, IReadOnlyDictionary<string, decimal> Reference)
{
    /// <summary>The name of the figure that it is for.</summary>
    public string Key => $"{Workload} {Variant}";

    /// <summary>Reads tests/Figures/targets.json.</summary>
    public static IReadOnlyDictionary<string, BenchTarget> Read(string path) =>
        JsonSerializer.Deserialize<List<BenchTarget>>(File.ReadAllText(path), BenchJson.Options)!.ToDictionary(target => target.Key);

    /// <summary>Whether a figure is within the bound, where there is one.</summary>
    public bool IsMetBy(decimal net) => Target is not { } bound || (AtLeast ? net >= bound : net <= bound);

    /// <summary>The bound as it is shown; empty where there is none.</summary>
    public string Bound => Target is { } bound ? string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? '≥' : '≤')} {bound:0.##}") : string.Empty;
}
