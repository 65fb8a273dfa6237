namespace Tarn.Sdk.Tool.Diagnostics;

/// <summary>
/// Takes the paths that a deterministic build records back to files of this machine: what the C# compiler's <c>PathMap</c> did, undone.
/// </summary>
internal sealed class SourcePathMap
{
    private readonly List<(string From, string To)> _entries = [];

    /// <summary>Reads entries of the form <c>recorded-prefix=real-prefix</c>.</summary>
    /// <exception cref="ToolUsageException">An entry has another form.</exception>
    public SourcePathMap(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var separator = entry.IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0)
            {
                throw new ToolUsageException($"'{entry}' is not of the form recorded-prefix=real-prefix");
            }

            _entries.Add((entry[..separator], entry[(separator + 1)..]));
        }
    }

    /// <summary>The file of this machine for a recorded path; the path itself where no entry fits.</summary>
    public string ToLocal(string recorded)
    {
        foreach (var (from, to) in _entries)
        {
            if (recorded.StartsWith(from, StringComparison.Ordinal))
            {
                return to + recorded[from.Length..];
            }
        }

        return recorded;
    }
}
