namespace Tarn.Bench;

/// <summary>
/// A heap that workloads run on. Its two methods must not be inlined into their loops: what is measured is a call, as that behind
/// <c>new</c> is one.
/// </summary>
public unsafe interface IWorkloadHeap
{
    /// <summary>Takes a block; null where there is none.</summary>
    static abstract void* Allocate(nuint size, nuint alignment);

    /// <summary>Gives a block back.</summary>
    static abstract void Free(void* block, nuint size, nuint alignment);
}
