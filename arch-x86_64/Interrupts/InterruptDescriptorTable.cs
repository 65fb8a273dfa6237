using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>The way of each of the 256 vectors: to its stub (InterruptStubs.s).</summary>
[StructLayout(LayoutKind.Explicit, Size = TableSize)]
public unsafe struct InterruptDescriptorTable
{
    /// <summary>How many vectors there are.</summary>
    public const int VectorCount = 256;

    /// <summary>Its size in bytes.</summary>
    public const int TableSize = VectorCount * 16;

    /// <summary>The vector by which ring 3 calls the kernel: <c>INT 0x80</c> (<see cref="IUserCallHandler"/>).</summary>
    public const int CallVector = 0x80;

    // How far apart the stubs lie, and the blocks of stubs (InterruptStubs.s).
    private const int StubSize = 4;
    private const int StubsPerBlock = 32;
    private const int BlockSize = StubsPerBlock * StubSize + 12;

    [FieldOffset(0)]
    private InterruptGate _first;

    /// <summary>Points every vector to its stub.</summary>
    /// <param name="stubs">The virtual address of vector 0's stub; the others follow, 4 bytes apart in blocks of 32.</param>
    public void PointTo(ulong stubs)
    {
        fixed (InterruptGate* gates = &_first)
        {
            for (var vector = 0; vector < VectorCount; vector++)
            {
                var exception = (ExceptionVector)vector;
                gates[vector] = new InterruptGate(stubs + OffsetOf(vector), StackOf(exception), PrivilegeLevelOf(vector));
            }
        }
    }

    private static ulong OffsetOf(int vector) => (ulong)(vector / StubsPerBlock * BlockSize + vector % StubsPerBlock * StubSize);

    private static InterruptStack StackOf(ExceptionVector vector) => vector switch
    {
        ExceptionVector.DoubleFault => InterruptStack.DoubleFault,
        ExceptionVector.PageFault => InterruptStack.PageFault,

        // As a page fault it may be an exception of C#, whose handler writes to the stack of the code that faulted.
        ExceptionVector.DivideError => InterruptStack.PageFault,
        ExceptionVector.NonMaskableInterrupt => InterruptStack.NonMaskableInterrupt,
        ExceptionVector.MachineCheck => InterruptStack.MachineCheck,
        _ => InterruptStack.Interrupted,
    };

    // Ring 3 may raise the two exceptions by INT3 and INTO. Any other INT there is a general protection fault.
    private static int PrivilegeLevelOf(int vector) =>
        vector is (int)ExceptionVector.Breakpoint or (int)ExceptionVector.Overflow or CallVector ? 3 : 0;
}
