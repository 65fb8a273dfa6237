namespace Tarn.Sdk.Tool.Unwinding;

/// <summary>Call frame instructions of a function, from its entry on, without those that do nothing; many functions have the same.</summary>
internal sealed class FrameProgram : IEquatable<FrameProgram>
{
    private const byte RestoreExtended = 0x06, DefineCfa = 0x0C, DefineCfaRegister = 0x0D, DefineCfaOffset = 0x0E, Restore = 0xC0;

    /// <summary>How every function is entered, which is not said anew: the CFA is RSP+8, and the return address is in front of it.</summary>
    private static readonly byte[] Entry = [0x0C, 7, 8, 0x90, 1];

    private readonly byte[] _instructions;

    private FrameProgram(byte[] instructions, bool isInterrupt) => (_instructions, IsInterrupt) = (instructions, isInterrupt);

    /// <summary>The instructions.</summary>
    public ReadOnlySpan<byte> Instructions => _instructions;

    /// <summary>Whether such a frame interrupted the one that it returns to, and was not called.</summary>
    public bool IsInterrupt { get; }

    /// <summary>Makes a program.</summary>
    /// <param name="common">The instructions that a function shares with others, as <c>.eh_frame</c> has them.</param>
    /// <param name="own">Its own.</param>
    /// <param name="isInterrupt">Whether such a frame was not called.</param>
    /// <exception cref="InvalidDataException">There is an instruction that is unknown or cut off, or that the table has no way to say.</exception>
    public static FrameProgram Of(ReadOnlySpan<byte> common, ReadOnlySpan<byte> own, bool isInterrupt)
    {
        var instructions = new List<byte>();
        var commonRegisters = new HashSet<ulong>();
        Append(instructions, common.StartsWith(Entry) ? common[Entry.Length..] : common, (instruction, register) =>
        {
            if (instruction is 0x05 or 0x07 or 0x08 or 0x09 or 0x10 or 0x11 or 0x14 or 0x15 or 0x16 or (>= 0x80 and < Restore))
            {
                commonRegisters.Add(register);
            }
        });

        // To the kernel's reader a register is restored to what holds at the entry of every function.
        Append(instructions, own, (instruction, register) =>
        {
            if (instruction is >= Restore or RestoreExtended && commonRegisters.Contains(register))
            {
                throw new InvalidDataException($"a function restores register {register}, and is not entered as others are");
            }
        });
        return new FrameProgram([.. instructions], isInterrupt);
    }

    /// <inheritdoc/>
    public bool Equals(FrameProgram? other) => other is not null && other.IsInterrupt == IsInterrupt && Instructions.SequenceEqual(other.Instructions);

    /// <inheritdoc/>
    public override bool Equals(object? other) => Equals(other as FrameProgram);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Instructions);
        return hash.ToHashCode();
    }

    private static void Append(List<byte> instructions, ReadOnlySpan<byte> bytes, Action<byte, ulong> inspect)
    {
        var reader = new FrameBytes(bytes);
        while (reader.HasMore)
        {
            var start = reader.Position;
            var instruction = reader.ReadByte();
            inspect(instruction, ReadOperands(ref reader, instruction));
            if (instruction != 0)
            {
                instructions.AddRange(bytes[start..reader.Position]);
            }
        }
    }

    /// <summary>Skips what belongs to an instruction (DWARF 5, table 7.29, and DW_CFA_GNU_args_size).</summary>
    /// <returns>Its first operand: a register, if it is about one.</returns>
    private static ulong ReadOperands(ref FrameBytes reader, byte instruction)
    {
        var operand = (ulong)instruction & 0x3F;
        switch (instruction)
        {
            case 0x00 or 0x0A or 0x0B or (>= 0x40 and < 0x80) or >= Restore:
                break;
            case 0x02:
                reader.Take(1);
                break;
            case 0x03:
                reader.Take(2);
                break;
            case 0x04:
                reader.Take(4);
                break;
            case >= 0x80:
                reader.ReadNumber();
                break;
            case RestoreExtended or 0x07 or 0x08 or DefineCfaRegister or DefineCfaOffset or 0x13 or 0x2E:
                operand = reader.ReadNumber();
                break;
            case 0x05 or 0x09 or DefineCfa or 0x11 or 0x12 or 0x14 or 0x15:
                operand = reader.ReadNumber();
                reader.ReadNumber();
                break;
            case 0x0F:
                reader.Take(reader.ReadNumber());
                break;
            case 0x10 or 0x16:
                operand = reader.ReadNumber();
                reader.Take(reader.ReadNumber());
                break;
            default:
                throw new InvalidDataException($"there is an unknown call frame instruction, 0x{instruction:x2}");
        }

        return operand;
    }
}
