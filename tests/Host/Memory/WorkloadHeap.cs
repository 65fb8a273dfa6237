using Tarn.Bench;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>The heap of the workloads, 1 MiB: an allocator without <c>Heap</c> around it, which would check all of it before each operation here.</summary>
internal sealed unsafe class WorkloadHeap<TAllocator> : IWorkloadHeap, IDisposable
    where TAllocator : struct, IHeapAllocator
{
    /// <summary>Bytes of the heap.</summary>
    public const int Size = 1024 * 1024;

    private static TAllocator s_allocator;

    private readonly HeapMemory _memory = new(Size, TAllocator.BookkeepingSize(Size));

    public static void* Allocate(nuint size, nuint alignment) =>
        s_allocator.TryAllocateQuickly(size, alignment, out var block) ? block : s_allocator.AllocateSlowly(size, alignment);

    public static void Free(void* block, nuint size, nuint alignment)
    {
        if (!s_allocator.TryFreeQuickly(block, size, alignment))
        {
            s_allocator.FreeSlowly(block, size, alignment);
        }
    }

    /// <summary>What is wrong with the heap.</summary>
    public static HeapFault FindFault() => s_allocator.FindFault();

    /// <summary>Makes the heap new.</summary>
    public void Renew()
    {
        s_allocator = default;
        s_allocator.Initialize(_memory.Start, Size, _memory.Bookkeeping);
    }

    public void Dispose() => _memory.Dispose();
}
