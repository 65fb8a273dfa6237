namespace Tarn.Kernel;

/// <summary>A policy for dividing a range of memory into blocks: what stands under <c>new</c>.</summary>
/// <remarks>
/// It is taken as a struct type argument (<c>Heap&lt;TAllocator&gt;</c>), so that its calls are direct and an allocator that is not chosen is
/// not in the image. It sees sizes and alignments and knows nothing of objects. It takes no lock: one caller at a time.
/// </remarks>
public unsafe interface IHeapAllocator
{
    /// <summary>Gives the allocator its memory. Called once, before anything else.</summary>
    /// <param name="start">First byte; aligned to 16.</param>
    /// <param name="size">Bytes; a multiple of 16.</param>
    void Initialize(byte* start, nuint size);

    /// <summary>Takes a block.</summary>
    /// <param name="size">Bytes; 0 is treated as 1.</param>
    /// <param name="alignment">A power of two.</param>
    /// <returns>The block, with whatever contents; null where there is no room for it, or where <paramref name="alignment"/> is not a power of two.</returns>
    void* Allocate(nuint size, nuint alignment);

    /// <summary>Gives a block back.</summary>
    /// <param name="block">What <see cref="Allocate"/> returned, given back once.</param>
    /// <param name="size">The size it was asked with.</param>
    /// <param name="alignment">The alignment it was asked with.</param>
    void Free(void* block, nuint size, nuint alignment);

    /// <summary>Bytes that have been handed out and not given back, padding included.</summary>
    nuint UsedBytes { get; }

    /// <summary>Bytes that could still be handed out, if not in one piece.</summary>
    nuint FreeBytes { get; }
}
