namespace Tarn.Arch.X86_64;

/// <summary>Physical memory as the kernel sees it: all of it at one distance from its physical addresses.</summary>
/// <param name="offset">That distance in bytes.</param>
public readonly unsafe struct DirectMap(ulong offset) : ITableMemory
{
    private readonly ulong _offset = offset;

    /// <inheritdoc/>
    public PageTableEntry* TableAt(ulong physicalAddress) => (PageTableEntry*)(_offset + physicalAddress);
}
