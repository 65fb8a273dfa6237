using System.Runtime.CompilerServices;
using Tarn.Bench;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>No heap at all, behind the same two calls: what a workload costs with it is the workload's own.</summary>
internal readonly unsafe struct NullHeap : IWorkloadHeap
{
    private static NullAllocator s_places;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* Allocate(nuint size, nuint alignment)
    {
        s_places.TryAllocateQuickly(size, alignment, out var block);
        return block;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Free(void* block, nuint size, nuint alignment)
    {
    }

    /// <summary>Starts at the front.</summary>
    internal static void Renew(byte* start) => s_places.Initialize(start, WorkloadHeap.Size, null);
}
