using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Elf;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Pipeline;

/// <summary>Where the bytes of an image went: to which package its functions belong, and what is none of any package's.</summary>
public static partial class ImageSizes
{
    private const uint NoBits = 8;
    private const string Helpers = "assembly and the compiler's helpers";

    /// <summary>Bytes by part. They add up to the size of the file without its symbols.</summary>
    /// <param name="image">The path of an ELF file with symbols.</param>
    public static IReadOnlyDictionary<string, long> Of(string image)
    {
        var file = ElfFile.Read(image);
        var parts = new Dictionary<string, long>();
        foreach (var (section, index) in file.Sections.Select((section, index) => (section, index)).Where(entry => entry.section.IsLoaded && entry.section.Type != NoBits))
        {
            // Several names for one address are one function.
            var named = file.Symbols.Where(symbol => symbol.Section == index && symbol.Size > 0).GroupBy(symbol => symbol.Value)
                .Select(group => (Package: group.Select(symbol => PackageOf(symbol.Name)).FirstOrDefault(name => name is not null) ?? Helpers, Size: group.Max(symbol => symbol.Size)))
                .ToList();
            foreach (var (package, size) in named)
            {
                parts[package] = parts.GetValueOrDefault(package) + (long)size;
            }

            var rest = (long)section.Size - named.Sum(entry => (long)entry.Size);
            if (rest != 0)
            {
                parts[$"{section.Name}, without a name"] = rest;
            }
        }

        parts["headers and padding of the file"] = new ElfImage(image).StrippedSize - parts.Values.Sum();
        return parts;
    }

    /// <summary>Reads tests/Figures/budgets.json: the most bytes that each part may have.</summary>
    public static IReadOnlyDictionary<string, long> ReadBudgets(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(path), BenchJson.Options)!;

    /// <summary>Which parts are over budget, or have none.</summary>
    public static IReadOnlyList<string> FindFaults(IReadOnlyDictionary<string, long> parts, IReadOnlyDictionary<string, long> budgets) =>
    [
        .. parts.Where(part => !budgets.TryGetValue(part.Key, out var budget) || part.Value > budget)
            .Select(part => budgets.TryGetValue(part.Key, out var budget)
                ? string.Create(CultureInfo.InvariantCulture, $"{part.Key} has {part.Value} bytes and a budget of {budget} (tests/Figures/budgets.json).")
                : string.Create(CultureInfo.InvariantCulture, $"{part.Key} has {part.Value} bytes and no budget (tests/Figures/budgets.json).")),
    ];

    /// <summary>The page "where did the bytes go", largest first.</summary>
    public static string ToMarkdown(IReadOnlyDictionary<string, long> parts, IReadOnlyDictionary<string, long> budgets)
    {
        var total = parts.Values.Sum();
        var text = new StringBuilder("# Where the bytes went\n\n| part | bytes | of all | budget |\n|---|--:|--:|--:|\n");
        foreach (var (part, size) in parts.OrderByDescending(part => part.Value).ThenBy(part => part.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {part} | {size} | {100m * size / total:0.0} % | {(budgets.TryGetValue(part, out var budget) ? budget.ToString(CultureInfo.InvariantCulture) : "none")} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"| all | {total} | | |\n").ToString();
    }

    private static string? PackageOf(string symbol) =>
        Package().Match(symbol) is { Success: true } match
            ? match.Groups[1].Value == "S_P_CoreLib" ? "Tarn.CoreLib" : match.Groups[1].Value.Replace('_', '.').Replace("X86.64", "X86_64", StringComparison.Ordinal)
            : null;

    // A method's symbol is its assembly's name, its type's and its own; the type's begins with one of these namespaces.
    [GeneratedRegex("^(?:<Boxed>|unbox_)?(S_P_CoreLib|Tarn(?:_[A-Za-z0-9]+)+?)_(?:Tarn|System|Internal|Microsoft)_")]
    private static partial Regex Package();
}
