namespace Tarn.Bench;

/// <summary>What came out of W4: the same for every allocator that meets every request.</summary>
public struct W4Result
{
    /// <summary>Requests that were met.</summary>
    public int Allocations;

    /// <summary>Requests that were not.</summary>
    public int Failures;

    /// <summary>Blocks that did not hold what had been written to them.</summary>
    public int CorruptBlocks;

    /// <summary>Blocks in use at the end.</summary>
    public int LiveBlocks;

    /// <summary>Their bytes, as they were asked for.</summary>
    public ulong LiveBytes;

    /// <summary>Where the random numbers are at the end.</summary>
    public ulong RandomState;
}
