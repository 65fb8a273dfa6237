using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Builds the kernel's own address space, in which each byte may be used for what it is there for and nothing else.</summary>
/// <remarks>
/// <code>
///   0xffff_ffff_8000_0000  the image       code: execute          (4-KiB pages; the guard page of each stack is not mapped)
///                                          read-only data: read
///                                          data, stacks: write
///   0xffff_8000_0000_0000  the direct map  memory: write          (2-MiB pages where they fit; at the loader's offset)
///                                          the image's code and read-only data: read
///   0x0000_0000_0000_0000  the lower half  nothing. The kernel may map there from 0x0000_4000_0000_0000 on; what lies below is ring 3's
///                                          (UserRange)
/// </code>
/// <para>
/// The direct map has what the memory map calls memory, the first MiB (the text screen and the BIOS's tables lie there) and the framebuffer, to which
/// writes are combined. Devices are not in it: who drives one maps it.
/// </para>
/// </remarks>
public static class KernelAddressSpace
{
    private const ulong FirstMebibyte = 1024 * 1024;

    /// <summary>Builds it. The processor still uses the loader's tables after that.</summary>
    /// <param name="boot">What the loader said.</param>
    /// <param name="frames">Where frames for page tables come from. The loader's direct map must reach them.</param>
    /// <param name="space">The address space.</param>
    /// <param name="error">Why it could not be built; the kernel cannot go on then, and what was built so far is not taken apart.</param>
    /// <returns>Whether it could.</returns>
    public static bool TryBuild<TFrames>(in BootInformation boot, TFrames frames, out PageTables<DirectMap, TFrames> space, out MapError error)
        where TFrames : struct, IFrameAllocator
    {
        if (!PageTables<DirectMap, TFrames>.TryCreate(new DirectMap(boot.DirectMapOffset), frames, out space))
        {
            error = MapError.FrameAllocationFailed;
            return false;
        }

        return TryMapImage(space, boot, out error) && TryMapMemory(space, boot, out error) && TryMapFramebuffer(space, boot, out error);
    }

    /// <summary>Has the processor use an address space in which the kernel lies where it does now. Translations from before are forgotten.</summary>
    /// <param name="root">The frame of its top-level table.</param>
    public static void Activate(PhysicalFrame<Size4KiB> root) => ActivatePageTables(root.Start.Value);

    private static bool TryMapImage<TSpace>(TSpace space, in BootInformation boot, out MapError error)
        where TSpace : struct, IAddressSpace
    {
        error = default;
        ref readonly var layout = ref ImageLayout.Current;
        for (var address = layout.ImageStart; address < layout.ImageEnd; address += Page<Size4KiB>.Size)
        {
            var page = Page<Size4KiB>.Containing(VirtualAddress.Truncate(address));
            var frame = PhysicalFrame<Size4KiB>.Truncate(address - boot.KernelVirtualBase + boot.KernelPhysicalBase);
            if (!IsGuard(address, layout) && !space.TryMap(page, frame, FlagsOf(address, layout) | PageFlags.Global, out error))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsGuard(ulong address, in ImageLayout layout)
    {
        foreach (ref readonly var stack in layout.Stacks)
        {
            if (stack.Guard == address)
            {
                return true;
            }
        }

        return false;
    }

    private static PageFlags FlagsOf(ulong address, in ImageLayout layout) =>
        address >= layout.TextStart && address < layout.TextEnd ? PageFlags.Executable
        : address >= layout.DataStart && address < layout.DataEnd ? PageFlags.Writable
        : PageFlags.None;

    private static bool TryMapMemory<TSpace>(TSpace space, in BootInformation boot, out MapError error)
        where TSpace : struct, IAddressSpace
    {
        // Neighbours are mapped in one go, so that a large page may reach from one to the next.
        ulong start = 0;
        var end = FirstMebibyte;
        foreach (ref readonly var region in boot.MemoryMap)
        {
            if (region.Kind is MemoryRegionKind.Reserved or MemoryRegionKind.Bad or MemoryRegionKind.Framebuffer || region.End <= end)
            {
                continue;
            }

            var regionStart = region.Start & ~(Page<Size4KiB>.Size - 1);
            if (regionStart > end)
            {
                if (!TryMapDirectly(space, boot, start, end, out error))
                {
                    return false;
                }

                start = regionStart;
            }

            end = (region.End + Page<Size4KiB>.Size - 1) & ~(Page<Size4KiB>.Size - 1);
        }

        return TryMapDirectly(space, boot, start, end, out error);
    }

    /// <summary>Maps a range of physical memory into the direct map: writable, apart from what the image may only read.</summary>
    private static bool TryMapDirectly<TSpace>(TSpace space, in BootInformation boot, ulong start, ulong end, out MapError error)
        where TSpace : struct, IAddressSpace
    {
        ref readonly var layout = ref ImageLayout.Current;
        var toPhysical = boot.KernelPhysicalBase - boot.KernelVirtualBase;

        // Text and read-only data are neighbours in front of the data, unwinding tables behind it.
        ReadOnlySpan<ulong> limits =
        [
            layout.ImageStart + toPhysical, layout.DataStart + toPhysical, layout.DataEnd + toPhysical, layout.ImageEnd + toPhysical, ulong.MaxValue,
        ];
        var flags = PageFlags.Writable;
        foreach (var limit in limits)
        {
            var part = Math.Min(end, limit);
            if (part > start)
            {
                if (!TryMapRange(space, boot.DirectMapOffset, start, part, flags | PageFlags.Global, out error))
                {
                    return false;
                }

                start = part;
            }

            flags ^= PageFlags.Writable;
        }

        error = default;
        return true;
    }

    private static bool TryMapRange<TSpace>(TSpace space, ulong offset, ulong start, ulong end, PageFlags flags, out MapError error)
        where TSpace : struct, IAddressSpace
    {
        error = default;
        while (start < end)
        {
            // The first 2 MiB are of several kinds of memory (the card's, the BIOS's), which one page should not span
            // (Intel SDM volume 3, section 11.11.9).
            var isLarge = (start | offset) % Page<Size2MiB>.Size == 0 && end - start >= Page<Size2MiB>.Size && start != 0;
            var isMapped = isLarge
                ? space.TryMap(PageAt<Size2MiB>(start + offset), PhysicalFrame<Size2MiB>.Truncate(start), flags, out error)
                : space.TryMap(PageAt<Size4KiB>(start + offset), PhysicalFrame<Size4KiB>.Truncate(start), flags, out error);
            if (!isMapped)
            {
                return false;
            }

            start += isLarge ? Page<Size2MiB>.Size : Page<Size4KiB>.Size;
        }

        return true;
    }

    /// <summary>Maps the framebuffer where the loader had it, unless the memory map calls it ordinary memory: then it is mapped already.</summary>
    private static bool TryMapFramebuffer<TSpace>(TSpace space, in BootInformation boot, out MapError error)
        where TSpace : struct, IAddressSpace
    {
        error = default;
        ref readonly var framebuffer = ref boot.Framebuffer;
        var end = framebuffer.Address + ((ulong)framebuffer.Pitch * framebuffer.Height);
        for (var page = framebuffer.Address & ~(Page<Size4KiB>.Size - 1); framebuffer.IsPresent && page < end; page += Page<Size4KiB>.Size)
        {
            var frame = PhysicalFrame<Size4KiB>.Truncate(page - boot.DirectMapOffset);
            if (!space.TryMap(PageAt<Size4KiB>(page), frame, PageFlags.Writable | PageFlags.WriteCombining | PageFlags.Global, out error)
                && error.Kind is not (MapErrorKind.PageAlreadyMapped or MapErrorKind.ParentEntryHugePage))
            {
                return false;
            }
        }

        return true;
    }

    private static Page<TSize> PageAt<TSize>(ulong address)
        where TSize : struct, IPageSize => Page<TSize>.Containing(VirtualAddress.Truncate(address));

    [RuntimeImport("*", "tarn_activate_page_tables")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void ActivatePageTables(ulong root);
}
