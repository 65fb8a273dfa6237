using Tarn.Sdk.Tool.Elf;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>What the tests ask of an image's file.</summary>
internal sealed class ElfImage(string path)
{
    private const uint NoBits = 8;
    private const int SectionHeaderSize = 64;
    private const string SectionNames = ".shstrtab";

    private readonly ElfFile _file = ElfFile.Read(path);
    private readonly long _length = new FileInfo(path).Length;

    /// <summary>The loadable segments.</summary>
    public IReadOnlyList<ElfSegment> Segments => _file.Segments;

    /// <summary>The names of all functions and variables.</summary>
    public IEnumerable<string> SymbolNames => _file.Symbols.Select(symbol => symbol.Name);

    /// <summary>
    /// The size of the file without what <c>strip -s</c> takes out: symbols, their names, and all other sections that are not loaded, with
    /// their headers.
    /// </summary>
    public long StrippedSize => _length - _file.Sections
        .Where(section => !section.IsLoaded && section.Name != SectionNames && section.Type != NoBits)
        .Sum(section => (long)section.Size + SectionHeaderSize);

    /// <summary>What of the file is loaded into memory, without what fills it up to pages.</summary>
    public long LoadedSize => _file.Sections.Where(section => section.IsLoaded && section.Type != NoBits).Sum(section => (long)section.Size);

    /// <summary>The size of a section in memory; 0 if there is none of that name.</summary>
    public long SizeOf(string section) => (long)(_file.Sections.FirstOrDefault(candidate => candidate.Name == section)?.Size ?? 0);
}
