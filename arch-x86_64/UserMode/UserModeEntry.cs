using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>Where ring 3 is entered, as <c>tarn_enter_user_mode</c> (UserMode.s) takes it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UserModeEntry
{
    /// <summary>The physical address of the top-level page table.</summary>
    internal ulong Root;

    /// <summary>What is in RDI.</summary>
    internal ulong Argument;

    /// <summary>The first instruction.</summary>
    internal ulong Rip;

    /// <summary>Ring 3's code segment.</summary>
    internal ulong Cs;

    /// <summary>The stack pointer.</summary>
    internal ulong Rsp;

    /// <summary>Ring 3's stack segment.</summary>
    internal ulong Ss;
}
