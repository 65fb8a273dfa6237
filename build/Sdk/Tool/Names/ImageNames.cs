using System.Globalization;
using System.Text;
using Tarn.Names;
using Tarn.Sdk.Tool.Elf;

namespace Tarn.Sdk.Tool.Names;

/// <summary>The names of all that is in a linked image.</summary>
internal sealed class ImageNames
{
    private const string MethodTablePrefix = "_ZTV";

    // What may lie between two functions without belonging to one: alignment.
    private const ulong LargestPadding = 15;

    private ImageNames(IReadOnlyList<NamedMethod> methods, ulong codeEnd, IReadOnlyList<NamedType> types)
    {
        Methods = methods;
        CodeEnd = codeEnd;
        Types = types;
        Table = NameTableWriter.Write(methods, codeEnd, types);
    }

    /// <summary>The methods and functions by address, and between them the code without a name.</summary>
    public IReadOnlyList<NamedMethod> Methods { get; }

    /// <summary>The address behind the last of them.</summary>
    public ulong CodeEnd { get; }

    /// <summary>The types that have a method table and a name of their own, by address.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>The table for the image.</summary>
    public byte[] Table { get; }

    /// <summary>What the table costs, in one line.</summary>
    public string Summary
    {
        get
        {
            var methodCount = Methods.Count(method => method.Name.Length != 0);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{methodCount} methods and {Types.Count} types are named in {Table.Length} bytes, {Table.Length / (double)methodCount:F1} a method");
        }
    }

    /// <summary>Finds the names of what the symbols of a linked image stand for.</summary>
    public static ImageNames Of(ElfFile image, ReadableNames names)
    {
        // Of several symbols for one address the compiler's is taken, else the first of the global ones.
        var functions = image.Symbols
            .Where(symbol => symbol.IsFunction && symbol.Section < image.Sections.Count && image.Sections[symbol.Section].IsCode)
            .GroupBy(symbol => symbol.Value)
            .OrderBy(group => group.Key)
            .Select(group => (
                Symbol: group.OrderByDescending(symbol => names.NameOfMethod(symbol.Name).DeclaringType is not null)
                    .ThenByDescending(symbol => symbol.IsGlobal).ThenBy(symbol => symbol.Name, StringComparer.Ordinal).First(),
                End: group.Key + group.Max(symbol => symbol.Size)))
            .ToList();

        var methods = new List<NamedMethod>();
        for (var index = 0; index < functions.Count; index++)
        {
            var (symbol, end) = functions[index];
            var (declaringType, name) = names.NameOfMethod(symbol.Name);
            methods.Add(new NamedMethod(symbol.Value, declaringType, name));
            if (index + 1 < functions.Count && functions[index + 1].Symbol.Value > end + LargestPadding)
            {
                methods.Add(new NamedMethod(end, null, ""));
            }
        }

        var types = image.Symbols
            .Where(symbol => symbol.Name.StartsWith(MethodTablePrefix, StringComparison.Ordinal))
            .Select(symbol => (Address: symbol.Value, Name: names.NameOfType(symbol.Name)))
            .Where(type => type.Name is not null)
            .DistinctBy(type => type.Address)
            .OrderBy(type => type.Address)
            .Select(type => new NamedType(type.Address, type.Name!))
            .ToList();
        // Parameters of generic types belong to their definitions' names; what only declares methods needs none.
        var typeNames = types.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        methods = [.. methods.Select(method => method.DeclaringType is { } type && !typeNames.Contains(type)
            ? method with { DeclaringType = WithoutParameters(type) }
            : method)];
        return new ImageNames(methods, functions.Count == 0 ? 0 : functions[^1].End, types);
    }

    /// <summary>Reads every name back from the table, with the kernel's own reader.</summary>
    /// <returns>Null if all are right; else what is wrong.</returns>
    public string? FindMistake()
    {
        var table = new NameTable(Table);
        foreach (var method in Methods.Where(method => method.Name.Length != 0))
        {
            var type = method.DeclaringType is null ? "" : WithoutParameters(NameTableWriter.Cut(method.DeclaringType)).Replace('+', '.') + ".";
            var name = type + NameTableWriter.Cut(method.Name);
            var read = table.TryFindMethod(method.Address, out var found) ? TextOf(table.Read(found)) : "nothing";
            if (read != name)
            {
                return $"for {name} it says {read}";
            }
        }

        foreach (var type in Types)
        {
            var read = table.TryFindType(type.Address, out var found) ? TextOf(table.Read(found, hasParameters: true)) : "nothing";
            var name = NameTableWriter.Cut(type.Name);
            if (read != name)
            {
                return $"for {name} it says {read}";
            }
        }

        return null;
    }

    /// <summary>The names as text for people: a line for each, by address.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Summary).Append('\n');
        foreach (var type in Types)
        {
            text.Append(CultureInfo.InvariantCulture, $"{type.Address:x16} type {type.Name}\n");
        }

        foreach (var method in Methods.Where(method => method.Name.Length != 0))
        {
            var type = method.DeclaringType is null ? "" : method.DeclaringType + "::";
            text.Append(CultureInfo.InvariantCulture, $"{method.Address:x16} code {type}{method.Name}\n");
        }

        return text.ToString();
    }

    private static string WithoutParameters(string type) => type.Split('[')[0];

    private static string TextOf(NameReader reader)
    {
        var bytes = new List<byte>();
        while (reader.TryRead(out var value))
        {
            bytes.Add(value);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
