using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Boot;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Does for QEMU's direct boot what a Limine loader does: page tables, and answers to the kernel's requests.</summary>
/// <remarks>
/// It runs before everything else, called by Pvh.s with the first GiB mapped at 0, at <see cref="DirectMap"/> and at the kernel's base:
/// no heap, no statics that need initialising, no console. What goes wrong here is left unanswered, and the kernel, which asks, says so.
/// Its tables and responses lie in memory marked as the bootloader's, so the kernel may take it all back.
/// </remarks>
internal static unsafe class PvhLoader
{
    private const ulong DirectMap = 0xffff_8000_0000_0000;
    private const ulong KernelBase = 0xffff_ffff_8000_0000;
    private const ulong PageSize = 4096;
    private const ulong LargePageSize = 2 * 1024 * 1024;
    private const ulong EarlyLimit = 1UL << 30;

    /// <summary>The direct map covers at least this, as Limine's does: devices lie below 4 GiB.</summary>
    private const ulong MinimumDirectMap = 4UL << 30;

    /// <summary>One entry of the top-level table: what the direct map covers at most here.</summary>
    private const ulong MaximumDirectMap = 512UL << 30;

    private const int MaximumRegions = BootInformation.MaximumRegions;

    private const ulong Present = 1UL << 0, Writable = 1UL << 1, Large = 1UL << 7, NoExecute = 1UL << 63;

    /// <summary>Loads.</summary>
    /// <param name="startInformation">Physical address of the start information.</param>
    /// <param name="requests">The kernel's requests: the base revision tag, then requests up to <paramref name="requestsEnd"/>.</param>
    /// <param name="requestsEnd">The end marker of the requests.</param>
    /// <param name="layout">Where the image's segments lie.</param>
    /// <returns>Physical address of the top-level page table to switch to.</returns>
    [RuntimeExport("tarn_pvh_load")]
    internal static ulong Load(ulong startInformation, ulong* requests, byte* requestsEnd, ImageLayout* layout)
    {
        var information = (PvhStartInformation*)(DirectMap + startInformation);
        var regions = stackalloc MemoryRegion[MaximumRegions];
        var map = new Span<MemoryRegion>(regions, MaximumRegions);
        var count = 0;
        if (information->Magic == PvhStartInformation.ExpectedMagic)
        {
            count = ReadMemoryMap(information, map, layout);
        }

        var repairs = BootRepairs.None;
        var directMapEnd = DirectMapEnd(map[..count]);
        if (count == 0 || count == MaximumRegions || !MemoryMapNormalizer.TryNormalize(map, ref count, ref repairs))
        {
            count = 0;
        }

        var poolSize = PagesNeeded(directMapEnd, layout) * PageSize;
        if (!TryFindPool(map[..count], poolSize, out var poolStart))
        {
            // Nothing can be answered without memory for the answers. The early tables stay; the kernel finds no memory map.
            return ReadCr3();
        }

        map[count++] = new MemoryRegion(poolStart, poolSize, MemoryRegionKind.BootloaderReclaimable);
        var fits = MemoryMapNormalizer.TryNormalize(map, ref count, ref repairs);
        var pool = new BootPool((byte*)(DirectMap + poolStart), poolSize);
        AnswerRequests(requests, requestsEnd, information, fits ? map[..count] : default, layout, ref pool);
        return BuildPageTables(directMapEnd, layout, ref pool);
    }

    private static int ReadMemoryMap(PvhStartInformation* information, Span<MemoryRegion> map, ImageLayout* layout)
    {
        var count = 0;

        // Page 0 holds the real mode's interrupt vectors and the BIOS data area. No loader gives it away.
        map[count++] = new MemoryRegion(0, PageSize, MemoryRegionKind.Reserved);
        map[count++] = new MemoryRegion(layout->ImageStart - KernelBase, layout->ImageEnd - layout->ImageStart, MemoryRegionKind.KernelAndModules);

        var modules = (PvhModule*)(DirectMap + information->Modules);
        for (uint i = 0; i < information->ModuleCount && count < map.Length; i++)
        {
            map[count++] = new MemoryRegion(modules[i].Address, modules[i].Size, MemoryRegionKind.KernelAndModules);
        }

        var ranges = (PvhMemoryRange*)(DirectMap + information->MemoryMap);
        for (uint i = 0; i < information->MemoryMapCount && count < map.Length; i++)
        {
            if (ranges[i].Size != 0)
            {
                map[count++] = new MemoryRegion(ranges[i].Address, ranges[i].Size, KindOf(ranges[i].Type));
            }
        }

        return count;
    }

    /// <summary>The types of the BIOS's E820 call (ACPI specification, section 15).</summary>
    private static MemoryRegionKind KindOf(uint type) => type switch
    {
        1 => MemoryRegionKind.Usable,
        3 => MemoryRegionKind.AcpiReclaimable,
        4 => MemoryRegionKind.AcpiNonVolatile,
        5 => MemoryRegionKind.Bad,
        _ => MemoryRegionKind.Reserved,
    };

    private static ulong DirectMapEnd(ReadOnlySpan<MemoryRegion> map)
    {
        var end = MinimumDirectMap;
        foreach (ref readonly var region in map)
        {
            if (region.Kind == MemoryRegionKind.Usable)
            {
                end = Math.Max(end, region.End);
            }
        }

        return Math.Min(RoundUp(end, EarlyLimit), MaximumDirectMap);
    }

    /// <summary>The tables below, and room for the answers: at most 256 regions and the command line.</summary>
    private static ulong PagesNeeded(ulong directMapEnd, ImageLayout* layout)
    {
        const ulong TopTables = 4; // the top level, the direct map's second, the kernel's second and third
        const ulong Answers = 8;
        var directoriesOfDirectMap = directMapEnd / EarlyLimit;
        var tablesOfKernel = (RoundUp(layout->ImageEnd, LargePageSize) - (layout->ImageStart & ~(LargePageSize - 1))) / LargePageSize;
        return TopTables + directoriesOfDirectMap + tablesOfKernel + Answers;
    }

    /// <summary>Takes the end of the highest usable region that the early tables reach.</summary>
    private static bool TryFindPool(ReadOnlySpan<MemoryRegion> map, ulong size, out ulong start)
    {
        for (var i = map.Length - 1; i >= 0; i--)
        {
            var end = Math.Min(map[i].End, EarlyLimit);
            if (map[i].Kind == MemoryRegionKind.Usable && end > map[i].Start && end - map[i].Start >= size)
            {
                start = end - size;
                return true;
            }
        }

        start = 0;
        return false;
    }

    private static void AnswerRequests(
        ulong* requests, byte* requestsEnd, PvhStartInformation* information, ReadOnlySpan<MemoryRegion> map, ImageLayout* layout, ref BootPool pool)
    {
        // { magic, magic, revision }: this shim speaks 0 to 2, and leaves a later one as it is, as loaders do.
        if (requests[2] <= LimineParser.LeastBaseRevision)
        {
            requests[2] = 0;
        }

        for (var request = (LimineRequest*)(requests + 3); (byte*)(request + 1) <= requestsEnd; request++)
        {
            request->Response = request->Id2 switch
            {
                LimineRequest.BootloaderInformationId => AnswerBootloader(ref pool),
                LimineRequest.FirmwareTypeId => pool.Take<LimineFirmwareType>(),
                LimineRequest.MemoryMapId => AnswerMemoryMap(map, ref pool),
                LimineRequest.DirectMapId => AnswerDirectMap(ref pool),
                LimineRequest.KernelAddressId => AnswerKernelAddress(layout, ref pool),
                LimineRequest.KernelFileId => AnswerKernelFile(information, ref pool),
                LimineRequest.RootSystemDescriptionPointerId => AnswerRootPointer(information, ref pool),
                _ => null,
            };
        }
    }

    private static void* AnswerBootloader(ref BootPool pool)
    {
        var response = pool.Take<LimineBootloaderInformation>();
        response->Name = pool.TakeString("QEMU direct boot"u8);
        response->Version = pool.TakeString("(PVH)"u8);
        return response;
    }

    private static void* AnswerMemoryMap(ReadOnlySpan<MemoryRegion> map, ref BootPool pool)
    {
        if (map.Length == 0)
        {
            return null;
        }

        var response = pool.Take<LimineMemoryMap>();
        response->Count = (ulong)map.Length;
        response->Entries = (LimineMemoryMapEntry**)pool.TakeBytes((uint)map.Length * 8);
        for (var i = 0; i < map.Length; i++)
        {
            var entry = pool.Take<LimineMemoryMapEntry>();
            entry->Base = map[i].Start;
            entry->Length = map[i].Length;
            entry->Type = (ulong)map[i].Kind;
            response->Entries[i] = entry;
        }

        return response;
    }

    private static void* AnswerDirectMap(ref BootPool pool)
    {
        var response = pool.Take<LimineDirectMap>();
        response->Offset = DirectMap;
        return response;
    }

    private static void* AnswerKernelAddress(ImageLayout* layout, ref BootPool pool)
    {
        var response = pool.Take<LimineKernelAddress>();
        response->PhysicalBase = layout->ImageStart - KernelBase;
        response->VirtualBase = layout->ImageStart;
        return response;
    }

    private static void* AnswerKernelFile(PvhStartInformation* information, ref BootPool pool)
    {
        // Longer than a kernel looks at, so that it sees (and says) that the line is too long.
        const int MaximumLength = BootInformation.MaximumCommandLineLength + 1;
        var response = pool.Take<LimineKernelFile>();
        response->File = pool.Take<LimineFile>();
        response->File->Path = pool.TakeString(default);
        var text = (byte*)(DirectMap + information->CommandLine);
        var length = 0;
        while (information->CommandLine != 0 && length < MaximumLength && text[length] != 0)
        {
            length++;
        }

        response->File->CommandLine = pool.TakeString(new ReadOnlySpan<byte>(text, length));
        return response;
    }

    private static void* AnswerRootPointer(PvhStartInformation* information, ref BootPool pool)
    {
        if (information->RootSystemDescriptionPointer == 0)
        {
            return null;
        }

        var response = pool.Take<LimineRootSystemDescriptionPointer>();
        response->Address = DirectMap + information->RootSystemDescriptionPointer;
        return response;
    }

    /// <summary>Four levels: the direct map in 2-MiB pages, writable and never executed; the image in 4-KiB pages, each segment with its own permissions.</summary>
    private static ulong BuildPageTables(ulong directMapEnd, ImageLayout* layout, ref BootPool pool)
    {
        var top = TakeTable(ref pool);
        var directPointers = TakeTable(ref pool);
        top[Index(DirectMap, 39)] = Entry(directPointers, Present | Writable);
        for (ulong address = 0; address < directMapEnd; address += LargePageSize)
        {
            var pointer = &directPointers[Index(DirectMap + address, 30)];
            if (*pointer == 0)
            {
                *pointer = Entry(TakeTable(ref pool), Present | Writable);
            }

            TableOf(*pointer)[Index(DirectMap + address, 21)] = address | Present | Writable | Large | NoExecute;
        }

        var kernelPointers = TakeTable(ref pool);
        var kernelDirectory = TakeTable(ref pool);
        top[Index(KernelBase, 39)] = Entry(kernelPointers, Present | Writable);
        kernelPointers[Index(KernelBase, 30)] = Entry(kernelDirectory, Present | Writable);
        for (var address = layout->ImageStart; address < layout->ImageEnd; address += PageSize)
        {
            var directory = &kernelDirectory[Index(address, 21)];
            if (*directory == 0)
            {
                *directory = Entry(TakeTable(ref pool), Present | Writable);
            }

            TableOf(*directory)[Index(address, 12)] = (address - KernelBase) | PermissionsOf(address, layout);
        }

        return (ulong)top - DirectMap;
    }

    private static ulong PermissionsOf(ulong address, ImageLayout* layout)
    {
        if (address >= layout->TextStart && address < layout->TextEnd)
        {
            return Present;
        }

        return address >= layout->DataStart && address < layout->DataEnd ? Present | Writable | NoExecute : Present | NoExecute;
    }

    private static ulong* TakeTable(ref BootPool pool) => (ulong*)pool.TakePage();

    private static ulong Entry(ulong* table, ulong flags) => ((ulong)table - DirectMap) | flags;

    private static ulong* TableOf(ulong entry) => (ulong*)(DirectMap + (entry & 0x000f_ffff_ffff_f000));

    private static int Index(ulong address, int shift) => (int)(address >> shift) & 511;

    private static ulong RoundUp(ulong value, ulong unit) => (value + unit - 1) / unit * unit;

    [RuntimeImport("*", "tarn_read_cr3")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr3();
}
