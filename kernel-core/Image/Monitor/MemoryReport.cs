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

    /// <inheritdoc/>
    public HeapFault FindHeapFault() => KernelHeap.FindFault();
}
