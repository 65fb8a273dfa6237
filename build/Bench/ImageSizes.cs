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
    private const string Helpers = "assembly, and the compiler's helpers and tables";
    private const string Strings = "strings, in UTF-16";
    private const string MethodTables = "method tables";
    private const string Padding = "padding between functions";

    private static readonly Dictionary<string, string> Tables = new()
    {
        [".tarn_names"] = "names of functions, for stack traces",
        [".tarn_unwind"] = "the unwinder's tables",
        [".note.pvh"] = "the note for QEMU's direct boot",
    };

    /// <summary>Bytes by part. They add up to the size of the file without its symbols.</summary>
    /// <param name="image">The path of an ELF file with symbols.</param>
    public static IReadOnlyDictionary<string, long> Of(string image)
    {
        var file = ElfFile.Read(image);
        var parts = new Dictionary<string, long>();
        foreach (var section in file.Sections.Where(section => section.IsLoaded && section.Type != NoBits && section.Size > 0))
        {
            var end = section.Address;
            foreach (var (address, size, part) in PiecesOf(file, section))
            {
                Add(section.IsCode ? Padding : $"{section.Name}, without a name", (long)(address - end));
                Add(part, (long)size);
                end = address + size;
            }

            Add(section.IsCode ? Padding : $"{section.Name}, without a name", (long)(section.Address + section.Size - end));
        }

        Add("headers and padding of the file", new ElfImage(image).StrippedSize - parts.Values.Sum());
        return parts;

        void Add(string part, long size)
        {
            if (size != 0)
            {
                parts[part] = parts.GetValueOrDefault(part) + size;
            }
        }
    }

    /// <summary>What has a name in a section, in order and without overlaps. The compiler gives functions a size; its data ends where the next begins.</summary>
    private static IEnumerable<(ulong Address, ulong Size, string Part)> PiecesOf(ElfFile file, ElfSection section)
    {
        if (Tables.TryGetValue(section.Name, out var table))
        {
            yield return (section.Address, section.Size, table);
            yield break;
        }

        // Several names for one address are one piece. Symbols at the section's end are marks.
        var groups = file.Symbols.Where(symbol => symbol.Section == section.Index && symbol.Name.Length > 0 && section.Holds(symbol.Value) && (!section.IsCode || symbol.Size > 0))
            .GroupBy(symbol => symbol.Value)
            .OrderBy(group => group.Key)
            .ToList();
        for (var index = 0; index < groups.Count; index++)
        {
            var next = index + 1 < groups.Count ? groups[index + 1].Key : section.Address + section.Size;
            var room = next - groups[index].Key;
            var size = groups[index].Max(symbol => symbol.Size);
            yield return (groups[index].Key, size == 0 ? room : Math.Min(size, room), PartOf(groups[index].Select(symbol => symbol.Name)));
        }
    }

    private static string PartOf(IEnumerable<string> names)
    {
        var candidates = names.ToList();
        return candidates.Select(PackageOf).FirstOrDefault(package => package is not null)
            ?? (candidates.Exists(name => name.StartsWith("__Str_", StringComparison.Ordinal)) ? Strings
                : candidates.Exists(name => name.StartsWith("_ZTV", StringComparison.Ordinal)) ? MethodTables
                : Helpers);
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

    /// <summary>The same for programs: bytes by part, by name.</summary>
    public static string ToJson(IReadOnlyDictionary<string, long> parts) =>
        JsonSerializer.Serialize(new SortedDictionary<string, long>(parts.ToDictionary(), StringComparer.Ordinal), BenchJson.Options) + "\n";

    /// <summary>The page "where did the bytes go".</summary>
    public static string ToMarkdown(IReadOnlyDictionary<string, long> parts, IReadOnlyDictionary<string, long> budgets) =>
        $"# Where the bytes went\n\n{ToTable(parts, budgets)}";

    /// <summary>Its table, largest first.</summary>
    public static string ToTable(IReadOnlyDictionary<string, long> parts, IReadOnlyDictionary<string, long> budgets)
    {
        var total = parts.Values.Sum();
        var text = new StringBuilder("| part | bytes | of all | budget |\n|---|--:|--:|--:|\n");
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

    // A method's symbol is its assembly's name, its type's and its own; the type's begins with one of these namespaces. Constants are the fields of a
    // type that has none, and those that only one method knows have its name behind what they are.
    [GeneratedRegex("^(?:<Boxed>|unbox_|__readonlydata_)?(S_P_CoreLib|Tarn(?:_[A-Za-z0-9]+)+?)_(?:Tarn|System|Internal|Microsoft|_PrivateImplementationDetails)_")]
    private static partial Regex Package();
}
