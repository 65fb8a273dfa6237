namespace Tarn.Tests.Kernel.Cases;

/// <summary>A piece of machine code that runs in ring 3 (UserStubs.s, in this order). What it is told is in RDI.</summary>
internal enum UserStub
{
    /// <summary>Calls the kernel, puts the answer on its stack, and reads from the address that it was told.</summary>
    CallAndRead,

    /// <summary>Reads from an address.</summary>
    Read,

    /// <summary>Writes to an address.</summary>
    Write,

    /// <summary>Jumps to an address.</summary>
    Jump,

    /// <summary>Masks interrupts.</summary>
    MaskInterrupts,

    /// <summary>Halts.</summary>
    Halt,

    /// <summary>Reads CR3.</summary>
    ReadControlRegister,

    /// <summary>Writes to a port.</summary>
    WritePort,

    /// <summary>Asks where the descriptor table is.</summary>
    ReadDescriptorTable,

    /// <summary>Raises the interrupt that a case of devices claims.</summary>
    RaiseDeviceInterrupt,

    /// <summary>Raises a page fault by INT.</summary>
    RaisePageFault,

    /// <summary>Raises an overflow by INT.</summary>
    RaiseOverflow,

    /// <summary>Divides by zero.</summary>
    Divide,

    /// <summary>Executes UD2.</summary>
    InvalidOpcode,

    /// <summary>Has the processor stop after each instruction.</summary>
    SingleStep,

    /// <summary>Executes INT3, then calls the kernel.</summary>
    Breakpoint,

    /// <summary>Tells the kernel what is in the registers at the start.</summary>
    TellRegisters,

    /// <summary>Counts down, then tells the kernel which of its registers have changed meanwhile.</summary>
    CountDown,

    /// <summary>Changes every register and flag that it can, and calls the kernel.</summary>
    Clobber,
}
