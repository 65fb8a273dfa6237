using System;

namespace Tarn.Kernel;

/// <summary>What may be done with a page. None of them is the strictest: the kernel may read it, and that is all.</summary>
/// <remarks>The values are the bits of an x86_64 page-table entry (with <see cref="Executable"/> inverted there), so that making one takes no table.</remarks>
[Flags]
public enum PageFlags : ulong
{
    /// <summary>The kernel may read the page.</summary>
    None = 0,

    /// <summary>It may be written. Never together with <see cref="Executable"/>.</summary>
    Writable = 1UL << 1,

    /// <summary>Ring 3 may do with it what the kernel may. (With SMAP and SMEP, the kernel then keeps away from it.)</summary>
    User = 1UL << 2,

    /// <summary>Writes go to memory at once and not when a cache line is evicted.</summary>
    WriteThrough = 1UL << 3,

    /// <summary>Nothing is cached: for the registers of devices.</summary>
    CacheDisabled = 1UL << 4,

    /// <summary>
    /// Nothing is cached, but writes are gathered, and reach memory in any order: for framebuffers. (The entry of the page attribute table that both bits
    /// pick. Where that table is not set up, it means that nothing is cached.)
    /// </summary>
    WriteCombining = WriteThrough | CacheDisabled,

    /// <summary>The same in every address space: the processor keeps its translation when it changes between them.</summary>
    Global = 1UL << 8,

    /// <summary>It may be executed. Never together with <see cref="Writable"/>.</summary>
    Executable = 1UL << 63,
}
