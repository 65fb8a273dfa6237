using System.Runtime.InteropServices;

namespace Tarn.Boot;

/// <summary>All that the kernel asks of its loader: <c>tarn_limine_requests</c> of Requests.s, in the same order.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct LimineRequests
{
    /// <summary>Marks the base revision. A loader that knows of revision 3 makes the second word the revision by which it went.</summary>
    public ulong BaseRevisionMagic0, BaseRevisionMagic1;

    /// <summary>The revision asked for; the loader makes it 0 where it supports that one.</summary>
    public ulong BaseRevision;

    /// <summary>Who the loader is: <see cref="LimineBootloaderInformation"/>.</summary>
    public LimineRequest BootloaderInformation;

    /// <summary>The firmware underneath: <see cref="LimineFirmwareType"/>.</summary>
    public LimineRequest FirmwareType;

    /// <summary>Physical memory: <see cref="LimineMemoryMap"/>.</summary>
    public LimineRequest MemoryMap;

    /// <summary>Where all of memory is mapped: <see cref="LimineDirectMap"/>.</summary>
    public LimineRequest DirectMap;

    /// <summary>Where the kernel lies: <see cref="LimineKernelAddress"/>.</summary>
    public LimineRequest KernelAddress;

    /// <summary>The kernel's file and command line: <see cref="LimineKernelFile"/>.</summary>
    public LimineRequest KernelFile;

    /// <summary>ACPI's root pointer: <see cref="LimineRootSystemDescriptionPointer"/>.</summary>
    public LimineRequest RootSystemDescriptionPointer;

    /// <summary>Framebuffers: <see cref="LimineFramebuffers"/>.</summary>
    public LimineRequest Framebuffer;
}
