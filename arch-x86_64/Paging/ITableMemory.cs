namespace Tarn.Arch.X86_64;

/// <summary>How page tables are reached, of which only physical addresses are known: on the machine the direct map, in a host test an array.</summary>
public unsafe interface ITableMemory
{
    /// <summary>Bytes, and alignment, of a table.</summary>
    const int TableSize = 4096;

    /// <summary>The 512 entries of a table.</summary>
    /// <param name="physicalAddress">Where it lies; a multiple of <see cref="TableSize"/>.</param>
    PageTableEntry* TableAt(ulong physicalAddress);
}
