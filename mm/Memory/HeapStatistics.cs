using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>What a heap has done, and how full it is.</summary>
public readonly struct HeapStatistics
{
    /// <summary>How full the range is, as the allocator says.</summary>
    public HeapUsage Usage { get; init; }

    /// <summary>Bytes of the range so far.</summary>
    public nuint Size { get; init; }

    /// <summary>Bytes to which it may grow.</summary>
    public nuint MaximumSize { get; init; }

    /// <summary>Requests that were met.</summary>
    public ulong Allocations { get; init; }

    /// <summary>Requests that could not be met, for want of room or because they made no sense.</summary>
    public ulong Failures { get; init; }
}
