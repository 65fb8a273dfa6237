using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;

namespace Tarn.Sdk.Tool.Dwarf;

/// <summary>Which source line each instruction of an image comes from: its section <c>.debug_line</c>.</summary>
/// <remarks>
/// Optimised code has few lines: an instruction of an inlined method has the line of the call in the method that it was inlined into.
/// </remarks>
internal sealed class LineTable
{
    private readonly List<LineRow> _rows;

    /// <summary>Reads the lines of an image; one without the section has none.</summary>
    /// <exception cref="InvalidDataException">The section is damaged, or of a version that this class does not read.</exception>
    public LineTable(ElfFile file)
    {
        _rows = LineProgram.ReadAll(Content(file, ".debug_line"), Content(file, ".debug_line_str"), Content(file, ".debug_str"));

        // Where one sequence ends another may begin: its first row must come after the other's end.
        _rows.Sort((first, second) => first.Address != second.Address
            ? first.Address.CompareTo(second.Address)
            : second.IsEnd.CompareTo(first.IsEnd));
    }

    /// <summary>The line of the instruction that holds an address, as it was recorded, or null where the table does not say.</summary>
    public SourceLocation? Find(ulong address)
    {
        var low = 0;
        var high = _rows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Address <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && _rows[low - 1] is { IsEnd: false, Line: not 0 } row ? new SourceLocation(row.File, row.Line, 0) : null;
    }

    private static ReadOnlyMemory<byte> Content(ElfFile file, string section) =>
        file.Sections.FirstOrDefault(candidate => candidate.Name == section)?.Content ?? default;
}
