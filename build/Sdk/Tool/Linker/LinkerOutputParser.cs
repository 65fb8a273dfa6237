using System.Text.RegularExpressions;

namespace Tarn.Sdk.Tool.Linker;

/// <summary>Reads undefined symbols out of what lld prints.</summary>
internal static partial class LinkerOutputParser
{
    /// <summary>The undefined symbols of a link, and the lines that speak of anything else.</summary>
    public static (IReadOnlyList<UndefinedSymbol> Undefined, IReadOnlyList<string> Others) Parse(string output)
    {
        var undefined = new List<UndefinedSymbol>();
        var rest = new List<string>();
        string? symbol = null;
        var references = new List<SymbolReference>();
        var more = 0;
        (string File, int Line)? source = null;

        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Undefined().Match(line) is { Success: true } match)
            {
                Flush();
                symbol = match.Groups["symbol"].Value;
            }
            else if (symbol is not null && line.StartsWith(">>>", StringComparison.Ordinal))
            {
                if (More().Match(line) is { Success: true } count)
                {
                    more = int.Parse(count.Groups["count"].ValueSpan, provider: null);
                }
                else if (Source().Match(line) is { Success: true } place)
                {
                    source = (place.Groups["file"].Value, int.Parse(place.Groups["line"].ValueSpan, provider: null));
                }
                else if (Object().Match(line) is { Success: true } holder)
                {
                    references.Add(new SymbolReference(
                        source?.File, source?.Line ?? 0, holder.Groups["object"].Value, holder.Groups["function"].Value));
                    source = null;
                }
            }
            else
            {
                Flush();
                rest.Add(line);
            }
        }

        Flush();
        return (undefined, rest);

        void Flush()
        {
            if (symbol is not null)
            {
                undefined.Add(new UndefinedSymbol(symbol, [.. references], more));
            }

            symbol = null;
            references.Clear();
            more = 0;
            source = null;
        }
    }

    [GeneratedRegex(@"^[^:]*ld\.lld[^:]*: error: undefined (hidden |protected |internal )?symbol: (?<symbol>\S+)")]
    private static partial Regex Undefined();

    [GeneratedRegex(@"^>>> referenced (?<count>\d+) more times")]
    private static partial Regex More();

    // ">>> referenced by File.cs:12 (/folder/File.cs:12)"; the folder is left out where the debug information has none.
    [GeneratedRegex(@"^>>> referenced by (?!.*:\(\S+\)$)(\S+:\d+ \()?(?<file>[^()]+):(?<line>\d+)\)?$")]
    private static partial Regex Source();

    [GeneratedRegex(@"^>>>\s+(referenced by )?(?<object>.+):\((?<function>.+)\)( in archive .*)?$")]
    private static partial Regex Object();
}
