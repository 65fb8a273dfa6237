namespace Tarn.Kernel;

/// <summary>How a caller broke its promise to the heap.</summary>
public enum HeapMisuse
{
    /// <summary>The address lies outside the heap, or on no granule: the heap never handed it out.</summary>
    ForeignPointer,

    /// <summary>No block in use starts at the address: it was freed before, or points into the middle of a block.</summary>
    NotInUse,

    /// <summary>The block in use at the address has another size.</summary>
    WrongSize,
}
