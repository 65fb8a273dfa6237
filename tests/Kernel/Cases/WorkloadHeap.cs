using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Bench;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>The workloads' heap: 1 MiB, composed as the image composes its own, with the same entry points.</summary>
/// <remarks>
/// The workloads call them by symbols, as <c>new</c> does. (Marking them as not to be inlined would have kept the compiler from jumping to
/// the slow halves.)
/// </remarks>
internal readonly unsafe struct WorkloadHeap : IWorkloadHeap
{
    /// <summary>Bytes of the heap.</summary>
    internal const nuint Size = 1024 * 1024;

    private static Heap<NoLock, KernelAllocator, FixedMemory> s_heap;

    /// <summary>What the heap has done.</summary>
    internal static HeapStatistics Statistics => s_heap.Statistics;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* Allocate(nuint size, nuint alignment) => AllocateBySymbol(size, alignment);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Free(void* block, nuint size, nuint alignment) => FreeBySymbol(block, size, alignment);

    /// <summary>What is wrong with the heap.</summary>
    internal static HeapFault FindFault() => s_heap.FindFault();

    /// <summary>Makes the heap new.</summary>
    internal static bool Renew(byte* start, byte* bookkeeping)
    {
        var placement = new HeapPlacement { Start = start, InitialSize = Size, MaximumSize = Size, Bookkeeping = bookkeeping };
        return s_heap.TryInitialize(placement);
    }

    [RuntimeExport("workload_heap_allocate")]
    private static void* AllocateQuickly(nuint size, nuint alignment)
    {
        if (s_heap.TryAllocateQuickly(size, alignment, out var block))
        {
            return block;
        }

        return AllocateSlowly(size, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateSlowly(nuint size, nuint alignment)
    {
        var block = s_heap.AllocateSlowly(size, alignment);
        if (block is not null)
        {
            return block;
        }

        return AllocateByGrowing(size, alignment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateByGrowing(nuint size, nuint alignment)
    {
        while (s_heap.TryGrow(size, alignment))
        {
            var block = s_heap.AllocateSlowly(size, alignment);
            if (block is not null)
            {
                return block;
            }
        }

        return null;
    }

    [RuntimeExport("workload_heap_free")]
    private static void FreeQuickly(void* block, nuint size, nuint alignment)
    {
        if (!s_heap.TryFreeQuickly(block, size, alignment))
        {
            FreeSlowly(block, size, alignment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FreeSlowly(void* block, nuint size, nuint alignment) => s_heap.FreeSlowly(block, size, alignment);

    [RuntimeImport("*", "workload_heap_allocate")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void* AllocateBySymbol(nuint size, nuint alignment);

    [RuntimeImport("*", "workload_heap_free")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void FreeBySymbol(void* block, nuint size, nuint alignment);
}
