using Tarn.Sdk.Tool.Elf;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>What the tests ask of an image's file.</summary>
internal sealed class ElfImage(string path)
{
    private const uint NoBits = 8;
    private const int SectionHeaderSize = 64;
    private const int SectionTableAlignment = 8;
    private const int SegmentAlignment = 16;
    private const string SectionNames = ".shstrtab";

    private readonly ElfFile _file = ElfFile.Read(path);

    /// <summary>The loadable segments.</summary>
    public IReadOnlyList<ElfSegment> Segments => _file.Segments;

    /// <summary>The names of all functions and variables.</summary>
    public IEnumerable<string> SymbolNames => _file.Symbols.Select(symbol => symbol.Name);

    /// <summary>
    /// The size of the file that <c>strip -s</c> makes of it: what is loaded, the names of those sections, and a table with an entry for each of
    /// them, for the names, and for none.
    /// </summary>
    /// <remarks>
    /// Not the file's length less what goes: debug information, whose length depends on the folder's name, moves the padding. And lld leaves
    /// room up to a page where memory is reserved, which <c>strip</c> closes.
    /// </remarks>
    public long StrippedSize
    {
        get
        {
            var kept = _file.Sections.Where(section => section.IsLoaded).ToList();
            long end = 0, strippedEnd = 0;
            foreach (var section in kept.Where(section => section.Type != NoBits))
            {
                var gap = (long)section.Offset - end;
                strippedEnd = (gap < SegmentAlignment || end == 0 ? strippedEnd + gap : AlignUp(strippedEnd, SegmentAlignment)) + (long)section.Size;
                end = (long)(section.Offset + section.Size);
            }

            var names = 1 + kept.Select(section => section.Name).Append(SectionNames).Sum(name => name.Length + 1);
            return AlignUp(strippedEnd + names, SectionTableAlignment) + ((kept.Count + 2) * SectionHeaderSize);
        }
    }

    /// <summary>What of the file is loaded into memory, without what fills it up to pages.</summary>
    public long LoadedSize => _file.Sections.Where(section => section.IsLoaded && section.Type != NoBits).Sum(section => (long)section.Size);

    /// <summary>The size of a section in memory; 0 if there is none of that name.</summary>
    public long SizeOf(string section) => (long)(_file.Sections.FirstOrDefault(candidate => candidate.Name == section)?.Size ?? 0);

    private static long AlignUp(long value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
