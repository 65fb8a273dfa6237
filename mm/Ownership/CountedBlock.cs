using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn;

/// <summary>What lies where in the block of a value that is shared.</summary>
/// <remarks>
/// <code>
///   | strong (8) | weak (8) | padding for the value's alignment | value |
/// </code>
/// </remarks>
internal static unsafe class CountedBlock<T>
    where T : unmanaged
{
    /// <summary>The block's alignment.</summary>
    internal static nuint Alignment => Math.Max(ValueAlignment.Of<T>(), (nuint)sizeof(nuint));

    /// <summary>Bytes of the block.</summary>
    internal static nuint Size => ValueOffset + (nuint)sizeof(T);

    private static nuint ValueOffset => ((nuint)sizeof(ShareCounts) + Alignment - 1) & ~(Alignment - 1);

    /// <summary>The counts in a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref ShareCounts CountsIn(void* block) => ref *(ShareCounts*)block;

    /// <summary>The value in a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T* ValueIn(void* block) => (T*)((byte*)block + ValueOffset);

    /// <summary>Counts one less that is weak; the last one gives the memory back.</summary>
    internal static void ReleaseWeak(void* block)
    {
        ref var counts = ref CountsIn(block);
        counts.Weak--;
        if (counts.Weak == 0)
        {
            HeapMemory.Free(block, Size, Alignment);
        }
    }
}
