using System.Runtime.CompilerServices;

namespace Tarn.Unwinding;

/// <summary>Goes from a frame to its caller's by the instructions of DWARF's call frame information (DWARF 5, section 6.4.2).</summary>
/// <remarks>
/// What is not there: rules given by expressions, which only the first two instructions of the interrupt stubs have, and values that are an offset
/// from the CFA without being in memory. A frame that needs one is where the way ends.
/// </remarks>
internal unsafe struct FrameUnwinder
{
    private const long DataAlignment = -8;

    private FrameRules _rules;
    private FrameRules _remembered;
    private bool _hasRemembered;

    /// <summary>Leaves a frame.</summary>
    /// <param name="description">How.</param>
    /// <param name="registers">The frame's registers, and then its caller's.</param>
    /// <returns>Whether there is a caller, and the way to it is known.</returns>
    internal static bool TryUnwind(in FrameDescription description, ref Registers registers)
    {
        // Rows are written before they are read.
        Unsafe.SkipInit(out FrameUnwinder unwinder);
        unwinder._rules.SetEntry();
        unwinder._hasRemembered = false;
        return unwinder.TryRun(description.Instructions, registers.Address - description.Start)
            && unwinder._rules.TryApply(description.IsInterrupt, ref registers);
    }

    /// <summary>Executes what applies up to an offset in the function.</summary>
    private bool TryRun(TableReader reader, ulong offset)
    {
        ulong location = 0;
        while (reader.HasMore && location <= offset)
        {
            // Three instructions have their operand in the lower six bits.
            var instruction = reader.ReadByte();
            var operand = (ulong)instruction & 0x3F;
            var isUnderstood = true;
            switch (instruction & 0xC0)
            {
                case 0x40:
                    location += operand;
                    break;
                case 0x80:
                    isUnderstood = _rules.TrySetInMemory(operand, (long)reader.ReadUnsigned() * DataAlignment);
                    break;
                case 0xC0:
                    isUnderstood = _rules.TryRestore(operand);
                    break;
                default:
                    isUnderstood = TryRunLong((CallFrameInstruction)instruction, ref reader, ref location);
                    break;
            }

            if (!isUnderstood)
            {
                return false;
            }
        }

        return reader.IsValid;
    }

    private bool TryRunLong(CallFrameInstruction instruction, ref TableReader reader, ref ulong location)
    {
        switch (instruction)
        {
            case CallFrameInstruction.Nop:
                return true;
            case CallFrameInstruction.DefineCfa:
                var isKept = _rules.TrySetCfaRegister(reader.ReadUnsigned());
                _rules.SetCfaOffset((long)reader.ReadUnsigned());
                return isKept;
            case CallFrameInstruction.DefineCfaOffset:
                _rules.SetCfaOffset((long)reader.ReadUnsigned());
                return true;
            case CallFrameInstruction.DefineCfaRegister:
                return _rules.TrySetCfaRegister(reader.ReadUnsigned());
            case CallFrameInstruction.AdvanceLocation1:
                location += reader.ReadByte();
                return true;
            case CallFrameInstruction.AdvanceLocation2:
                location += reader.ReadUInt16();
                return true;
            case CallFrameInstruction.AdvanceLocation4:
                location += reader.ReadUInt32();
                return true;
            case CallFrameInstruction.OffsetExtended:
                return _rules.TrySetInMemory(reader.ReadUnsigned(), (long)reader.ReadUnsigned() * DataAlignment);
            case CallFrameInstruction.OffsetExtendedSigned:
                return _rules.TrySetInMemory(reader.ReadUnsigned(), reader.ReadSigned() * DataAlignment);
            case CallFrameInstruction.Register:
                return _rules.TrySetInRegister(reader.ReadUnsigned(), reader.ReadUnsigned());
            case CallFrameInstruction.Undefined:
            case CallFrameInstruction.SameValue:
                return _rules.TrySetUnchanged(reader.ReadUnsigned());
            case CallFrameInstruction.RestoreExtended:
                return _rules.TryRestore(reader.ReadUnsigned());
            case CallFrameInstruction.RememberState:
                // Compilers and assemblers do not remember inside of what they remember.
                var isFree = !_hasRemembered;
                _remembered = _rules;
                _hasRemembered = true;
                return isFree;
            case CallFrameInstruction.RestoreState:
                var isThere = _hasRemembered;
                _rules = _remembered;
                _hasRemembered = false;
                return isThere;
            default:
                return false;
        }
    }
}
