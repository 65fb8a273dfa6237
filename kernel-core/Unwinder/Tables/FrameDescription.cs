namespace Tarn.Unwinding;

/// <summary>How a function's frame is left: an entry of <c>.eh_frame</c> with the common part that it refers to.</summary>
/// <remarks>
/// <code>
///   common information                            description
///     length          4                             length        4
///     0               4                             back to the common information, from here  4
///     version         1                             function      4, relative to here
///     augmentation    a string: z, R, L, S          its length    4
///     code alignment  unsigned LEB128               augmentation  its length; with L, the handlers: 4, relative to here
///     data alignment  signed LEB128                 instructions  to the end
///     return address  1: which register
///     augmentation    its length; a byte for each R, L
///     instructions    to the end
/// </code>
/// That is what ILC and GNU as write for x86_64; what is written otherwise is refused. Source: DWARF 5, section 6.4, and Linux Standard Base Core 5.0,
/// section 10.6.1.
/// </remarks>
internal unsafe struct FrameDescription
{
    /// <summary>Pointers have 32 bits and are relative to where they stand.</summary>
    private const byte RelativeEncoding = 0x1B;

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
        if (entry is null)
        {
            return false;
        }

        var reader = TakeEntry(tables, entry);
        var position = reader.Position;
        var distance = reader.ReadUInt32();
        if (distance == 0 || !description.TryReadCommon(TakeEntry(tables, position - distance), out var hasHandlers))
        {
            return false;
        }

        description.Start = (ulong)reader.ReadRelative();
        var length = reader.ReadUInt32();
        var augmentation = reader.Take(reader.ReadUnsigned());
        if (hasHandlers)
        {
            description.Handlers = augmentation.ReadRelative();
        }

        description.Instructions = reader;
        return reader.IsValid && augmentation.IsValid && address - description.Start < length;
    }

    private bool TryReadCommon(TableReader reader, out bool hasHandlers)
    {
        hasHandlers = false;
        if (reader.ReadUInt32() != 0 || reader.ReadByte() != 1 || reader.ReadByte() != 'z')
        {
            return false;
        }

        // Each letter but S has a byte further on, all of which say the same.
        var encodings = 0;
        for (var letter = reader.ReadByte(); letter != 0; letter = reader.ReadByte())
        {
            switch (letter)
            {
                case (byte)'R':
                    encodings++;
                    break;
                case (byte)'L':
                    encodings++;
                    hasHandlers = true;
                    break;
                case (byte)'S':
                    IsInterrupt = true;
                    break;
                default:
                    return false;
            }
        }

        CodeAlignment = reader.ReadUnsigned();
        DataAlignment = reader.ReadSigned();
        if (reader.ReadByte() != Registers.InstructionPointerNumber || reader.ReadUnsigned() != (ulong)encodings)
        {
            return false;
        }

        for (; encodings > 0; encodings--)
        {
            if (reader.ReadByte() != RelativeEncoding)
            {
                return false;
            }
        }

        CommonInstructions = reader;
        return reader.IsValid;
    }

    private static TableReader TakeEntry(in UnwindTables tables, byte* entry)
    {
        var reader = new TableReader(tables.Frames, entry);
        return reader.Take(reader.ReadUInt32());
    }
}
