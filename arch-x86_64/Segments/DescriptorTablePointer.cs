using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>What LGDT and LIDT read: where a descriptor table is (Intel SDM volume 3, section 2.4). Ten bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly struct DescriptorTablePointer
{
    private readonly ushort _limit;
    private readonly ulong _address;

    /// <param name="address">The table's virtual address.</param>
    /// <param name="size">Its size in bytes, 1 to 65536: the processor is told the offset of the last one.</param>
    internal DescriptorTablePointer(ulong address, int size)
    {
        _limit = (ushort)(size - 1);
        _address = address;
    }
}
