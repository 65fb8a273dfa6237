using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>The heap under <c>new</c>, for those who take memory from it without making an object, and give it back.</summary>
/// <remarks>The image provides it. Not for interrupt handlers, unless the image says that its heap masks interrupts.</remarks>
public static unsafe class HeapMemory
{
    /// <summary>Bytes that the heap may have at most; 0 as long as the image has not said it. The report of an exception says it where memory has run
    /// out.</summary>
    public static nuint MaximumSize { get; set; }

    /// <summary>Takes a block.</summary>
    /// <param name="size">Bytes; 0 is treated as 1.</param>
    /// <param name="alignment">A power of two.</param>
    /// <param name="block">The block, with whatever contents; null where there is none.</param>
    /// <returns>False where the request cannot be met, be it for want of memory or because it makes no sense. Nothing has changed then.</returns>
    public static bool TryAllocate(nuint size, nuint alignment, out void* block)
    {
        block = Allocate(size, alignment);
        return block is not null;
    }

    /// <summary>Gives a block back.</summary>
    /// <param name="block">What <see cref="TryAllocate"/> gave, given back once. Not null.</param>
    /// <param name="size">The size it was asked with.</param>
    /// <param name="alignment">The alignment it was asked with.</param>
    /// <exception cref="HeapMisuseException">It is no such block. Only in kernels compiled with the symbol DEBUG.</exception>
    [RuntimeImport("*", "tarn_heap_free")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Free(void* block, nuint size, nuint alignment);

    /// <summary>Throws what <c>new</c> throws where there is no memory: for those who cannot go on without.</summary>
    /// <exception cref="OutOfMemoryException">Always. It was made at the start, so this takes no memory.</exception>
    [DoesNotReturn]
    public static void ThrowOutOfMemory() => OutOfMemoryException.Throw();

    [RuntimeImport("*", "tarn_heap_allocate")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void* Allocate(nuint size, nuint alignment);
}
