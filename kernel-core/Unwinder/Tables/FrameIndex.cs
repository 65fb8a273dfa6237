namespace Tarn.Unwinding;

/// <summary>The linker's sorted list of functions, <c>.eh_frame_hdr</c> (Linux Standard Base Core 5.0, section 10.6.2), in the one form that lld and
/// GNU ld write.</summary>
/// <remarks>
/// <code>
///   0  version    01   and how what follows is written: 1b (32 bits, relative to where they stand), 03 (32 bits), 3b (32 bits, relative to 0)
///   4  .eh_frame
///   8  count      of entries
///  12  entries    each two signed 32-bit numbers, relative to 0: a function, and its frame description; in ascending order of functions
/// </code>
/// </remarks>
internal static unsafe class FrameIndex
{
    private const uint VersionAndEncodings = 0x3B_03_1B_01;
    private const int CountOffset = 8, EntriesOffset = 12;
    private const int EntrySize = 2 * sizeof(int);

    /// <summary>Finds the frame description of the last function that begins at an address or before it.</summary>
    /// <returns>Its address, or null if there is none. Whether the function reaches as far as that is for the description to say.</returns>
    internal static byte* Find(in UnwindTables tables, ulong address)
    {
        var start = tables.Header.Start;
        var room = tables.Header.End - start - EntriesOffset;
        if (room < 0 || *(uint*)start != VersionAndEncodings || *(uint*)(start + CountOffset) > (ulong)room / EntrySize)
        {
            return null;
        }

        // The first entry behind the address is in [low, high].
        var entries = (int*)(start + EntriesOffset);
        var target = (long)(address - (ulong)start);
        uint low = 0;
        var high = *(uint*)(start + CountOffset);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (entries[2 * (ulong)middle] <= target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : start + entries[(2 * (ulong)low) - 1];
    }
}
