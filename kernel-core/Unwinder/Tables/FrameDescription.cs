namespace Tarn.Unwinding;

/// <summary>How a function's frame is left: an entry of <c>.eh_frame</c> with the common part that it refers to.</summary>
/// <remarks>
/// <code>
///   common information                            description
///     length          4                             length            4
///     0               4                             back to its CIE   4
///     version         1 (1 or 3)                    function          as the CIE says
///     augmentation    a string: z, L, P, R, S       its length        the same type of number
///     code alignment  unsigned LEB128               augmentation      z: its length; L: the handlers' address
///     data alignment  signed LEB128                 instructions      to the end
///     return address  a byte, or LEB128
///     augmentation    z: its length; then a byte for each L, P, R
///     instructions    to the end
/// </code>
/// Source: DWARF 5, section 6.4, and Linux Standard Base Core 5.0, section 10.6.1.
/// </remarks>
internal unsafe struct FrameDescription
{
    private const uint LongLength = 0xFFFF_FFFF;
    private const byte Omitted = 0xFF;

    /// <summary>The function's first byte.</summary>
    internal ulong Start;

    /// <summary>How to get from the frame to the caller's, at the function's entry and from there on.</summary>
    internal TableReader CommonInstructions, Instructions;

    /// <summary>What offsets in the instructions are multiples of.</summary>
    internal ulong CodeAlignment;

    /// <inheritdoc cref="CodeAlignment"/>
    internal long DataAlignment;

    /// <summary>The method's handlers, a block of <c>.dotnet_eh_table</c>; null where ILC did not compile the function.</summary>
    internal byte* Handlers;

    /// <summary>Whether the frame was not called, but interrupted the one that it returns to.</summary>
    internal bool IsInterrupt;

    /// <summary>Finds the description of the function that an address belongs to.</summary>
    /// <returns>Whether there is one, and it is well formed.</returns>
    internal static bool TryFind(in UnwindTables tables, ulong address, out FrameDescription description)
    {
        description = default;
        var entry = FrameIndex.Find(tables, address);
        return entry is not null && TryRead(tables, entry, address, ref description);
    }

    private static bool TryRead(in UnwindTables tables, byte* entry, ulong address, ref FrameDescription description)
    {
        var reader = TakeEntry(tables, entry);
        var position = reader.Position;
        var distance = reader.ReadUInt32();
        var common = TakeEntry(tables, position - distance);
        if (distance == 0 || common.ReadUInt32() != 0)
        {
            return false;
        }

        var version = common.ReadByte();
        if (version is not (1 or 3))
        {
            return false;
        }

        var augmentation = common;
        while (common.ReadByte() != 0)
        {
        }

        description.CodeAlignment = common.ReadUnsigned();
        description.DataAlignment = common.ReadSigned();
        if ((version == 1 ? common.ReadByte() : common.ReadUnsigned()) != Registers.InstructionPointerNumber)
        {
            return false;
        }

        byte pointerEncoding = 0;
        var handlerEncoding = Omitted;
        var hasLength = false;
        for (var letter = augmentation.ReadByte(); letter != 0; letter = augmentation.ReadByte())
        {
            switch (letter)
            {
                case (byte)'z':
                    hasLength = true;
                    common.ReadUnsigned();
                    break;
                case (byte)'L':
                    handlerEncoding = common.ReadByte();
                    break;
                case (byte)'R':
                    pointerEncoding = common.ReadByte();
                    break;
                case (byte)'P':
                    common.ReadPointer(common.ReadByte(), null);
                    break;
                case (byte)'S':
                    description.IsInterrupt = true;
                    break;
                default:
                    return false;
            }
        }

        description.CommonInstructions = common;
        description.Start = (ulong)reader.ReadPointer(pointerEncoding, null);
        var length = (ulong)reader.ReadPointer((byte)(pointerEncoding & 0x0F), null);
        if (hasLength)
        {
            var data = reader.Take(reader.ReadUnsigned());
            if (handlerEncoding != Omitted)
            {
                description.Handlers = data.ReadPointer(handlerEncoding, null);
            }
        }

        description.Instructions = reader;
        return reader.IsValid && common.IsValid && address - description.Start < length;
    }

    private static TableReader TakeEntry(in UnwindTables tables, byte* entry)
    {
        var reader = new TableReader(tables.Frames, entry);
        var length = reader.ReadUInt32();
        return reader.Take(length == LongLength ? reader.ReadUInt64() : length);
    }
}
