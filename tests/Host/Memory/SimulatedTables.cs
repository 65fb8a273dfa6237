using Tarn.Arch.X86_64;

namespace Tarn.Tests.Host.Memory;

/// <summary>Page tables in simulated memory. A table that lies in no frame that was taken is an error.</summary>
internal readonly unsafe struct SimulatedTables(SimulatedRam ram, FramePool pool) : ITableMemory
{
    public PageTableEntry* TableAt(ulong physicalAddress)
    {
        if (physicalAddress % 4096 != 0 || physicalAddress >= ram.Size || !pool.IsTaken(physicalAddress >> 12))
        {
            throw new InvalidOperationException($"There is no table at 0x{physicalAddress:x}.");
        }

        return (PageTableEntry*)(ram.Offset + physicalAddress);
    }
}
