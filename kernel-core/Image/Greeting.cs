using System;
using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>What the kernel says first: itself, who booted it, and on what memory.</summary>
internal static class Greeting
{
    private const int KibiByte = 1024;

    internal static void Print(in BootInformation boot, ProcessorProtections protections)
    {
        Console.WriteLine($"Tarn 0.1.0 (x86_64, {KernelHeap.AllocatorName} heap)");
        Console.WriteLine($"Booted by {boot.LoaderName} on {NameOf(boot.Firmware)}, Limine protocol revision {boot.BaseRevision}");
        Console.WriteLine($"Command line: {boot.CommandLine.Text}");
        Console.WriteLine($"Kernel at 0x{boot.KernelVirtualBase:x16}, physical 0x{boot.KernelPhysicalBase:x}");
        Console.WriteLine($"Direct map of physical memory at 0x{boot.DirectMapOffset:x16}");
        Console.WriteLine("Memory map:");
        foreach (ref readonly var region in boot.MemoryMap)
        {
            Console.WriteLine($"  0x{region.Start:x12}-0x{region.End - 1:x12} {region.Length / KibiByte,9} KiB  {NameOf(region.Kind)}");
        }

        Console.WriteLine($"Usable memory: {boot.UsableBytes / KibiByte} KiB");
        PrintProtections(protections);
        PrintRepairs(boot.Repairs);
    }

    private static void PrintProtections(ProcessorProtections protections)
    {
        Console.Write("Processor protections:");
        for (var bit = 1; bit <= (int)ProcessorProtections.UserModeInstructionPrevention; bit <<= 1)
        {
            if ((protections & (ProcessorProtections)bit) != 0)
            {
                Console.Write($"{NameOf((ProcessorProtections)bit)}");
            }
        }

        Console.WriteLine();
    }

    private static ReadOnlySpan<byte> NameOf(ProcessorProtections protection) => protection switch
    {
        ProcessorProtections.WriteProtect => " WP"u8,
        ProcessorProtections.NoExecute => " NX"u8,
        ProcessorProtections.SupervisorModeExecutionPrevention => " SMEP"u8,
        ProcessorProtections.SupervisorModeAccessPrevention => " SMAP"u8,
        _ => " UMIP"u8,
    };

    private static void PrintRepairs(BootRepairs repairs)
    {
        for (var bit = 1; bit <= (int)BootRepairs.FramebufferIgnored; bit <<= 1)
        {
            var repair = repairs & (BootRepairs)bit;
            if (repair != BootRepairs.None)
            {
                Console.WriteLine($"The loader's answers were put right: {WordsFor(repair)}");
            }
        }
    }

    private static ReadOnlySpan<byte> NameOf(MemoryRegionKind kind) => kind switch
    {
        MemoryRegionKind.Usable => "usable"u8,
        MemoryRegionKind.AcpiReclaimable => "ACPI tables"u8,
        MemoryRegionKind.AcpiNonVolatile => "ACPI non-volatile"u8,
        MemoryRegionKind.Bad => "bad"u8,
        MemoryRegionKind.BootloaderReclaimable => "bootloader, reclaimable"u8,
        MemoryRegionKind.KernelAndModules => "kernel and modules"u8,
        MemoryRegionKind.Framebuffer => "framebuffer"u8,
        _ => "reserved"u8,
    };

    private static ReadOnlySpan<byte> NameOf(FirmwareKind kind) => kind switch
    {
        FirmwareKind.Bios => "BIOS"u8,
        FirmwareKind.Uefi32 => "UEFI (32 bits)"u8,
        FirmwareKind.Uefi64 => "UEFI"u8,
        _ => "unknown firmware"u8,
    };

    private static ReadOnlySpan<byte> WordsFor(BootRepairs repair) => repair switch
    {
        BootRepairs.RegionsSorted => "the memory map was not sorted"u8,
        BootRepairs.OverlapsResolved => "regions of the memory map overlapped"u8,
        BootRepairs.UnknownKindsReserved => "regions of an unknown kind count as reserved"u8,
        BootRepairs.EmptyRegionsDropped => "empty regions were left out"u8,
        BootRepairs.RegionsCut => "regions beyond the last physical address were cut off"u8,
        BootRepairs.UsableRegionsAligned => "usable regions were shrunk to whole pages"u8,
        BootRepairs.CommandLineCut => "the command line was too long, its end is missing"u8,
        _ => "a framebuffer that cannot be one was left out"u8,
    };
}
