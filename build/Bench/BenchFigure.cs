using System.Globalization;

namespace Tarn.Pipeline;

/// <summary>What one workload took with one allocator.</summary>
/// <param name="Workload">Its name in docs/performance.md.</param>
/// <param name="Variant">The allocator's file name.</param>
/// <param name="Raw">A single operation, the harness included.</param>
/// <param name="Null">What of it is the harness.</param>
/// <param name="Net">What is left.</param>
/// <param name="Unit">What is counted.</param>
public sealed record BenchFigure(string Workload, string Variant, decimal Raw, decimal Null, decimal Net, string Unit)
{
    /// <summary>The figure's name where there are those of several variants.</summary>
    public string Key => $"{Workload} {Variant}";

    /// <summary>Whether more is better: of what is served, and not of what it costs.</summary>
    public bool IsGain => Unit is "percent" or "blocks";

    /// <summary>Reads a line of a bench kernel: <c>figure WORKLOAD UNIT RAW NULL OPERATIONS</c>, counts all of them.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static BenchFigure Parse(string line, string variant)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 6 || words[0] != "figure")
        {
            throw new FormatException($"'{line}' is no figure.");
        }

        var counts = words[3..].Select(word => decimal.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var (raw, nothing, operations) = (counts[0], counts[1], counts[2]);
        return new BenchFigure(words[1], variant, Round(raw / operations), Round(nothing / operations), Round((raw - nothing) / operations), words[2]);
    }

    private static decimal Round(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
