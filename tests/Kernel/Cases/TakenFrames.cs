using Tarn.Image;
using Tarn.Kernel;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Frames that a case holds back. Each holds the address of the one before: there may be no other memory left.</summary>
internal unsafe struct TakenFrames
{
    private ulong _last;

    /// <summary>Takes every frame that is free.</summary>
    internal static TakenFrames TakeAll()
    {
        TakenFrames taken = default;
        while (KernelMemory.Frames.TryAllocate(out var frame))
        {
            *DirectlyAt(frame.Start.Value) = taken._last;
            taken._last = frame.Start.Value;
        }

        return taken;
    }

    /// <summary>Frees one of them; there is one.</summary>
    internal void GiveOneBack()
    {
        var frame = PhysicalFrame<Size4KiB>.Truncate(_last);
        _last = *DirectlyAt(_last);
        KernelMemory.Frames.Free(frame);
    }

    /// <summary>Frees the others.</summary>
    internal void GiveAllBack()
    {
        while (_last != 0)
        {
            GiveOneBack();
        }
    }

    private static ulong* DirectlyAt(ulong address) => (ulong*)(Program.Boot.DirectMapOffset + address);
}
