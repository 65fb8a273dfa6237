using Tarn.Sdk.Tool.MachineCode;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// What the check knows of the way from a device to its handler: names in the architecture package (arch-x86_64/Interrupts), and what is
/// allowed there and nowhere else.
/// </summary>
internal static class InterruptPath
{
    /// <summary>The code that the processor's interrupt gates lead to.</summary>
    public const string Stubs = "tarn_interrupt_stubs";

    /// <summary>The table of addresses that the stubs call through.</summary>
    public const string HandlerTable = "tarn_interrupt_handlers";

    /// <summary>The generic class of which each claimed handler has an instantiation: the methods that a claim stores in the table.</summary>
    public const string ClaimedHandlers = "Tarn.Arch.X86_64.ClaimedHandler.Run*";

    /// <summary>What serves a vector that nobody has claimed: every image has it, and stores it in the table.</summary>
    public const string Unclaimed = "Tarn.Arch.X86_64.InterruptVectors.CountUnclaimed";

    /// <summary>
    /// What the processor pushes of itself: SS, RSP, RFLAGS, CS and RIP, and before them up to 8 bytes, for it aligns the stack to 16
    /// (Intel SDM volume 3, section 6.14.2).
    /// </summary>
    public const int ProcessorFrameSize = 5 * 8 + 8;

    /// <summary>
    /// Instructions that are dangerous anywhere but in one function: IRET at the end of the stubs, and STI where an interrupt lock is left,
    /// which is done only if interrupts were let in when it was taken. In a handler they were not.
    /// </summary>
    public static readonly IReadOnlyList<(string Function, HazardKind Hazard)> Allowed =
    [
        ("tarn_interrupt_common", HazardKind.ReturnsFromInterrupt),
        ("tarn_interrupts_restore", HazardKind.EnablesInterrupts),
    ];

    /// <summary>Functions that preserve every register: RhpStackProbe is called before a frame of more than a page is made, with the new
    /// stack pointer in R11.</summary>
    public static readonly IReadOnlyList<string> PreservingRegisters = ["RhpStackProbe"];
}
