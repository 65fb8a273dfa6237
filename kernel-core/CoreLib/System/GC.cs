using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>What of the collector's interface has a meaning without one.</summary>
public static unsafe class GC
{
    /// <summary>Keeps the object referenced up to this call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Intrinsic]
    public static void KeepAlive(object? obj)
    {
    }

    /// <summary>The finalizer need not run. None does.</summary>
    public static void SuppressFinalize(object obj) => ArgumentNullException.ThrowIfNull(obj);

    /// <summary>The finalizer shall run after all. None does.</summary>
    public static void ReRegisterForFinalize(object obj) => ArgumentNullException.ThrowIfNull(obj);

    /// <summary>An array of zeroes. Objects are never moved, so each is as good as pinned.</summary>
    public static T[] AllocateArray<T>(int length, bool pinned = false) => new T[length];

    /// <summary>An array whose elements are whatever the memory held before, unless they are or hold references.</summary>
    public static T[] AllocateUninitializedArray<T>(int length, bool pinned = false)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            return new T[length];
        }

        return Unsafe.As<T[]>(RuntimeExports.NewUninitializedArray(MethodTable.Of<T[]>(), length));
    }
}
