namespace Tarn.Boot;

/// <summary>Faults in a loader's answers with which no kernel can start.</summary>
public enum BootErrorKind
{
    /// <summary>None: the answers will do.</summary>
    None,

    /// <summary>The loader does not support the base revision asked for.</summary>
    BaseRevisionNotSupported,

    /// <summary>There is no memory map.</summary>
    MemoryMapMissing,

    /// <summary>The memory map has no entries, or a null pointer among them.</summary>
    MemoryMapMalformed,

    /// <summary>The memory map has more entries than the kernel keeps.</summary>
    MemoryMapTooLong,

    /// <summary>No region of the memory map is usable, not even one page.</summary>
    NoUsableMemory,

    /// <summary>There is no direct map of physical memory.</summary>
    DirectMapMissing,

    /// <summary>The direct map's offset is not page-aligned or not in the higher half.</summary>
    DirectMapMalformed,

    /// <summary>The loader does not say where the kernel lies.</summary>
    KernelAddressMissing,

    /// <summary>The kernel's addresses are not page-aligned, or not in the higher half.</summary>
    KernelAddressMalformed,
}
