using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>One page of the kernel's address space that shows whatever physical memory is asked for: the direct map has no reserved memory, where
/// firmware keeps its tables.</summary>
internal readonly unsafe struct PhysicalMemoryWindow : IPhysicalMemory
{
    /// <summary>In a quarter of the lower half that nothing else is in.</summary>
    private const ulong Address = 0x4666_6666_0000;

    private static ulong s_frame;
    private static bool s_isMapped;

    /// <inheritdoc/>
    public bool TryReadByte(ulong address, out byte value)
    {
        value = 0;
        if (address > PhysicalAddress.Maximum)
        {
            return false;
        }

        var frame = PhysicalFrame<Size4KiB>.Truncate(address);
        if ((!s_isMapped || s_frame != frame.Number) && !TryMove(frame))
        {
            return false;
        }

        value = *((byte*)Address + (address & (PhysicalFrame<Size4KiB>.Size - 1)));
        return true;
    }

    private static bool TryMove(PhysicalFrame<Size4KiB> frame)
    {
        var page = new Page<Size4KiB>(new VirtualAddress(Address));
        if (s_isMapped && KernelMemory.AddressSpace.TryUnmap(page, out _, out var flush, out _))
        {
            flush.Settle();
        }

        s_isMapped = KernelMemory.AddressSpace.TryMap(page, frame, PageFlags.None, out _);
        s_frame = frame.Number;
        return s_isMapped;
    }
}
