using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>The control registers at one moment (Intel SDM volume 3, section 2.5).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ControlRegisters
{
    /// <summary>Modes of the processor.</summary>
    internal readonly ulong Cr0;

    /// <summary>The address of the last page fault.</summary>
    internal readonly ulong Cr2;

    /// <summary>The physical address of the top-level page table, and flags.</summary>
    internal readonly ulong Cr3;

    /// <summary>Extensions that are switched on.</summary>
    internal readonly ulong Cr4;

    private ControlRegisters(ulong cr0, ulong cr2, ulong cr3, ulong cr4)
    {
        Cr0 = cr0;
        Cr2 = cr2;
        Cr3 = cr3;
        Cr4 = cr4;
    }

    internal static ControlRegisters Read() => new(ReadCr0(), ReadCr2(), ReadCr3(), ReadCr4());

    [RuntimeImport("*", "tarn_read_cr0")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr0();

    [RuntimeImport("*", "tarn_read_cr2")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr2();

    [RuntimeImport("*", "tarn_read_cr3")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr3();

    [RuntimeImport("*", "tarn_read_cr4")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr4();
}
