using System;

namespace Tarn.Arch.X86_64;

/// <summary>What the processor forbids on top of the page tables.</summary>
[Flags]
public enum ProcessorProtections
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>CR0.WP: the kernel, too, does not write to pages that are read-only.</summary>
    WriteProtect = 1 << 0,

    /// <summary>EFER.NXE: pages may be marked as not executable.</summary>
    NoExecute = 1 << 1,

    /// <summary>CR4.SMEP: the kernel does not execute pages of ring 3.</summary>
    SupervisorModeExecutionPrevention = 1 << 2,

    /// <summary>CR4.SMAP: the kernel does not read or write pages of ring 3 unless it says that it wants to.</summary>
    SupervisorModeAccessPrevention = 1 << 3,

    /// <summary>CR4.UMIP: ring 3 does not learn where the descriptor tables are.</summary>
    UserModeInstructionPrevention = 1 << 4,
}
