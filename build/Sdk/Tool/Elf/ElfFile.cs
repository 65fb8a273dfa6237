using System.Buffers.Binary;
using System.Text;

namespace Tarn.Sdk.Tool.Elf;

/// <summary>A 64-bit little-endian ELF file, an object or a linked image: what is in its tables (System V gABI, chapters 4 and 5).</summary>
internal sealed class ElfFile
{
    private const int SectionHeaderSize = 64;
    private const int SegmentHeaderSize = 56;
    private const int SymbolSize = 24;
    private const int RelocationSize = 24;
    private const uint SectionTypeSymbolTable = 2;
    private const uint SectionTypeRelocations = 4;
    private const uint SectionTypeNoBits = 8;
    private const uint SegmentTypeLoad = 1;
    private const int SymbolTypeFunction = 2;
    private const int SymbolTypeSection = 3;
    private const int SymbolTypeFile = 4;

    private readonly byte[] _bytes;

    /// <summary>Takes a file's bytes apart.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="hasRelocations">Whether relocations are wanted: a large program's object file has some hundred thousand.</param>
    /// <exception cref="InvalidDataException">They are not of the kind that this class reads.</exception>
    public ElfFile(byte[] bytes, bool hasRelocations = true)
    {
        _bytes = bytes;
        if (!bytes.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("This is not a 64-bit little-endian ELF file.");
        }

        try
        {
            Segments = ReadSegments();
            Sections = ReadSections();
            Symbols = Sections.FirstOrDefault(section => section.Type == SectionTypeSymbolTable) is { } table ? ReadSymbols(table) : [];
            Relocations = hasRelocations
                ? [.. Sections.Where(section => section.Type == SectionTypeRelocations).SelectMany(ReadRelocations)]
                : [];
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The tables of this ELF file point out of it.", exception);
        }
    }

    /// <summary>What a loader maps.</summary>
    public IReadOnlyList<ElfSegment> Segments { get; }

    /// <summary>All sections, by index.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>All symbols, by index.</summary>
    public IReadOnlyList<ElfSymbol> Symbols { get; }

    /// <summary>All relocations of all sections; a linked image has none, and none are here where they were not wanted.</summary>
    public IReadOnlyList<ElfRelocation> Relocations { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not of the kind that this class reads.</exception>
    public static ElfFile Read(string path)
    {
        try
        {
            return new ElfFile(File.ReadAllBytes(path));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }

    private List<ElfSegment> ReadSegments()
    {
        var segments = new List<ElfSegment>();
        for (var index = 0; index < Read16(56); index++)
        {
            var header = (int)Read64(32) + (index * SegmentHeaderSize);
            var flags = Read32(header + 4);
            if (Read32(header) == SegmentTypeLoad)
            {
                segments.Add(new ElfSegment(
                    Read64(header + 16),
                    Read64(header + 40),
                    IsReadable: (flags & 4) != 0,
                    IsWritable: (flags & 2) != 0,
                    IsExecutable: (flags & 1) != 0));
            }
        }

        return segments;
    }

    private List<ElfSection> ReadSections()
    {
        var headers = (int)Read64(40);
        var count = Read16(60);
        var sections = new List<ElfSection>();
        if (count == 0)
        {
            return sections;
        }

        var names = (int)Read64(headers + (Read16(62) * SectionHeaderSize) + 24);
        for (var index = 0; index < count; index++)
        {
            var header = headers + (index * SectionHeaderSize);
            var type = Read32(header + 4);
            var size = Read64(header + 32);
            sections.Add(new ElfSection(
                index,
                ReadName(_bytes.AsSpan(names + (int)Read32(header))),
                type,
                Read64(header + 8),
                Read64(header + 16),
                size,
                type == SectionTypeNoBits ? default : _bytes.AsMemory((int)Read64(header + 24), (int)size),
                (int)Read32(header + 40),
                (int)Read32(header + 44))
            {
                Offset = Read64(header + 24),
            });
        }

        return sections;
    }

    private List<ElfSymbol> ReadSymbols(ElfSection table)
    {
        var names = Sections[table.Link].Content.Span;
        var symbols = new List<ElfSymbol>();
        var content = table.Content.Span;
        for (var offset = 0; offset < content.Length; offset += SymbolSize)
        {
            var entry = content[offset..];
            var type = entry[4] & 15;
            symbols.Add(new ElfSymbol(
                type is SymbolTypeSection or SymbolTypeFile ? "" : ReadName(names[(int)BinaryPrimitives.ReadUInt32LittleEndian(entry)..]),
                BinaryPrimitives.ReadUInt16LittleEndian(entry[6..]),
                BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]))
            {
                IsFunction = type == SymbolTypeFunction,
                IsGlobal = entry[4] >> 4 != 0,
            });
        }

        return symbols;
    }

    private List<ElfRelocation> ReadRelocations(ElfSection table)
    {
        var relocations = new List<ElfRelocation>();
        var content = table.Content.Span;
        for (var offset = 0; offset < content.Length; offset += RelocationSize)
        {
            var entry = content[offset..];
            relocations.Add(new ElfRelocation(
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

    private static string ReadName(ReadOnlySpan<byte> table) => Encoding.UTF8.GetString(table[..table.IndexOf((byte)0)]);
}
