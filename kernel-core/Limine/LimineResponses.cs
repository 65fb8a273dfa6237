using System.Runtime.InteropServices;

namespace Tarn.Boot;

/// <summary>The loader's name and version, each a zero-terminated string.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineBootloaderInformation
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>Zero-terminated.</summary>
    public byte* Name, Version;
}

/// <summary>The firmware: 0 BIOS, 1 32-bit UEFI, 2 64-bit UEFI.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LimineFirmwareType
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>0 BIOS, 1 32-bit UEFI, 2 64-bit UEFI.</summary>
    public ulong Type;
}

/// <summary>The memory map: an array of pointers to entries.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineMemoryMap
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>How many entries there are.</summary>
    public ulong Count;

    /// <summary>A pointer to each.</summary>
    public LimineMemoryMapEntry** Entries;
}

/// <summary>One range of physical memory.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LimineMemoryMapEntry
{
    /// <summary>Physical address of the first byte.</summary>
    public ulong Base;

    /// <summary>Length in bytes.</summary>
    public ulong Length;

    /// <summary>A value of <see cref="Kernel.MemoryRegionKind"/>.</summary>
    public ulong Type;
}

/// <summary>The higher-half direct map.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LimineDirectMap
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>The virtual address at which physical address 0 is seen.</summary>
    public ulong Offset;
}

/// <summary>Where the kernel was put.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LimineKernelAddress
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>The first byte of the kernel's first segment.</summary>
    public ulong PhysicalBase, VirtualBase;
}

/// <summary>The kernel's file.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineKernelFile
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>The file; its path and command line are zero-terminated.</summary>
    public LimineFile* File;
}

/// <summary>A file that the loader read, as far as Tarn looks at it: what follows says where on which disc it was found.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineFile
{
    /// <summary>The structure's revision.</summary>
    public ulong Revision;

    /// <summary>Where it was loaded.</summary>
    public void* Address;

    /// <summary>Its length in bytes.</summary>
    public ulong Size;

    /// <summary>Zero-terminated.</summary>
    public byte* Path, CommandLine;
}

/// <summary>ACPI's root pointer: a physical address from base revision 3 on, a direct-map address before.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LimineRootSystemDescriptionPointer
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>The address.</summary>
    public ulong Address;
}

/// <summary>The framebuffers that are on: an array of pointers.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineFramebuffers
{
    /// <summary>The response's revision.</summary>
    public ulong Revision;

    /// <summary>How many there are.</summary>
    public ulong Count;

    /// <summary>A pointer to each.</summary>
    public LimineFramebuffer** Entries;
}

/// <summary>One framebuffer, as far as Tarn looks at it: EDID and video modes follow.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct LimineFramebuffer
{
    /// <summary>Virtual address of the first pixel, in the direct map.</summary>
    public void* Address;

    /// <summary>Visible size in pixels, and bytes from one row to the next.</summary>
    public ulong Width, Height, Pitch;

    /// <summary>Bits of a pixel.</summary>
    public ushort BitsPerPixel;

    /// <summary>1: red, green and blue as the sizes and shifts say.</summary>
    public byte MemoryModel;

    /// <summary>Width in bits of each channel, and how far it is shifted left.</summary>
    public byte RedSize, RedShift, GreenSize, GreenShift, BlueSize, BlueShift;
}
