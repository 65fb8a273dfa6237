namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>What an instruction does that code under proof must not, or why it cannot be followed.</summary>
internal enum HazardKind
{
    /// <summary>Raises a breakpoint exception: INT3, INT1.</summary>
    Breakpoint,

    /// <summary>Raises an invalid-opcode exception: UD2 and its like.</summary>
    UndefinedInstruction,

    /// <summary>Lets interrupts in: STI, POPF.</summary>
    EnablesInterrupts,

    /// <summary>Waits for an interrupt: HLT, MWAIT.</summary>
    Waits,

    /// <summary>Goes where a table of the processor's says: INT n, SYSCALL, a far jump, call or return.</summary>
    GoesThroughProcessorTables,

    /// <summary>Returns from an interrupt: IRET.</summary>
    ReturnsFromInterrupt,

    /// <summary>Is no instruction, or none that the decoder knows.</summary>
    NoInstruction,

    /// <summary>Leaves the stack pointer where it cannot be followed.</summary>
    LosesStack,

    /// <summary>Returns with something left on the stack, or taken off it.</summary>
    UnbalancedReturn,
}
