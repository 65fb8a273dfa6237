using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Tarn.Allocators;
using Tarn.Memory;

namespace Tarn.Kernel;

/// <summary>Stands in for the kernel's class of this name: a heap of 256 KiB with the default allocator, which does not grow.</summary>
internal static unsafe class HeapMemory
{
    private const nuint Size = 256 * 1024;

    private static readonly byte* Memory = (byte*)NativeMemory.AlignedAlloc(Size, HeapPlacement.PageSize);

    private static Heap<NoLock, FixedSizeBlockAllocator, FixedMemory> s_heap;

    /// <summary>How many requests will still be met.</summary>
    public static int RequestsUntilFailure { get; set; }

    /// <summary>Bytes in use.</summary>
    public static nuint UsedBytes => s_heap.Statistics.Usage.UsedBytes;

    /// <summary>Blocks in use.</summary>
    public static int Blocks { get; private set; }

    /// <summary>Makes the heap empty and sound, as a test's start. What is in it is lost.</summary>
    public static void Reset()
    {
        RequestsUntilFailure = int.MaxValue;
        Blocks = 0;
        s_heap = default;
        NativeMemory.Fill(Memory, Size, 0xA5);
        s_heap.TryInitialize(HeapPlacement.Within<FixedSizeBlockAllocator>(Memory, Size));
    }

    public static bool TryAllocate(nuint size, nuint alignment, out void* block)
    {
        block = RequestsUntilFailure > 0 ? s_heap.Allocate(size, alignment) : null;
        RequestsUntilFailure--;
        Blocks += block is null ? 0 : 1;
        return block is not null;
    }

    public static void Free(void* block, nuint size, nuint alignment)
    {
        s_heap.Free(block, size, alignment);
        Blocks--;
    }

    [DoesNotReturn]
    public static void ThrowOutOfMemory() => throw new OutOfMemoryException();
}
