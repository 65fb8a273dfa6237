using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Allocators;

namespace Tarn.Tests.Handlers;

/// <summary>A heap in a buffer of the image.</summary>
internal static unsafe class KernelHeap
{
    private const int Size = 4096;

    private static BumpAllocator s_allocator;
    private static Buffer s_buffer;

    internal static void Initialize()
    {
        fixed (Buffer* start = &s_buffer)
        {
            s_allocator.Initialize((byte*)start, Size, (byte*)start);
        }
    }

    [RuntimeExport("tarn_heap_allocate")]
    private static void* Allocate(nuint size, nuint alignment) =>
        s_allocator.TryAllocateQuickly(size, alignment, out var block) ? block : AllocateSlowly(size, alignment);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void* AllocateSlowly(nuint size, nuint alignment) => s_allocator.AllocateSlowly(size, alignment);

    [RuntimeExport("tarn_heap_free")]
    private static void Free(void* block, nuint size, nuint alignment) => s_allocator.FreeSlowly(block, size, alignment);

    private struct Buffer
    {
        internal fixed byte Bytes[Size];
    }
}
