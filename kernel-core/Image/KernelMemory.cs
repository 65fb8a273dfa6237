using Tarn.Arch.X86_64;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <summary>Physical memory and the kernel's address space, for the kernel's whole life.</summary>
internal static class KernelMemory
{
    /// <summary>Gives out frames of physical memory.</summary>
    internal static FrameAllocator Frames { get; private set; }

    /// <summary>The kernel's address space.</summary>
    internal static PageTables<DirectMap, FrameAllocator> AddressSpace { get; private set; }

    /// <summary>Leaves the loader's page tables for the kernel's own, and takes the loader's memory back. Nothing of it may be in use any more but the tables.</summary>
    internal static void Initialize(in BootInformation boot)
    {
        if (!FrameAllocator.TryCreate(boot.MemoryMap, boot.DirectMapOffset, out var frames))
        {
            Panic.Fail("the kernel cannot start: no usable region has room for the bookkeeping of frames");
        }

        if (!KernelAddressSpace.TryBuild(in boot, frames, out var space, out var error))
        {
            Panic.Fail($"the kernel cannot start: its page tables cannot be made: {error.Message}");
        }

        KernelAddressSpace.Activate(space.Root);
        frames.ReclaimBootloaderMemory(boot.MemoryMap);
        Frames = frames;
        AddressSpace = space;
    }
}
