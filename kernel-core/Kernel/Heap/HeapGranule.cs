using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>The unit in which heaps are divided, and the arithmetic on it.</summary>
public static unsafe class HeapGranule
{
    /// <summary>
    /// Bytes of a granule. Every block consists of whole ones and starts on one, so that any alignment up to this costs nothing.
    /// </summary>
    public const uint Size = 16;

    /// <summary>Bytes of the granules that hold <paramref name="size"/> bytes.</summary>
    /// <param name="size">Bytes, at most <c>nuint.MaxValue - 15</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RoundUp(nuint size) => (size + (Size - 1)) & ~(nuint)(Size - 1);

    /// <summary>Whether <paramref name="value"/> is a whole number of granules.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMultiple(nuint value) => (value & (Size - 1)) == 0;

    /// <summary>Whether <paramref name="alignment"/> is one: a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlignment(nuint alignment) => alignment != 0 && (alignment & (alignment - 1)) == 0;

    /// <summary>Bytes from <paramref name="address"/> up to the next multiple of <paramref name="alignment"/>; 0 where it is one.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="alignment">A power of two.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint PaddingBefore(nuint address, nuint alignment) => (0 - address) & (alignment - 1);

    /// <summary>Checks what <see cref="IHeapAllocator.Initialize"/> asks of its caller.</summary>
    /// <param name="start">First byte of the range.</param>
    /// <param name="size">Bytes.</param>
    /// <exception cref="ArgumentException">The range is empty, not made of whole granules, or reaches beyond the last address.</exception>
    public static void ValidateRange(byte* start, nuint size)
    {
        if (start is null || size == 0 || !IsMultiple((nuint)start | size) || size > nuint.MaxValue - (nuint)start)
        {
            throw new ArgumentException("a heap's range must be made of whole granules, and neither empty nor wrapped around");
        }
    }

    /// <summary>Checks what <see cref="IHeapAllocator.TryExtend"/> asks of its caller.</summary>
    /// <param name="size">Bytes.</param>
    /// <exception cref="ArgumentException">They are not whole granules.</exception>
    public static void ValidateExtension(nuint size)
    {
        if (!IsMultiple(size))
        {
            throw new ArgumentException("a heap grows by whole granules", nameof(size));
        }
    }
}
