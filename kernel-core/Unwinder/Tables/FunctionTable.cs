namespace Tarn.Unwinding;

/// <summary>The table of an image's functions, as the build made it of call frame information after a first link (docs/exceptions.md).</summary>
/// <remarks>
/// <para>
/// Most functions are entered as many others are: of a thousand a hundred differ. So each different sequence of call frame instructions, a <em>program</em>,
/// is there once, and a function has its number. Nothing in the table is trusted: whatever its bytes are, a look-up reads inside of them only, and ends.
/// </para>
/// <code>
///  offset  bytes  meaning (numbers are little-endian)
///       0      4  magic: "TUT1"
///       4      4  length of the table
///       8      8  address of the first function
///      16      4  how many bytes of code the functions cover
///      20      4  B, how many blocks there are
///      24      2  P, how many programs there are
///      26      2  the number of the first program whose frames interrupted those that they return to; such programs come last
///      28     8B  the blocks, by address, each: start of its first function, from the first of all; where its functions are, from the table's start
///   28+8B     2P  for each program where it ends, from where the first begins
///       …         the programs: call frame instructions (DWARF 5, section 6.4.2), with factors of 1 for code and -8 for data
///       …         the functions, each:
///                   distance from the function before, not in the first of a block
///                   2p+1 with handlers, 2p without: p is the program's number; 0 where the way up is not known
///                   with handlers: their clauses, from where clauses can be; and how far before the function its method begins (0: it is the method)
///
///  distance  2·d/16 where d is divisible by 16, else 2·d+1, as a variable-length number
///  variable-length number (all without a size): unsigned LEB128
/// </code>
/// A function reaches up to the next one, or to the end of the code. At its entry the CFA is RSP+8, and the return address is in front of it.
/// </remarks>
internal static unsafe class FunctionTable
{
    /// <summary>"TUT1".</summary>
    internal const uint Magic = 0x31545554;

    /// <summary>How long the part before the blocks is.</summary>
    internal const int HeaderLength = 28;

    /// <summary>How many bytes a block has in front of the programs.</summary>
    internal const int BlockLength = 8;

    /// <summary>What ILC aligns methods to.</summary>
    internal const int CodeAlignment = 16;

    private const int LengthOffset = 4, FirstOffset = 8, CoverOffset = 16, BlockCountOffset = 20, ProgramCountOffset = 24, FirstInterruptOffset = 26;

    /// <summary>Finds how to leave the frame of the function that an address belongs to.</summary>
    /// <returns>Whether that is known, and well formed.</returns>
    /// <remarks>Allocates nothing and may run in an interrupt.</remarks>
    internal static bool TryFind(in UnwindTables tables, ulong address, out FrameDescription description)
    {
        description = default;
        var table = tables.Functions.Start;
        var length = (ulong)(tables.Functions.End - table);
        if (length < HeaderLength || *(uint*)table != Magic || *(uint*)(table + LengthOffset) != length)
        {
            return false;
        }

        var first = *(ulong*)(table + FirstOffset);
        var target = address - first;
        var blockCount = *(uint*)(table + BlockCountOffset);
        if (target >= *(uint*)(table + CoverOffset) || blockCount > (length - HeaderLength) / BlockLength)
        {
            return false;
        }

        // The first block behind the address is in [low, high].
        var blocks = (uint*)(table + HeaderLength);
        uint low = 0;
        var high = blockCount;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (blocks[2 * (ulong)middle] <= target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return false;
        }

        var block = blocks + (2 * ((ulong)low - 1));
        var end = low == blockCount ? tables.Functions.End : table + block[3];
        var reader = new TableReader(tables.Functions, table + block[1]).TakeUntil(end);
        return TryFindInBlock(ref reader, block[0], (uint)target, out var start, out var function)
            && TryDescribe(in tables, ref function, first + start, out description);
    }

    /// <summary>Finds the last function of a block that begins at an address or before it.</summary>
    private static bool TryFindInBlock(ref TableReader reader, uint start, uint target, out uint found, out TableReader function)
    {
        do
        {
            found = start;
            function = reader;
            if ((reader.ReadUnsigned() & 1) != 0)
            {
                reader.ReadUnsigned();
                reader.ReadUnsigned();
            }

            if (!reader.HasMore)
            {
                break;
            }

            var distance = (uint)reader.ReadUnsigned();
            start += (distance & 1) != 0 ? distance >> 1 : (distance >> 1) * CodeAlignment;
        }
        while (start <= target);

        return reader.IsValid;
    }

    private static bool TryDescribe(in UnwindTables tables, ref TableReader reader, ulong start, out FrameDescription description)
    {
        description = default;
        description.Start = start;
        var programAndHandlers = reader.ReadUnsigned();
        if ((programAndHandlers & 1) != 0)
        {
            description.Clauses = tables.Clauses.Start + reader.ReadUnsigned();
            description.MethodStart = start - reader.ReadUnsigned();
        }

        var table = tables.Functions.Start;
        var program = programAndHandlers >> 1;
        var programCount = *(ushort*)(table + ProgramCountOffset);
        if (program == 0 || program > programCount)
        {
            return false;
        }

        // All of the blocks are there; that the ends of the programs are too, the reader finds out.
        var ends = table + HeaderLength + (BlockLength * (ulong)*(uint*)(table + BlockCountOffset));
        var programs = new TableReader(tables.Functions, ends + (sizeof(ushort) * (ulong)programCount));
        if (!programs.IsValid)
        {
            return false;
        }

        var from = program == 1 ? 0u : ((ushort*)ends)[program - 2];
        var to = ((ushort*)ends)[program - 1];
        programs.Take(from);
        description.Instructions = programs.Take((ulong)to - from);
        description.IsInterrupt = program >= *(ushort*)(table + FirstInterruptOffset);
        return programs.IsValid && reader.IsValid;
    }
}
