namespace Tarn.Kernel;

/// <summary>A range of physical memory and what it may be used for.</summary>
public readonly struct MemoryRegion
{
    /// <summary>Makes a region.</summary>
    /// <param name="start">First byte, a physical address.</param>
    /// <param name="length">Length in bytes; <paramref name="start"/> + <paramref name="length"/> does not pass 2^64.</param>
    /// <param name="kind">What it may be used for.</param>
    public MemoryRegion(ulong start, ulong length, MemoryRegionKind kind)
    {
        Start = start;
        Length = length;
        Kind = kind;
    }

    /// <summary>The first byte, a physical address.</summary>
    public ulong Start { get; }

    /// <summary>Length in bytes.</summary>
    public ulong Length { get; }

    /// <summary>What it may be used for.</summary>
    public MemoryRegionKind Kind { get; }

    /// <summary>The first byte after it.</summary>
    public ulong End => Start + Length;
}
