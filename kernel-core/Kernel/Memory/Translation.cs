namespace Tarn.Kernel;

/// <summary>Where a virtual address leads, and what may be done there.</summary>
public readonly struct Translation
{
    /// <summary>Makes a translation.</summary>
    public Translation(PhysicalAddress address, PageFlags flags, ulong pageSize)
    {
        Address = address;
        Flags = flags;
        PageSize = pageSize;
    }

    /// <summary>The physical address: the frame's start and the offset in the page.</summary>
    public PhysicalAddress Address { get; }

    /// <summary>What may be done with the page.</summary>
    public PageFlags Flags { get; }

    /// <summary>Bytes of the page: 4 KiB, 2 MiB or 1 GiB.</summary>
    public ulong PageSize { get; }
}
