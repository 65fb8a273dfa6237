namespace Tarn.Kernel;

/// <summary>What a range of physical memory may be used for. The values are those of the Limine boot protocol.</summary>
public enum MemoryRegionKind
{
    /// <summary>Free memory.</summary>
    Usable = 0,

    /// <summary>Not memory, or memory that is not ours: firmware, devices, and every kind that this kernel does not know.</summary>
    Reserved = 1,

    /// <summary>ACPI tables: free once they have been read.</summary>
    AcpiReclaimable = 2,

    /// <summary>Memory that the firmware keeps across sleep.</summary>
    AcpiNonVolatile = 3,

    /// <summary>Memory that the firmware found to be broken.</summary>
    Bad = 4,

    /// <summary>The loader's tables, stack and responses: free once the kernel has copied what it keeps of them.</summary>
    BootloaderReclaimable = 5,

    /// <summary>The kernel's image and the modules loaded with it.</summary>
    KernelAndModules = 6,

    /// <summary>A framebuffer.</summary>
    Framebuffer = 7,
}
