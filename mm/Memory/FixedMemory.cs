using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>
/// The source of a heap whose memory is all there from the start, as everything in the direct map is. Nothing needs to be done.
/// </summary>
public readonly unsafe struct FixedMemory : IHeapSource
{
    /// <inheritdoc/>
    /// <returns>True.</returns>
    public bool TryCommit(byte* start, nuint size) => true;

    /// <inheritdoc/>
    public void Decommit(byte* start, nuint size)
    {
    }
}
