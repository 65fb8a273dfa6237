namespace Tarn.Arch.X86_64;

/// <summary>The exceptions of the processor by their vectors (Intel SDM volume 3, table 6-1; AMD manual volume 2, section 8.2).</summary>
public enum ExceptionVector
{
    /// <summary>#DE: a division by zero, or one whose quotient does not fit.</summary>
    DivideError = 0,

    /// <summary>#DB: a single step, or a debug register.</summary>
    Debug = 1,

    /// <summary>An interrupt that cannot be masked: mostly hardware that has failed.</summary>
    NonMaskableInterrupt = 2,

    /// <summary>#BP: the instruction INT3.</summary>
    Breakpoint = 3,

    /// <summary>#OF: the instruction INTO.</summary>
    Overflow = 4,

    /// <summary>#BR: the instruction BOUND.</summary>
    BoundRangeExceeded = 5,

    /// <summary>#UD: no instruction.</summary>
    InvalidOpcode = 6,

    /// <summary>#NM: x87 or SSE while CR0 has it switched off.</summary>
    DeviceNotAvailable = 7,

    /// <summary>#DF: an exception whose delivery raised another one.</summary>
    DoubleFault = 8,

    /// <summary>Of the 80387; nothing raises it any more.</summary>
    CoprocessorSegmentOverrun = 9,

    /// <summary>#TS: a task-state segment that cannot be one.</summary>
    InvalidTaskState = 10,

    /// <summary>#NP: a descriptor that is marked as not present.</summary>
    SegmentNotPresent = 11,

    /// <summary>#SS: an access through the stack pointer with a non-canonical address, or a bad stack segment.</summary>
    StackSegmentFault = 12,

    /// <summary>#GP: what no other exception is for.</summary>
    GeneralProtection = 13,

    /// <summary>#PF: what the page tables do not allow.</summary>
    PageFault = 14,

    /// <summary>#MF: an x87 error.</summary>
    FloatingPoint = 16,

    /// <summary>#AC: an unaligned access in ring 3.</summary>
    AlignmentCheck = 17,

    /// <summary>#MC: the hardware found itself in error.</summary>
    MachineCheck = 18,

    /// <summary>#XM: an SSE error that MXCSR does not mask.</summary>
    SimdFloatingPoint = 19,

    /// <summary>#VE: a virtual machine's second-level tables.</summary>
    Virtualization = 20,

    /// <summary>#CP: a return or jump that control-flow enforcement forbids.</summary>
    ControlProtection = 21,

    /// <summary>#HV: an event that a hypervisor injects.</summary>
    HypervisorInjection = 28,

    /// <summary>#VC: what an encrypted guest must ask its hypervisor for.</summary>
    VmmCommunication = 29,

    /// <summary>#SX: of the secure virtual machine.</summary>
    Security = 30,
}
