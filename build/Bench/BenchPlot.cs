using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tarn.Pipeline;

/// <summary>What things cost against their size, drawn from results.json: a picture for docs/performance.md.</summary>
public static class BenchPlot
{
    private const int Width = 880, Height = 380, Top = 56, Bottom = 324;

    /// <summary>The axes are logarithmic: a straight line is a power, and a level one costs the same whatever the size.</summary>
    private sealed record Panel(string Title, string XTitle, int Left, int Right, double FirstX, double LastX, double LastY, double XStep)
    {
        internal double X(double value) => Left + ((Right - Left) * Math.Log(value / FirstX) / Math.Log(LastX / FirstX));

        internal double Y(double value) => Bottom - ((Bottom - Top) * Math.Log(value) / Math.Log(LastY));
    }

    private sealed record Series(string Name, string Color, bool IsReference, IReadOnlyList<(double X, double Y)> Points);

    /// <summary>Draws.</summary>
    /// <param name="results">The text of results.json, with all workloads.</param>
    /// <exception cref="FormatException">It lacks what is drawn.</exception>
    public static string ToSvg(string results)
    {
        using var document = JsonDocument.Parse(results);
        var rows = document.RootElement.EnumerateArray().ToList();
        var pairs = new Panel("Allocate and free a block, by its size", "bytes", 64, 400, 16, 65_536, 10_000, 4);
        var frames = new Panel("Take a frame of memory, by how many are taken", "frames", 500, 836, 100, 32_000, 100_000, 10);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n")
            .Append("<title>Instructions against size</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        Draw(svg, pairs,
        [
            new("fixed-size-block", "#2a78d6", false, Figures(rows, "pair-", "fixed-size-block")),
            new("linked-list", "#eb6834", false, Figures(rows, "pair-", "linked-list")),
            new("bump", "#1baf7a", false, Figures(rows, "pair-", "bump")),
        ]);
        Draw(svg, frames,
        [
            new("Tarn", "#2a78d6", false, Figures(rows, "W7-", "fixed-size-block")),
            new("the seed", "#52514e", true, References(rows, "W7-", "fixed-size-block", "seed, rel")),
        ]);
        return svg.Append("</svg>\n").ToString();
    }

    private static List<(double X, double Y)> Figures(List<JsonElement> rows, string prefix, string variant) =>
        Select(rows, prefix, variant, row => row.GetProperty("net").GetDouble());

    private static List<(double X, double Y)> References(List<JsonElement> rows, string prefix, string variant, string name) =>
        Select(rows, prefix, variant, row => row.GetProperty("reference").TryGetProperty(name, out var value) ? value.GetDouble() : null);

    private static List<(double X, double Y)> Select(List<JsonElement> rows, string prefix, string variant, Func<JsonElement, double?> valueOf)
    {
        var points = new List<(double X, double Y)>();
        foreach (var row in rows.Where(row => row.GetProperty("variant").GetString() == variant && row.GetProperty("workload").GetString()!.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var size = double.Parse(row.GetProperty("workload").GetString()!.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
            if (valueOf(row) is { } value)
            {
                points.Add((size, Math.Max(value, 1)));
            }
        }

        return points.Count >= 2 ? points : throw new FormatException($"There is no {prefix}… of {variant} to draw.");
    }

    private static void Draw(StringBuilder svg, Panel panel, IReadOnlyList<Series> series)
    {
        Text(svg, panel.Left, 24, panel.Title, "font-size=\"14\" font-weight=\"600\" fill=\"#0b0b0b\"");
        Text(svg, panel.Left, 42, "instructions", "fill=\"#52514e\"");
        for (double y = 1; y <= panel.LastY; y *= 10)
        {
            Line(svg, panel.Left, panel.Y(y), panel.Right, panel.Y(y), "stroke=\"#dddcd7\"");
            Text(svg, panel.Left - 8, panel.Y(y) + 4, y.ToString("#,0", CultureInfo.InvariantCulture), "text-anchor=\"end\" fill=\"#52514e\"");
        }

        for (var x = panel.FirstX; x <= panel.LastX; x *= panel.XStep)
        {
            Line(svg, panel.X(x), Bottom, panel.X(x), Bottom + 5, "stroke=\"#52514e\"");
            Text(svg, panel.X(x), Bottom + 19, x.ToString("#,0", CultureInfo.InvariantCulture), "text-anchor=\"middle\" fill=\"#52514e\"");
        }

        Text(svg, (panel.Left + panel.Right) / 2, Bottom + 40, panel.XTitle, "text-anchor=\"middle\" fill=\"#52514e\"");
        foreach (var line in series)
        {
            var (points, color) = (line.Points, line.Color);
            var path = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{panel.X(point.X):0.0},{panel.Y(point.Y):0.0}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"{Dashes(line)}/>\n");
            foreach (var (x, y) in points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{panel.X(x):0.0}\" cy=\"{panel.Y(y):0.0}\" r=\"3\" fill=\"{color}\"/>\n");
            }
        }

        // Costs grow from left to right: there is room at the top left.
        for (var index = 0; index < series.Count; index++)
        {
            double y = Top + 16 + (index * 18);
            Line(svg, panel.Left + 12, y, panel.Left + 40, y, $"stroke=\"{series[index].Color}\" stroke-width=\"2\"{Dashes(series[index])}");
            Text(svg, panel.Left + 48, y + 4, series[index].Name, "fill=\"#0b0b0b\"");
        }
    }

    private static string Dashes(Series series) => series.IsReference ? " stroke-dasharray=\"6 4\"" : string.Empty;

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.0}\" y1=\"{y1:0.0}\" x2=\"{x2:0.0}\" y2=\"{y2:0.0}\" {style}/>\n");

    private static void Text(StringBuilder svg, double x, double y, string text, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y:0.0}\" {style}>{text}</text>\n");
}
