using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tarn.Bench;
using Tarn.Kernel;

namespace Tarn.HostBench;

/// <summary>The workloads' heap of 1 MiB, served by an allocator of the kernel's.</summary>
/// <remarks>A struct, so that .NET compiles the workloads for each allocator anew, as ILC does.</remarks>
internal unsafe struct HostHeap<TAllocator> : IWorkloadHeap
    where TAllocator : struct, IHeapAllocator
{
    private const nuint Size = 1024 * 1024;
    private const nuint PageSize = 4096;

    private static readonly byte* Start = (byte*)NativeMemory.AlignedAlloc(Size, PageSize);
    private static readonly byte* Bookkeeping = (byte*)NativeMemory.AlignedAlloc(TAllocator.BookkeepingSize(Size) + PageSize, PageSize);

    private static TAllocator s_allocator;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* Allocate(nuint size, nuint alignment) =>
        s_allocator.TryAllocateQuickly(size, alignment, out var block) ? block : s_allocator.AllocateSlowly(size, alignment);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Free(void* block, nuint size, nuint alignment)
    {
        if (!s_allocator.TryFreeQuickly(block, size, alignment))
        {
            s_allocator.FreeSlowly(block, size, alignment);
        }
    }

    /// <summary>Makes the heap new.</summary>
    public static void Renew()
    {
        s_allocator = default;
        s_allocator.Initialize(Start, Size, Bookkeeping);
    }
}
