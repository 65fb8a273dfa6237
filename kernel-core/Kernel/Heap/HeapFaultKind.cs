namespace Tarn.Kernel;

/// <summary>Which invariant of an allocator is broken.</summary>
public enum HeapFaultKind
{
    /// <summary>None is.</summary>
    None,

    /// <summary>The allocator has not been given a range.</summary>
    NotInitialized,

    /// <summary>A free block, or its length, is no multiple of a granule.</summary>
    FreeBlockMisaligned,

    /// <summary>A free block lies outside the range, in part or whole.</summary>
    FreeBlockOutsideRange,

    /// <summary>Free blocks that are kept in the order of their addresses are not.</summary>
    FreeBlocksOutOfOrder,

    /// <summary>Two free blocks overlap.</summary>
    FreeBlocksOverlap,

    /// <summary>Two free blocks touch: they should have become one.</summary>
    FreeBlocksNotMerged,

    /// <summary>A free block's link back does not lead to the block that links to it, or a list has no end.</summary>
    FreeListBroken,

    /// <summary>A free block is in the list of other lengths.</summary>
    FreeBlockInWrongList,

    /// <summary>The index of lists that are not empty disagrees with the lists.</summary>
    ListIndexWrong,

    /// <summary>The length at a free block's start and the one at its end differ.</summary>
    LengthsDisagree,

    /// <summary>A free block's first or last granule is not marked in the map of boundaries.</summary>
    BoundaryMissing,

    /// <summary>The map of boundaries marks a granule that is neither the first nor the last of a free block.</summary>
    BoundaryStray,

    /// <summary>A block kept aside for quick reuse is misaligned, outside the range or also free elsewhere.</summary>
    CachedBlockInvalid,

    /// <summary>The number of blocks kept aside for quick reuse is not what is counted.</summary>
    CachedCountWrong,

    /// <summary>The lengths of the free blocks do not add up to the number of free bytes.</summary>
    FreeBytesWrong,

    /// <summary>The position up to which memory was handed out lies outside the range.</summary>
    PositionOutsideRange,

    /// <summary>The number of blocks in use is not what is counted.</summary>
    LiveBlocksWrong,

    /// <summary>A block that is in use is free as well. (Found only in DEBUG builds, which know what is in use.)</summary>
    UsedBlockIsFree,
}
