namespace Tarn.Unwinding;

/// <summary>The linker's sorted list of functions, <c>.eh_frame_hdr</c> (Linux Standard Base Core 5.0, section 10.6.2).</summary>
/// <remarks>
/// <code>
///   0  version            1
///   1  encoding of        the address of .eh_frame, the number of entries, the entries
///   4  .eh_frame, the number of entries
///   …  entries            each two signed 32-bit numbers, relative to this section's start: a function and its frame description,
///                         in ascending order of functions
/// </code>
/// </remarks>
internal static unsafe class FrameIndex
{
    private const byte Version = 1;

    /// <summary>Signed 32-bit numbers relative to the section's start: what linkers write, and what can be searched.</summary>
    private const byte SortedEntryEncoding = 0x3B;

    private const ulong EntrySize = 2 * sizeof(int);

    /// <summary>Finds the frame description of the last function that begins at an address or before it.</summary>
    /// <returns>Its address, or null if there is none. Whether the function reaches as far as that is for the description to say.</returns>
    internal static byte* Find(in UnwindTables tables, ulong address)
    {
        var start = tables.Header.Start;
        var reader = new TableReader(tables.Header, start);
        var version = reader.ReadByte();
        var frameEncoding = reader.ReadByte();
        var countEncoding = reader.ReadByte();
        var entryEncoding = reader.ReadByte();
        reader.ReadPointer(frameEncoding, start);
        var count = (ulong)reader.ReadPointer(countEncoding, start);
        var entries = (int*)reader.Position;
        if (version != Version || entryEncoding != SortedEntryEncoding || !reader.IsValid
            || count > (ulong)(tables.Header.End - reader.Position) / EntrySize)
        {
            return null;
        }

        // The first entry behind the address is in [low, high].
        var target = (long)(address - (ulong)start);
        ulong low = 0;
        var high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[2 * middle] <= target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : start + entries[(2 * low) - 1];
    }
}
