using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary>What the kernel's memory is like at the moment.</summary>
public interface IMemoryReport
{
    /// <summary>Frames of 4 KiB that are free.</summary>
    ulong FreeFrames { get; }

    /// <summary>Frames of 4 KiB that there are.</summary>
    ulong TotalFrames { get; }

    /// <summary>What the heap's allocator is called.</summary>
    string AllocatorName { get; }

    /// <summary>Bytes that the heap has mapped.</summary>
    ulong HeapSize { get; }

    /// <summary>Bytes to which it may grow.</summary>
    ulong HeapMaximumSize { get; }

    /// <summary>How full the heap is. May walk all free blocks.</summary>
    HeapUsage HeapUsage { get; }

    /// <summary>Requests that the heap has met.</summary>
    ulong Allocations { get; }

    /// <summary>Requests that it could not meet.</summary>
    ulong FailedAllocations { get; }

    /// <summary>Whether there is a collector above the heap. Without one, the next four are 0.</summary>
    bool HasCollector { get; }

    /// <summary>How many collections there have been.</summary>
    int Collections { get; }

    /// <summary>Objects that the last collection has found in use.</summary>
    ulong KeptObjects { get; }

    /// <summary>Bytes of the heap that were in use after it.</summary>
    ulong KeptBytes { get; }

    /// <summary>Bytes that the last collection has given back.</summary>
    ulong SweptBytes { get; }

    /// <summary>Checks the heap's invariants. May walk all of it.</summary>
    HeapFault FindHeapFault();

    /// <summary>Checks what a collector knows of the heap's objects. May walk all of it.</summary>
    /// <returns>The address at which it is wrong; 0 where all is well, or there is no collector.</returns>
    ulong FindObjectFault();
}
