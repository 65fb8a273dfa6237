using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>Where an interrupt goes: one entry of the interrupt descriptor table (Intel SDM volume 3, section 6.14.1). Interrupts are off
/// on arrival.</summary>
/// <remarks>
/// <code>
///   127                                          96 95                                     64
///   ┌──────────────────────────────────────────────┬─────────────────────────────────────────┐
///   │ reserved                                     │ offset 63:32                            │
///   └──────────────────────────────────────────────┴─────────────────────────────────────────┘
///   63                    48 47 46 45 44 43       40 39  35 34 32 31              16 15         0
///   ┌───────────────────────┬──┬─────┬──┬───────────┬──────┬─────┬──────────────────┬────────────┐
///   │ offset 31:16          │P │ DPL │0 │ type 14   │      │ IST │ code selector    │ offset 15:0│
///   └───────────────────────┴──┴─────┴──┴───────────┴──────┴─────┴──────────────────┴────────────┘
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct InterruptGate
{
    private const int SelectorShift = 16;
    private const int StackShift = 32;
    private const ulong InterruptGateType = 14UL << 40;
    private const int PrivilegeLevelShift = 45;
    private const ulong Present = 1UL << 47;
    private const ulong LowOffset = 0xFFFF;
    private const ulong MiddleOffset = 0xFFFF_0000;
    private const int MiddleOffsetShift = 32;

    private readonly ulong _low;
    private readonly ulong _high;

    /// <summary>A gate to the kernel's code.</summary>
    /// <param name="offset">The virtual address that is jumped to.</param>
    /// <param name="stack">The stack that is switched to.</param>
    /// <param name="privilegeLevel">The outermost ring that may come through by an INT instruction: 0 or 3. Interrupts and exceptions
    /// always may.</param>
    public InterruptGate(ulong offset, InterruptStack stack, int privilegeLevel)
    {
        _low = Present | InterruptGateType | (offset & LowOffset) | (offset & MiddleOffset) << MiddleOffsetShift |
            (ulong)SegmentSelector.KernelCode.Value << SelectorShift | (ulong)stack << StackShift |
            (ulong)privilegeLevel << PrivilegeLevelShift;
        _high = offset >> 32;
    }
}
