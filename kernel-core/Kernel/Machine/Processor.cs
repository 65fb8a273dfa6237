using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>What the core needs of the processor: link-time symbols that the architecture package defines in assembly.</summary>
/// <remarks>The one file of the core that a host test replaces: there, another class of this name stands in for the machine.</remarks>
internal static unsafe class Processor
{
    /// <summary>Masks interrupts on this processor.</summary>
    /// <returns>The flags before, for <see cref="RestoreInterrupts"/>.</returns>
    [RuntimeImport("*", "tarn_interrupts_save_and_disable")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern nuint SaveAndDisableInterrupts();

    /// <summary>Lets interrupts in again if <paramref name="flags"/> say that they were let in before.</summary>
    [RuntimeImport("*", "tarn_interrupts_restore")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RestoreInterrupts(nuint flags);

    /// <summary>Stops this processor for good: masks interrupts and halts, again should anything wake it.</summary>
    [DoesNotReturn]
    [RuntimeImport("*", "tarn_halt_forever")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void HaltForever();

    /// <summary>Where the kernel's epitaph goes: the symbol <c>tarn_epitaph</c>.</summary>
    [RuntimeImport("*", "tarn_get_epitaph")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Epitaph* GetEpitaph();

    /// <summary>Stores the caller's registers, in the order of the epitaph.</summary>
    /// <param name="registers">Room for <see cref="Epitaph.MaximumRegisters"/>.</param>
    /// <returns>How many were stored.</returns>
    [RuntimeImport("*", "tarn_capture_registers")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int CaptureRegisters(ulong* registers);

    /// <summary>Has the processor forget how it translated an address (INVLPG).</summary>
    /// <param name="address">Any address in the page.</param>
    [RuntimeImport("*", "tarn_invalidate_page")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void InvalidatePage(ulong address);

    /// <summary>Collects the frames of a stack, the innermost first; none in an image without the unwinder.</summary>
    /// <param name="registers">The innermost frame's, in the order of the epitaph.</param>
    /// <param name="addresses">For each frame, an address inside the instruction that it is at.</param>
    /// <param name="capacity">How many fit.</param>
    /// <returns>How many were collected.</returns>
    [RuntimeImport("*", "tarn_walk_stack")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int WalkStack(ulong* registers, ulong* addresses, int capacity);
}
