using Tarn.Kernel;
using Tarn.Monitor;

namespace Tarn.Image;

/// <summary>The kernel's memory, for the monitor.</summary>
internal sealed class MemoryReport : IMemoryReport
{
    /// <inheritdoc/>
    public ulong FreeFrames => KernelMemory.Frames.FreeFrames;

    /// <inheritdoc/>
    public ulong TotalFrames => KernelMemory.Frames.TotalFrames;

    /// <inheritdoc/>
    public string AllocatorName => KernelHeap.AllocatorName;

    /// <inheritdoc/>
    public ulong HeapSize => KernelHeap.Statistics.Size;

    /// <inheritdoc/>
    public ulong HeapMaximumSize => KernelHeap.MaximumSize;

    /// <inheritdoc/>
    public HeapUsage HeapUsage => KernelHeap.Statistics.Usage;

    /// <inheritdoc/>
    public ulong Allocations => KernelHeap.Statistics.Allocations;

    /// <inheritdoc/>
    public ulong FailedAllocations => KernelHeap.Statistics.Failures;

#if TARN_COLLECTOR
    /// <inheritdoc/>
    public bool HasCollector => true;

    /// <inheritdoc/>
    public int Collections => KernelHeap.Collections;

    /// <inheritdoc/>
    public ulong KeptObjects => KernelHeap.LastCollection.LiveObjects;

    /// <inheritdoc/>
    public ulong KeptBytes => KernelHeap.UsedAfterCollection;

    /// <inheritdoc/>
    public ulong SweptBytes => KernelHeap.LastCollection.SweptBytes;

    /// <inheritdoc/>
    public ulong FindObjectFault() => KernelHeap.FindObjectFault();
#else
    /// <inheritdoc/>
    public bool HasCollector => false;

    /// <inheritdoc/>
    public int Collections => 0;

    /// <inheritdoc/>
    public ulong KeptObjects => 0;

    /// <inheritdoc/>
    public ulong KeptBytes => 0;

    /// <inheritdoc/>
    public ulong SweptBytes => 0;

    /// <inheritdoc/>
    public ulong FindObjectFault() => 0;
#endif

    /// <inheritdoc/>
    public HeapFault FindHeapFault() => KernelHeap.FindFault();
}
