using System.Numerics;

namespace Tarn.Unwinding;

/// <summary>Where a caller's registers are: one row of DWARF's table of call frame information (DWARF 5, section 6.4.1).</summary>
/// <remarks>The canonical frame address (CFA) is what the stack pointer was before the call, and all else is found from there.</remarks>
internal unsafe struct FrameRules
{
    private const int StackAlignment = 8;

    private int _cfaRegister;

    /// <summary>A bit for each register that is in memory, at an offset from the CFA, and for each that is in another register. The others are where they
    /// were: the function leaves them alone.</summary>
    private uint _inMemory, _inRegister;

    private long _cfaOffset;

    /// <summary>The offset, or the other register's number.</summary>
    private fixed int _operands[Registers.Count];

    /// <summary>Begins: at a function's entry the return address is on the stack, and every other register is where it was.</summary>
    internal void SetEntry()
    {
        _cfaRegister = Registers.StackPointerNumber;
        _cfaOffset = StackAlignment;
        _inMemory = 1u << Registers.InstructionPointerNumber;
        _inRegister = 0;
        _operands[Registers.InstructionPointerNumber] = -StackAlignment;
    }

    internal bool TrySetCfaRegister(ulong register)
    {
        _cfaRegister = (int)register;
        return register < Registers.Count;
    }

    internal void SetCfaOffset(long offset) => _cfaOffset = offset;

    /// <summary>A register is in memory.</summary>
    /// <returns>Whether it is one of those that are kept. (XMM registers are not: nobody preserves them.)</returns>
    internal bool TrySetInMemory(ulong register, long offset)
    {
        if (!TrySetUnchanged(register) || offset != (int)offset)
        {
            return false;
        }

        _inMemory |= 1u << (int)register;
        _operands[register] = (int)offset;
        return true;
    }

    /// <summary>A register is in another one.</summary>
    /// <returns>Whether both are among those that are kept.</returns>
    internal bool TrySetInRegister(ulong register, ulong other)
    {
        if (!TrySetUnchanged(register) || other >= Registers.Count)
        {
            return false;
        }

        _inRegister |= 1u << (int)register;
        _operands[register] = (int)other;
        return true;
    }

    /// <summary>A register is where it was; or it is lost, which for the return address is the same: there is no caller.</summary>
    /// <returns>Whether it is one of those that are kept.</returns>
    internal bool TrySetUnchanged(ulong register)
    {
        if (register >= Registers.Count)
        {
            return false;
        }

        var bit = 1u << (int)register;
        _inMemory &= ~bit;
        _inRegister &= ~bit;
        return true;
    }

    /// <summary>Gives a register the rule that it has at a function's entry.</summary>
    /// <returns>Whether it is one of those that are kept.</returns>
    internal bool TryRestore(ulong register) =>
        register == Registers.InstructionPointerNumber ? TrySetInMemory(register, -StackAlignment) : TrySetUnchanged(register);

    /// <summary>Makes a frame's registers its caller's.</summary>
    /// <param name="isInterrupt">Whether the caller was interrupted, perhaps on another stack.</param>
    /// <param name="registers">The registers.</param>
    /// <returns>Whether there is a caller, and its frame lies above.</returns>
    internal bool TryApply(bool isInterrupt, ref Registers registers)
    {
        const uint returnAddress = 1u << Registers.InstructionPointerNumber;
        var cfa = registers[_cfaRegister] + (ulong)_cfaOffset;
        if (((_inMemory | _inRegister) & returnAddress) == 0
            || cfa % (ulong)StackAlignment != 0 || (!isInterrupt && cfa <= registers.StackPointer))
        {
            return false;
        }

        // In another register is what the caller saved nowhere: that one has not been overwritten from memory yet.
        for (var rest = _inRegister; rest != 0; rest &= rest - 1)
        {
            var number = BitOperations.TrailingZeroCount(rest);
            registers[number] = registers[_operands[number]];
        }

        registers.StackPointer = cfa;
        for (var rest = _inMemory; rest != 0; rest &= rest - 1)
        {
            var number = BitOperations.TrailingZeroCount(rest);
            registers[number] = *(ulong*)(cfa + (ulong)_operands[number]);
        }

        registers.IsExact = isInterrupt;
        return true;
    }
}
