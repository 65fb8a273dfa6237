using System;
using System.Diagnostics;

namespace Tarn.Kernel;

/// <summary>The check of a whole heap that disappears from builds which do not ask for it.</summary>
public static class HeapVerification
{
    /// <summary>
    /// Checks every invariant of <paramref name="allocator"/>; the call is compiled only where the symbol TARN_VERIFY is defined.
    /// </summary>
    /// <exception cref="InvalidOperationException">An invariant is broken; the message says which, and at which address.</exception>
    [Conditional("TARN_VERIFY")]
    public static void Verify<TAllocator>(this ref TAllocator allocator)
        where TAllocator : struct, IHeapAllocator => allocator.FindFault().ThrowIfExists();
}
