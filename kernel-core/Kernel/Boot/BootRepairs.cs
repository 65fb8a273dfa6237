using System;

namespace Tarn.Kernel;

/// <summary>Faults in a loader's answers that could be put right. The kernel says each of them at boot.</summary>
[Flags]
public enum BootRepairs
{
    /// <summary>Nothing was wrong.</summary>
    None = 0,

    /// <summary>The memory map was not sorted by address; it was sorted.</summary>
    RegionsSorted = 1 << 0,

    /// <summary>Regions overlapped; where they did, the kind that forbids more holds.</summary>
    OverlapsResolved = 1 << 1,

    /// <summary>Regions of a kind that the protocol does not know count as reserved.</summary>
    UnknownKindsReserved = 1 << 2,

    /// <summary>Empty regions were left out.</summary>
    EmptyRegionsDropped = 1 << 3,

    /// <summary>Regions that passed the end of the address space were cut off there.</summary>
    RegionsCut = 1 << 4,

    /// <summary>Usable regions did not begin and end at a page; they were shrunk to whole pages.</summary>
    UsableRegionsAligned = 1 << 5,

    /// <summary>The command line was longer than the kernel keeps; its end is missing.</summary>
    CommandLineCut = 1 << 6,

    /// <summary>A framebuffer that cannot be one (no address, no size, a pitch shorter than a row) was left out.</summary>
    FramebufferIgnored = 1 << 7,
}
