using System.Buffers.Binary;
using Tarn.Sdk.Tool.Elf;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>The code of a linked image, by address, and the data that it reads.</summary>
internal sealed class CodeImage
{
    private readonly IReadOnlyList<ElfSection> _sections;
    private readonly List<CodeFunction> _functions;
    private readonly List<ElfSymbol> _dataSymbols;
    private readonly Dictionary<string, ulong> _addresses = new(StringComparer.Ordinal);

    // For each function, how far the functions up to it reach: those that hold an address are found without a look at all of them.
    private readonly ulong[] _reach;

    /// <summary>Finds the functions of an image.</summary>
    public CodeImage(ElfFile file)
    {
        File = file;
        _sections = [.. file.Sections.Where(section => section.IsLoaded)];
        var named = file.Symbols.Where(symbol => symbol.Name.Length != 0 && symbol.Section != 0).ToList();
        foreach (var symbol in named)
        {
            _addresses[symbol.Name] = symbol.Value;
        }

        _functions = FindFunctions(named);
        _reach = new ulong[_functions.Count];
        ulong reach = 0;
        for (var index = 0; index < _functions.Count; index++)
        {
            reach = Math.Max(reach, _functions[index].End);
            _reach[index] = reach;
        }

        _dataSymbols = [.. named.Where(symbol => SectionAt(symbol.Value) is { IsCode: false }).OrderBy(symbol => symbol.Value)];
    }

    /// <summary>The file that the image is in.</summary>
    public ElfFile File { get; }

    /// <summary>Every function, by address.</summary>
    public IReadOnlyList<CodeFunction> Functions => _functions;

    /// <summary>Whether an address holds code.</summary>
    public bool IsCode(ulong address) => SectionAt(address) is { IsCode: true };

    /// <summary>The address of a symbol, or null where the image has none of that name.</summary>
    public ulong? AddressOf(string symbol) => _addresses.TryGetValue(symbol, out var address) ? address : null;

    /// <summary>The function that holds an address: of several the one that begins last. Null where code has no name, and in data.</summary>
    public CodeFunction? FunctionAt(ulong address) => FunctionsAt(address).FirstOrDefault();

    /// <summary>Every function that holds an address, the one that begins last first: a label inside a function is one too.</summary>
    public IEnumerable<CodeFunction> FunctionsAt(ulong address)
    {
        var low = 0;
        var high = _functions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_functions[middle].Start <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (var index = low - 1; index >= 0 && _reach[index] > address; index--)
        {
            if (_functions[index].Holds(address))
            {
                yield return _functions[index];
            }
        }
    }

    /// <summary>The bytes from an address in code to the end of its section.</summary>
    public ReadOnlyMemory<byte> CodeFrom(ulong address) =>
        SectionAt(address) is { IsCode: true } section ? section.Content[(int)(address - section.Address)..] : default;

    /// <summary>Reads what is at an address for good: nothing that the image could have changed since it was linked.</summary>
    /// <param name="address">The address.</param>
    /// <param name="size">Bytes: 4 or 8.</param>
    /// <param name="value">What is there, not sign-extended.</param>
    public bool TryReadConstant(ulong address, int size, out ulong value)
    {
        value = 0;
        if (SectionAt(address) is not { IsWritable: false } section || section.Content.Length < (int)(address - section.Address) + size)
        {
            return false;
        }

        var bytes = section.Content.Span[(int)(address - section.Address)..];
        value = size == sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return true;
    }

    /// <summary>The name of the datum at an address, or null where no symbol stands there.</summary>
    public string? NameOfData(ulong address) =>
        _dataSymbols.LastOrDefault(symbol => symbol.Value <= address) is { } symbol
        && (symbol.Value == address || address - symbol.Value < symbol.Size) ? symbol.Name : null;

    /// <summary>Where the datum that a symbol stands at ends: as it says itself, else where the next begins.</summary>
    public ulong EndOfData(ulong start)
    {
        var size = _dataSymbols.Where(symbol => symbol.Value == start).Select(symbol => symbol.Size).DefaultIfEmpty().Max();
        return size != 0 ? start + size
            : _dataSymbols.Find(symbol => symbol.Value > start)?.Value
            ?? (SectionAt(start) is { } section ? section.Address + section.Size : start);
    }

    /// <summary>Whether the image's data holds an address.</summary>
    public bool IsInData(ulong address)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, address);
        return _sections.Any(section => !section.IsCode && section.Content.Span.IndexOf(bytes) >= 0);
    }

    private ElfSection? SectionAt(ulong address)
    {
        foreach (var section in _sections)
        {
            if (section.Holds(address))
            {
                return section;
            }
        }

        return null;
    }

    /// <summary>
    /// A function begins where a symbol stands. It ends where the symbol says; one that does not say, as labels in assembly, ends where the
    /// next begins.
    /// </summary>
    private List<CodeFunction> FindFunctions(List<ElfSymbol> named)
    {
        var groups = named
            .Where(symbol => SectionAt(symbol.Value) is { IsCode: true } section && section.Index == symbol.Section)
            .GroupBy(symbol => symbol.Value)
            .OrderBy(group => group.Key)
            .ToList();
        var functions = new List<CodeFunction>(groups.Count);
        for (var index = 0; index < groups.Count; index++)
        {
            var start = groups[index].Key;
            var section = SectionAt(start)!;
            var sectionEnd = section.Address + section.Size;
            var size = groups[index].Max(symbol => symbol.Size);
            var end = size != 0 ? Math.Min(start + size, sectionEnd)
                : index + 1 < groups.Count && groups[index + 1].Key < sectionEnd ? groups[index + 1].Key
                : sectionEnd;
            functions.Add(new CodeFunction(start, end, [.. groups[index].Select(symbol => symbol.Name).Order(StringComparer.Ordinal)]));
        }

        return functions;
    }
}
