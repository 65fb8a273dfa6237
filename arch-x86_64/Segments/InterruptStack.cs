namespace Tarn.Arch.X86_64;

/// <summary>The stack that an interrupt is served on: an entry of the interrupt stack table, or the stack that was in use.</summary>
/// <remarks>
/// An exception whose cause may be the stack itself, or that may come at an instruction where the stack is no one's, has one of its own.
/// Such a stack is always used from its top: an exception that strikes while its own is being served overwrites the first one's frame.
/// </remarks>
public enum InterruptStack
{
    /// <summary>Whatever stack the interrupted code was on (from ring 3: RSP0).</summary>
    Interrupted = 0,

    /// <summary>IST1: an exception that could not be delivered.</summary>
    DoubleFault = 1,

    /// <summary>IST2: the overflow of a stack is a page fault.</summary>
    PageFault = 2,

    /// <summary>IST3: comes at any instruction.</summary>
    NonMaskableInterrupt = 3,

    /// <summary>IST4: comes at any instruction.</summary>
    MachineCheck = 4,
}
