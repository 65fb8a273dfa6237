using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>What the PVH boot ABI hands over: <c>struct hvm_start_info</c>, version 1 (Xen, public/arch-x86/hvm/start_info.h). All addresses are physical.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PvhStartInformation
{
    internal const uint ExpectedMagic = 0x336ec578;

    internal uint Magic;
    internal uint Version;
    internal uint Flags;
    internal uint ModuleCount;
    internal ulong Modules;
    internal ulong CommandLine;
    internal ulong RootSystemDescriptionPointer;
    internal ulong MemoryMap;
    internal uint MemoryMapCount;
    internal uint Reserved;
}

/// <summary>A module (QEMU's <c>-initrd</c>): <c>struct hvm_modlist_entry</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PvhModule
{
    internal ulong Address;
    internal ulong Size;
    internal ulong CommandLine;
    internal ulong Reserved;
}

/// <summary>A range of physical memory: <c>struct hvm_memmap_table_entry</c>. The types are those of the BIOS's E820 call.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PvhMemoryRange
{
    internal ulong Address;
    internal ulong Size;
    internal uint Type;
    internal uint Reserved;
}
