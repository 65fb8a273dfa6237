using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tarn.Bench;

namespace Tarn.HostBench;

/// <summary>The host's own heap behind the same calls, to compare with. It has no bound, so that W5 would not end on it.</summary>
internal unsafe struct NativeHeap : IWorkloadHeap
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* Allocate(nuint size, nuint alignment) => NativeMemory.AlignedAlloc(size, alignment);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Free(void* block, nuint size, nuint alignment) => NativeMemory.AlignedFree(block);
}
