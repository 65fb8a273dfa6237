using System.Globalization;
using System.Text;

namespace Tarn.Pipeline;

/// <summary>The figures as files: for programs, and for readers.</summary>
public static class BenchReport
{
    /// <summary>What marks the place in docs/performance.md and README.md that has the figures, and that in docs/performance.md that has the sizes.</summary>
    public const string Figures = "benchmarks", Sizes = "sizes";

    /// <summary>results.json.</summary>
    public static string ToJson(IReadOnlyList<BenchFigure> figures, IReadOnlyDictionary<string, BenchTarget> targets) =>
        BenchJson.WriteLines(figures.Select(figure =>
        {
            var target = targets.GetValueOrDefault(figure.Key);
            return new { figure.Workload, figure.Variant, figure.Raw, figure.Null, figure.Net, figure.Unit, target?.Target, Reference = target?.Reference ?? new Dictionary<string, decimal>() };
        }));

    /// <summary>All figures in a table, each with its target and the references: net of their harness where that is known, and raw like ours where not.</summary>
    public static string ToMarkdown(IReadOnlyList<BenchFigure> figures, IReadOnlyDictionary<string, BenchTarget> targets)
    {
        var text = new StringBuilder("| workload | allocator | raw | harness | net | unit | target | met | references (as a multiple of ours) |\n|---|---|--:|--:|--:|---|--:|---|---|\n");
        foreach (var figure in figures)
        {
            var target = targets.GetValueOrDefault(figure.Key);
            var references = target is null ? string.Empty : string.Join(", ", target.Reference.Select(reference => Compare(reference, target.ReferenceNull, figure)));
            text.Append(CultureInfo.InvariantCulture, $"| {figure.Workload} | {figure.Variant} | {figure.Raw:0.##} | {figure.Null:0.##} | {figure.Net:0.##} | {figure.Unit} ")
                .Append(CultureInfo.InvariantCulture, $"| {target?.Bound} ")
                .Append(CultureInfo.InvariantCulture, $"| {(target?.Target is null ? string.Empty : target.IsMetBy(figure.Net) ? "yes" : "**no**")} | {references} |\n");
        }

        return text.ToString();
    }

    /// <summary>Only what has a target, without the references: for a first look.</summary>
    public static string ToSummary(IReadOnlyList<BenchFigure> figures, IReadOnlyDictionary<string, BenchTarget> targets)
    {
        var text = new StringBuilder("| workload | allocator | net | unit | target | met |\n|---|---|--:|---|--:|---|\n");
        foreach (var figure in figures.Where(figure => targets.GetValueOrDefault(figure.Key)?.Target is not null))
        {
            var target = targets[figure.Key];
            text.Append(CultureInfo.InvariantCulture, $"| {figure.Workload} | {figure.Variant} | {figure.Net:0.##} | {figure.Unit} | {target.Bound} | {(target.IsMetBy(figure.Net) ? "yes" : "**no**")} |\n");
        }

        return text.ToString();
    }

    /// <summary>A page with what is between two marks replaced.</summary>
    /// <exception cref="FormatException">The page does not have both marks.</exception>
    public static string Replace(string page, string mark, string table)
    {
        var (first, last) = ($"<!-- {mark} -->", $"<!-- /{mark} -->");
        var start = page.IndexOf(first, StringComparison.Ordinal);
        var end = page.IndexOf(last, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? $"{page[..start]}{first}\n\n{table}\n{page[end..]}"
            : throw new FormatException($"The page has no place between {first} and {last}.");
    }

    private static string Compare(KeyValuePair<string, decimal> reference, decimal harness, BenchFigure figure)
    {
        var theirs = reference.Value - harness;
        var ours = harness == 0 ? figure.Raw : figure.Net;
        var ratio = ours == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({theirs / ours:0.0#}×)");
        return string.Create(CultureInfo.InvariantCulture, $"{reference.Key} {theirs:0.##}{(harness == 0 ? " raw" : string.Empty)}{ratio}");
    }
}
