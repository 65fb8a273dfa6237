using System.Buffers.Binary;
using System.Text;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>An ELF64 little-endian relocatable object: sections, symbols and relocations (System V gABI, chapters 4 and 5).</summary>
internal sealed class ObjectFile
{
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const int RelocationSize = 24;
    private const uint SectionTypeSymbolTable = 2;
    private const uint SectionTypeRelocations = 4;
    private const ulong SectionFlagExecutable = 4;
    private const int SymbolTypeSection = 3;
    private const int SymbolTypeFile = 4;

    private readonly byte[] _bytes;

    /// <summary>Reads an object file.</summary>
    /// <exception cref="InvalidDataException">It is not of the kind that this class reads.</exception>
    public ObjectFile(byte[] bytes)
    {
        _bytes = bytes;
        if (!bytes.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8) || Read16(16) != 1)
        {
            throw new InvalidDataException("This is not an ELF64 little-endian relocatable object.");
        }

        var headers = (int)Read64(40);
        var count = Read16(60);
        var nameTable = (int)Read64(headers + (Read16(62) * SectionHeaderSize) + 24);
        var sections = new List<ObjectSection>();
        for (var index = 0; index < count; index++)
        {
            var header = headers + (index * SectionHeaderSize);
            var type = Read32(header + 4);
            var offset = (int)Read64(header + 24);
            var size = (int)Read64(header + 32);
            sections.Add(new ObjectSection(
                index,
                ReadName(nameTable + (int)Read32(header)),
                type,
                (Read64(header + 8) & SectionFlagExecutable) != 0,
                type == 8 ? default : bytes.AsMemory(offset, size),
                (int)Read32(header + 40),
                (int)Read32(header + 44)));
        }

        Sections = sections;
        Symbols = ReadSymbols(sections.Single(section => section.Type == SectionTypeSymbolTable));
        Relocations = [.. sections.Where(section => section.Type == SectionTypeRelocations).SelectMany(ReadRelocations)];
    }

    /// <summary>All sections, by index.</summary>
    public IReadOnlyList<ObjectSection> Sections { get; }

    /// <summary>All symbols, by index; those of sections and files have no name.</summary>
    public IReadOnlyList<ObjectSymbol> Symbols { get; }

    /// <summary>All relocations of all sections.</summary>
    public IReadOnlyList<ObjectRelocation> Relocations { get; }

    private List<ObjectSymbol> ReadSymbols(ObjectSection table)
    {
        var names = Sections[table.Link].Content.Span;
        var symbols = new List<ObjectSymbol>();
        var content = table.Content.Span;
        for (var offset = 0; offset < content.Length; offset += SymbolSize)
        {
            var entry = content[offset..];
            var type = entry[4] & 15;
            var name = names[(int)BinaryPrimitives.ReadUInt32LittleEndian(entry)..];
            symbols.Add(new ObjectSymbol(
                type is SymbolTypeSection or SymbolTypeFile ? "" : Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]),
                BinaryPrimitives.ReadUInt16LittleEndian(entry[6..]),
                BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(entry[16..])));
        }

        return symbols;
    }

    private List<ObjectRelocation> ReadRelocations(ObjectSection table)
    {
        var relocations = new List<ObjectRelocation>();
        var content = table.Content.Span;
        for (var offset = 0; offset < content.Length; offset += RelocationSize)
        {
            var entry = content[offset..];
            relocations.Add(new ObjectRelocation(
                Sections[table.Information],
                BinaryPrimitives.ReadUInt64LittleEndian(entry),
                Symbols[(int)BinaryPrimitives.ReadUInt32LittleEndian(entry[12..])],
                BinaryPrimitives.ReadInt64LittleEndian(entry[16..])));
        }

        return relocations;
    }

    private ushort Read16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(offset));

    private uint Read32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(offset));

    private ulong Read64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(offset));

    private string ReadName(int offset)
    {
        var name = _bytes.AsSpan(offset);
        return Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]);
    }
}
