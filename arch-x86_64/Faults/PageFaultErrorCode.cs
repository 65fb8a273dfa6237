using System;

namespace Tarn.Arch.X86_64;

/// <summary>The error code of a page fault (Intel SDM volume 3, section 4.7).</summary>
[Flags]
internal enum PageFaultErrorCode : uint
{
    None = 0,

    /// <summary>The page is mapped, but not for this; else it is not mapped.</summary>
    Present = 1 << 0,

    /// <summary>A write; else a read.</summary>
    Write = 1 << 1,

    /// <summary>In ring 3.</summary>
    User = 1 << 2,

    /// <summary>An entry of the page tables has a reserved bit set.</summary>
    ReservedBit = 1 << 3,

    /// <summary>An instruction fetch.</summary>
    InstructionFetch = 1 << 4,

    /// <summary>A protection key forbids it.</summary>
    ProtectionKey = 1 << 5,

    /// <summary>An access to a shadow stack.</summary>
    ShadowStack = 1 << 6,
}
