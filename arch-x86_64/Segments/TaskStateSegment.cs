using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>The stacks that the processor switches to by itself (Intel SDM volume 3, section 8.7). 104 bytes, unaligned by
/// design.</summary>
/// <remarks>
/// <code>
///     0  reserved
///     4  RSP0   the stack of an interrupt that comes while ring 3 runs
///    12  RSP1, RSP2: of rings that nobody uses
///    28  reserved
///    36  IST1   double fault             (InterruptStack, in its order)
///    44  IST2   page fault
///    52  IST3   non-maskable interrupt
///    60  IST4   machine check
///    68  IST5 to IST7: not used
///    92  reserved
///   102  offset of the port permission map; none where it lies beyond the segment's end
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = SegmentSize)]
public struct TaskStateSegment
{
    /// <summary>Its size in bytes.</summary>
    public const int SegmentSize = 104;

    [FieldOffset(4)]
    private ulong _privilegedStack;

    [FieldOffset(36)]
    private ulong _doubleFaultStack;

    [FieldOffset(44)]
    private ulong _pageFaultStack;

    [FieldOffset(52)]
    private ulong _nonMaskableInterruptStack;

    [FieldOffset(60)]
    private ulong _machineCheckStack;

    [FieldOffset(102)]
    private ushort _portMapOffset;

    /// <summary>RSP0: the top of the stack that an interrupt from ring 3 is served on. 0 until somebody is about to enter ring 3.</summary>
    [UnscopedRef]
    public ref ulong PrivilegedStack => ref _privilegedStack;

    /// <summary>Sets an entry of the interrupt stack table.</summary>
    /// <param name="stack">Which one; not <see cref="InterruptStack.Interrupted"/>.</param>
    /// <param name="top">The top of the stack; 16-byte aligned.</param>
    public void SetInterruptStack(InterruptStack stack, ulong top)
    {
        switch (stack)
        {
            case InterruptStack.DoubleFault:
                _doubleFaultStack = top;
                break;

            case InterruptStack.PageFault:
                _pageFaultStack = top;
                break;

            case InterruptStack.NonMaskableInterrupt:
                _nonMaskableInterruptStack = top;
                break;

            case InterruptStack.MachineCheck:
                _machineCheckStack = top;
                break;
        }
    }

    /// <summary>Lets ring 3 use no port at all: there is no permission map.</summary>
    public void DenyPorts() => _portMapOffset = SegmentSize;
}
