namespace Tarn.Kernel;

/// <summary>How full an allocator's range is, at one moment.</summary>
public readonly struct HeapUsage
{
    /// <summary>Bytes that cannot be handed out: blocks in use, in whole granules, and what the policy cannot use again yet.</summary>
    public nuint UsedBytes { get; init; }

    /// <summary>Bytes that could be handed out, if not in one piece. With <see cref="UsedBytes"/> they make up the range.</summary>
    public nuint FreeBytes { get; init; }

    /// <summary>Bytes of the largest block that is free in one piece, for alignments of up to a granule.</summary>
    /// <remarks>An allocator that merges free neighbours only when it must may have room for a larger one.</remarks>
    public nuint LargestFreeBlock { get; init; }

    /// <summary>Bytes from the range's start to the end of the highest block that there ever was.</summary>
    public nuint HighWaterMark { get; init; }
}
