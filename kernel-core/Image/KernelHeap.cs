using System.Runtime;
using Tarn.Allocators;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <summary>The heap under <c>new</c>: the core library's allocations end here.</summary>
internal static unsafe class KernelHeap
{
    /// <summary>The most that the heap takes of the largest usable region.</summary>
    private const nuint MaximumSize = 64 * 1024 * 1024;

    private static EarlyHeap s_early;
    private static Heap<BumpAllocator> s_heap;
    private static bool s_isReady;

    internal static string AllocatorName => "bump";

    /// <summary>Bytes in use.</summary>
    internal static nuint UsedBytes => s_heap.UsedBytes;

    /// <summary>Gives the heap its memory. Until then, what is made (drivers of the consoles) comes from a small reserve inside the image.</summary>
    internal static void Initialize(in BootInformation boot)
    {
        s_heap.Initialize(in boot, MaximumSize);
        s_isReady = true;
    }

    [RuntimeExport("tarn_heap_allocate")]
    private static void* Allocate(nuint size, nuint alignment) => s_isReady ? s_heap.Allocate(size, alignment) : s_early.Allocate(size, alignment);
}
