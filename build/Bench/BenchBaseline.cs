using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tarn.Pipeline;

/// <summary>A figure that later ones are held to.</summary>
/// <param name="Workload">Its workload.</param>
/// <param name="Variant">The allocator's file name.</param>
/// <param name="Net">The figure.</param>
/// <param name="Former">The figure that it took the place of; null for a first one. Of rises without a reason, the one before the first of them.</param>
/// <param name="Reason">Why it is worse than that; empty where it is not.</param>
public sealed record BenchBaselineEntry(string Workload, string Variant, decimal Net, decimal? Former, string Reason)
{
    /// <summary>The name of the figure.</summary>
    [JsonIgnore]
    public string Key => $"{Workload} {Variant}";
}

/// <summary>The committed figures, tests/Figures/baseline.json, and the rule that none gets worse by more than 3 % without a reason.</summary>
public static class BenchBaseline
{
    private const decimal Tolerance = 0.03m;

    /// <summary>Reads it.</summary>
    public static IReadOnlyList<BenchBaselineEntry> Read(string path) =>
        JsonSerializer.Deserialize<List<BenchBaselineEntry>>(File.ReadAllText(path), BenchJson.Options)!;

    /// <summary>What is wrong with the figures, or with the baseline itself; nothing if all is well.</summary>
    public static IReadOnlyList<string> FindFaults(IReadOnlyList<BenchBaselineEntry> baseline, IReadOnlyList<BenchFigure> figures)
    {
        var faults = new List<string>();
        var measured = figures.ToDictionary(figure => figure.Key);
        foreach (var entry in baseline)
        {
            if (!measured.Remove(entry.Key, out var figure))
            {
                faults.Add($"{entry.Key} is in the baseline, and nothing measures it.");
                continue;
            }

            if (IsWorse(figure, entry.Net, figure.Net))
            {
                faults.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.Key} was {entry.Net} {figure.Unit} and is {figure.Net}: worse by more than 3 %. If that is to be, ./build.sh Bench --accept \"why\"."));
            }

            if (entry.Former is { } former && IsWorse(figure, former, entry.Net) && string.IsNullOrWhiteSpace(entry.Reason))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{entry.Key} was raised from {former} to {entry.Net} without a reason."));
            }
        }

        faults.AddRange(measured.Keys.Select(key => $"{key} is not in the baseline: ./build.sh Bench --accept \"why\"."));
        return faults;
    }

    /// <summary>The baseline after these figures were accepted. An entry keeps its history until its figure changes, and what it rose from as long as nobody
    /// said why: many small rises are a large one.</summary>
    public static IReadOnlyList<BenchBaselineEntry> Accept(IReadOnlyList<BenchBaselineEntry> baseline, IReadOnlyList<BenchFigure> figures, string reason)
    {
        var former = baseline.ToDictionary(entry => entry.Key);
        return
        [
            .. figures.Select(figure => !former.TryGetValue(figure.Key, out var entry)
                ? new BenchBaselineEntry(figure.Workload, figure.Variant, figure.Net, null, string.Empty)
                : entry.Net == figure.Net ? entry : Follow(entry, figure, reason)),
        ];
    }

    private static BenchBaselineEntry Follow(BenchBaselineEntry entry, BenchFigure figure, string reason)
    {
        var isSilentRise = entry.Former is { } before && entry.Reason.Length == 0 && (figure.IsGain ? entry.Net < before : entry.Net > before);
        var former = isSilentRise ? entry.Former!.Value : entry.Net;
        return new BenchBaselineEntry(figure.Workload, figure.Variant, figure.Net, former, IsWorse(figure, former, figure.Net) ? reason : string.Empty);
    }

    private static bool IsWorse(BenchFigure kind, decimal former, decimal now) =>
        kind.IsGain ? now < former * (1 - Tolerance) : now > former * (1 + Tolerance);
}
