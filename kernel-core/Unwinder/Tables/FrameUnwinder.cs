using System.Runtime.CompilerServices;

namespace Tarn.Unwinding;

/// <summary>Goes from a frame to its caller's by the instructions of DWARF's call frame information (DWARF 5, section 6.4.2).</summary>
/// <remarks>
/// The canonical frame address (CFA) is what the stack pointer was before the call. What is not there: addresses given by expressions, which only
/// the first two instructions of the interrupt stubs have; a frame that needs one is where the way ends.
/// </remarks>
internal unsafe struct FrameUnwinder
{
    /// <summary>States that may be remembered inside each other. Compilers need one.</summary>
    private const int MaximumRemembered = 2;

    private FrameRules _rules;
    private Remembered _remembered;
    private int _rememberedCount;

    /// <summary>Whether what runs are the common instructions, in which there is nothing yet to restore.</summary>
    private bool _isCommon;

    /// <summary>Leaves a frame.</summary>
    /// <param name="description">How.</param>
    /// <param name="registers">The frame's registers, and then its caller's.</param>
    /// <returns>Whether there is a caller, and the way to it is known. If not, the registers are as they were, or some of them the caller's.</returns>
    internal static bool TryUnwind(in FrameDescription description, ref Registers registers)
    {
        Begin(out var unwinder);
        return unwinder.TryRunCommon(description)
            && unwinder.TryRun(description, description.Instructions, registers.Address - description.Start)
            && unwinder._rules.TryApply(description.IsInterrupt, ref registers);
    }

    // What is remembered is written before it is read.
    private static void Begin(out FrameUnwinder unwinder)
    {
        Unsafe.SkipInit(out unwinder);
        unwinder._rules.Clear();
        unwinder._rememberedCount = 0;
    }

    private bool TryRunCommon(in FrameDescription description)
    {
        _isCommon = true;
        var succeeded = TryRun(description, description.CommonInstructions, ulong.MaxValue);
        _isCommon = false;
        return succeeded;
    }

    /// <summary>Executes what applies up to an offset in the function.</summary>
    private bool TryRun(in FrameDescription description, TableReader reader, ulong offset)
    {
        ulong location = 0;
        while (reader.HasMore)
        {
            // Three instructions have their operand in the lower six bits.
            var instruction = reader.ReadByte();
            var operand = instruction & 0x3F;
            switch (instruction & 0xC0)
            {
                case 0x40:
                    location += (uint)operand * description.CodeAlignment;
                    break;
                case 0x80:
                    if (!_rules.TrySet((ulong)operand, RegisterRule.AtOffset, (long)reader.ReadUnsigned() * description.DataAlignment))
                    {
                        return false;
                    }

                    break;
                case 0xC0:
                    if (!TryRestore(description, (ulong)operand))
                    {
                        return false;
                    }

                    break;
                default:
                    if (!TryRunLong(description, (CallFrameInstruction)instruction, ref reader, ref location))
                    {
                        return false;
                    }

                    break;
            }

            if (location > offset)
            {
                break;
            }
        }

        return reader.IsValid;
    }

    private bool TryRunLong(in FrameDescription description, CallFrameInstruction instruction, ref TableReader reader, ref ulong location)
    {
        switch (instruction)
        {
            case CallFrameInstruction.Nop:
                return true;
            case CallFrameInstruction.AdvanceLocation1:
                location += reader.ReadByte() * description.CodeAlignment;
                return true;
            case CallFrameInstruction.AdvanceLocation2:
                location += reader.ReadUInt16() * description.CodeAlignment;
                return true;
            case CallFrameInstruction.AdvanceLocation4:
                location += reader.ReadUInt32() * description.CodeAlignment;
                return true;
            case CallFrameInstruction.DefineCfa:
                return _rules.TrySetCfaRegister(reader.ReadUnsigned()) && _rules.SetCfaOffset((long)reader.ReadUnsigned());
            case CallFrameInstruction.DefineCfaRegister:
                return _rules.TrySetCfaRegister(reader.ReadUnsigned());
            case CallFrameInstruction.DefineCfaOffset:
                return _rules.SetCfaOffset((long)reader.ReadUnsigned());
            case CallFrameInstruction.DefineCfaSigned:
                return _rules.TrySetCfaRegister(reader.ReadUnsigned()) && _rules.SetCfaOffset(reader.ReadSigned() * description.DataAlignment);
            case CallFrameInstruction.DefineCfaOffsetSigned:
                return _rules.SetCfaOffset(reader.ReadSigned() * description.DataAlignment);
            case CallFrameInstruction.OffsetExtended:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.AtOffset, (long)reader.ReadUnsigned() * description.DataAlignment);
            case CallFrameInstruction.OffsetExtendedSigned:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.AtOffset, reader.ReadSigned() * description.DataAlignment);
            case CallFrameInstruction.ValueOffset:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.IsOffset, (long)reader.ReadUnsigned() * description.DataAlignment);
            case CallFrameInstruction.ValueOffsetSigned:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.IsOffset, reader.ReadSigned() * description.DataAlignment);
            case CallFrameInstruction.Register:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.InRegister, (long)reader.ReadUnsigned());
            case CallFrameInstruction.Undefined:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.Lost, 0);
            case CallFrameInstruction.SameValue:
                return _rules.TrySet(reader.ReadUnsigned(), RegisterRule.Unchanged, 0);
            case CallFrameInstruction.RestoreExtended:
                return TryRestore(description, reader.ReadUnsigned());
            case CallFrameInstruction.RememberState:
                if (_rememberedCount == MaximumRemembered)
                {
                    return false;
                }

                _remembered[_rememberedCount++] = _rules;
                return true;
            case CallFrameInstruction.RestoreState:
                if (_rememberedCount == 0)
                {
                    return false;
                }

                _rules = _remembered[--_rememberedCount];
                return true;
            case CallFrameInstruction.ArgumentsSize:
                reader.ReadUnsigned();
                return true;
            default:
                return false;
        }
    }

    // Rarely needed: what the common instructions say of a register is found by running them once more.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryRestore(in FrameDescription description, ulong register)
    {
        if (_isCommon)
        {
            return false;
        }

        Begin(out var initial);
        return initial.TryRunCommon(description) && _rules.TryCopy(register, in initial._rules);
    }

    [InlineArray(MaximumRemembered)]
    private struct Remembered
    {
        private FrameRules _first;
    }
}
