using System.Runtime.CompilerServices;

namespace Tarn.Unwinding;

/// <summary>Where a caller's registers are: one row of DWARF's table of call frame information.</summary>
internal unsafe struct FrameRules
{
    private const ulong StackAlignment = 8;

    private int _cfaRegister;
    private long _cfaOffset;
    private Kinds _kinds;

    /// <summary>Offsets from the CFA, or numbers of registers; for a register that is unchanged or lost, nothing.</summary>
    private fixed int _operands[Registers.Count];

    /// <summary>Makes every register unchanged.</summary>
    internal void Clear() => _kinds = default;

    internal bool TrySetCfaRegister(ulong register)
    {
        _cfaRegister = (int)register;
        return register < Registers.Count;
    }

    internal bool SetCfaOffset(long offset)
    {
        _cfaOffset = offset;
        return true;
    }

    /// <summary>Sets a register's rule.</summary>
    /// <returns>Whether that register, and one that the rule names, are among those that are kept. (XMM registers are not: nobody preserves
    /// them.)</returns>
    internal bool TrySet(ulong register, RegisterRule rule, long operand)
    {
        if (register >= Registers.Count || (rule == RegisterRule.InRegister && (ulong)operand >= Registers.Count) || operand != (int)operand)
        {
            return false;
        }

        _kinds[(int)register] = (byte)rule;
        _operands[register] = (int)operand;
        return true;
    }

    /// <summary>Sets a register's rule to the one in another row.</summary>
    internal bool TryCopy(ulong register, in FrameRules other) =>
        register < Registers.Count && TrySet(register, (RegisterRule)other._kinds[(int)register], other._operands[register]);

    /// <summary>Makes a frame's registers its caller's.</summary>
    /// <param name="isInterrupt">Whether the caller was interrupted, perhaps on another stack.</param>
    /// <param name="registers">The registers.</param>
    /// <returns>Whether there is a caller, and its frame lies above.</returns>
    internal bool TryApply(bool isInterrupt, ref Registers registers)
    {
        var current = registers;
        var cfa = current[_cfaRegister] + (ulong)_cfaOffset;
        if ((RegisterRule)_kinds[Registers.InstructionPointerNumber] is RegisterRule.Unchanged or RegisterRule.Lost
            || cfa % StackAlignment != 0 || (!isInterrupt && cfa <= current.StackPointer))
        {
            return false;
        }

        registers.StackPointer = cfa;
        for (var number = 0; number < Registers.Count; number++)
        {
            switch ((RegisterRule)_kinds[number])
            {
                case RegisterRule.AtOffset:
                    registers[number] = *(ulong*)(cfa + (ulong)(long)_operands[number]);
                    break;
                case RegisterRule.IsOffset:
                    registers[number] = cfa + (ulong)(long)_operands[number];
                    break;
                case RegisterRule.InRegister:
                    registers[number] = current[_operands[number]];
                    break;
            }
        }

        registers.IsExact = isInterrupt;
        return true;
    }

    [InlineArray(Registers.Count)]
    private struct Kinds
    {
        private byte _first;
    }
}
