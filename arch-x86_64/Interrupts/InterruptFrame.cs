using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>What an interrupt's stub leaves on the stack: every register of the interrupted code. What is changed here is changed there,
/// once the handler returns.</summary>
/// <remarks>From <see cref="Rip"/> on the processor pushed it (Intel SDM volume 3, section 6.14.2), the rest InterruptStubs.s, in the
/// reverse order.</remarks>
[StructLayout(LayoutKind.Sequential)]
public struct InterruptFrame
{
    /// <summary>How many registers it holds, 8 bytes each.</summary>
    public const int RegisterCount = 22;

    private const ulong RingMask = 3;

    /// <summary>The general registers.</summary>
    public ulong R15, R14, R13, R12, R11, R10, R9, R8, Rbp, Rdi, Rsi, Rdx, Rcx, Rbx, Rax;

    /// <summary>The interrupt's vector, 0 to 255.</summary>
    public ulong Vector;

    /// <summary>The processor's error code; 0 for vectors that have none.</summary>
    public ulong ErrorCode;

    /// <summary>Where the interrupted code goes on: for a fault the instruction that raised it, for a trap the one after it.</summary>
    public ulong Rip;

    /// <summary>The code segment; its two lowest bits are the ring.</summary>
    public ulong Cs;

    /// <summary>The flags.</summary>
    public ulong Rflags;

    /// <summary>The stack pointer.</summary>
    public ulong Rsp;

    /// <summary>The stack segment.</summary>
    public ulong Ss;

    /// <summary>Whether it was code in ring 3 that was interrupted.</summary>
    public readonly bool IsFromRing3 => (Cs & RingMask) == RingMask;
}
