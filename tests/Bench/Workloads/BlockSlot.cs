namespace Tarn.Bench;

/// <summary>A block that a workload holds.</summary>
public unsafe struct BlockSlot
{
    /// <summary>The block, or null.</summary>
    public ulong* Block;

    /// <summary>Bytes it was asked with.</summary>
    public uint Size;

    /// <summary>The alignment it was asked with.</summary>
    public uint Alignment;
}
