using System.Globalization;
using System.Text.RegularExpressions;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>How much of an image each package takes, as the linker's map tells.</summary>
/// <remarks>
/// <para>
/// The map lists input sections, and below each the symbols in it. All C# comes in one object file, whose symbols begin with the name of the assembly that they are of:
/// each takes what there is up to the next one. An object file made of assembly begins with the name of its package.
/// </para>
/// <para>
/// Zeroed memory (<c>.bss</c>) is not counted, and neither is what belongs to no package: string literals, tables of the compiler's, the tables of names and for unwinding. A
/// method that is inlined counts where it is inlined to.
/// </para>
/// </remarks>
internal sealed partial class LinkMap
{
    private const string ManagedCode = "kernel.o";

    private readonly Dictionary<string, long> _sizes = [];
    private readonly Regex _assembly;
    private readonly List<(ulong Address, string Name)> _symbols = [];
    private ulong _end;

    private LinkMap(IEnumerable<string> packages) =>
        _assembly = new Regex(string.Join('|', packages.OrderByDescending(name => name.Length).Select(package => Regex.Escape(AssemblyOf(package)) + "_")));

    /// <summary>Reads a map.</summary>
    public static LinkMap Read(string path, IEnumerable<string> packages)
    {
        var map = new LinkMap(packages);
        var isManaged = false;
        foreach (var line in File.ReadLines(path))
        {
            var fields = Line().Match(line);
            if (!fields.Success)
            {
                continue;
            }

            var address = ulong.Parse(fields.Groups["address"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var size = ulong.Parse(fields.Groups["size"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var input = Input().Match(fields.Groups["text"].Value);
            if (input.Success)
            {
                map.CountSymbols();
                var section = input.Groups["section"].Value;
                var isLoaded = address != 0 && !section.StartsWith(".debug", StringComparison.Ordinal) && !section.StartsWith(".bss", StringComparison.Ordinal);
                var file = input.Groups["file"].Value;
                isManaged = isLoaded && file.EndsWith(ManagedCode, StringComparison.Ordinal);
                map._end = address + size;
                if (isLoaded && !isManaged)
                {
                    map.CountFile(file, (long)size);
                }
            }
            else if (isManaged && fields.Groups["text"].Value.StartsWith("                ", StringComparison.Ordinal))
            {
                map._symbols.Add((address, fields.Groups["text"].Value.Trim()));
            }
        }

        map.CountSymbols();
        return map;
    }

    /// <summary>The bytes of a package; 0 where there are none.</summary>
    public long SizeOf(string package) => _sizes.GetValueOrDefault(AssemblyOf(package));

    private static string AssemblyOf(string package) => package == "Tarn.CoreLib" ? "S_P_CoreLib" : package.Replace('.', '_');

    private void CountFile(string file, long size)
    {
        var name = Path.GetFileName(file).Replace("System.Private.CoreLib.", "Tarn.CoreLib.", StringComparison.Ordinal);
        var parts = name.Split('.');
        if (parts.Length > 2)
        {
            Add(AssemblyOf(string.Join('.', parts[..^2])), size);
        }
    }

    private void CountSymbols()
    {
        // Several names at one address are one thing: an exported method has a second one that says nothing of its assembly.
        var things = _symbols.GroupBy(symbol => symbol.Address).OrderBy(names => names.Key).ToList();
        for (var index = 0; index < things.Count; index++)
        {
            var end = index + 1 < things.Count ? things[index + 1].Key : _end;
            var owner = things[index].Select(symbol => _assembly.Match(symbol.Name)).FirstOrDefault(match => match.Success);
            if (owner is not null)
            {
                Add(owner.Value[..^1], (long)(end - things[index].Key));
            }
        }

        _symbols.Clear();
    }

    private void Add(string assembly, long size) => _sizes[assembly] = _sizes.GetValueOrDefault(assembly) + size;

    [GeneratedRegex(@"^\s*(?<address>[0-9a-f]+)\s+[0-9a-f]+\s+(?<size>[0-9a-f]+)\s+\d+ (?<text>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^ {8}(?<file>\S+\.o):\((?<section>.*)\)$")]
    private static partial Regex Input();
}
