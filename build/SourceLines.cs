using System.Diagnostics;
using System.Text.RegularExpressions;

/// <summary>Adds to the places that a kernel named in a report the files and lines of its sources.</summary>
/// <remarks>The kernel knows addresses and, where they are linked, names of methods; lines are in the <c>.debug</c> file beside the image, which
/// <c>addr2line</c> of the binutils reads.</remarks>
internal sealed partial class SourceLines(string debugFile)
{
    private const string Program = "addr2line";
    private const string SourceRoot = "/_/tarn/";

    /// <summary>Finds the lines for a report's places.</summary>
    /// <param name="log">What the kernel printed.</param>
    /// <returns>A line <c>   at Method(Types) in folder/File.cs:43</c> for each place of which the source is known, in the order of the log.</returns>
    /// <exception cref="InvalidOperationException"><c>addr2line</c> cannot be run, or does not understand the file.</exception>
    public IReadOnlyList<string> Find(string log) => [.. FindPlaces(log.ReplaceLineEndings("\n")).Values];

    /// <summary>Writes a report anew, with each place of which the source is known as <see cref="Find"/> has it.</summary>
    /// <param name="report">What the kernel said.</param>
    /// <exception cref="InvalidOperationException"><c>addr2line</c> cannot be run, or does not understand the file.</exception>
    public string Annotate(string report)
    {
        report = report.ReplaceLineEndings("\n");
        var found = FindPlaces(report);
        return Place().Replace(report, place => found.GetValueOrDefault(place.Index, place.Value));
    }

    /// <summary>The lines for a report's places, by where in the report the place stands, and in that order.</summary>
    private SortedDictionary<int, string> FindPlaces(string report)
    {
        var found = new SortedDictionary<int, string>();
        var places = Place().Matches(report);
        if (places.Count == 0 || !File.Exists(debugFile))
        {
            return found;
        }

        foreach (var (place, line) in places.Zip(Resolve(places.Select(place => place.Groups["address"].Value))))
        {
            // What is not known is said as "??:0".
            if (!line.StartsWith('?'))
            {
                var method = place.Groups["method"] is { Success: true } name ? name.Value : place.Groups["address"].Value;
                found.Add(place.Index, $"   at {method} in {line}");
            }
        }

        return found;
    }

    private IEnumerable<string> Resolve(IEnumerable<string> addresses)
    {
        var start = new ProcessStartInfo(Program, ["-e", debugFile, .. addresses])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Program} ended with status {process.ExitCode}: {errors.Result.Trim()}");
        }

        return lines.Select(line => line.Split(" (discriminator")[0]).Select(line => line.StartsWith(SourceRoot) ? line[SourceRoot.Length..] : line);
    }

    [GeneratedRegex(@"^ +at (?<address>0x[0-9a-f]+)(?: (?<method>.+?)(?:\+0x[0-9a-f]+)?)?$", RegexOptions.Multiline)]
    private static partial Regex Place();
}
