using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The collector, in an image that has Tarn.Collector. Without it nothing is ever collected, and what asks for it does nothing.</summary>
/// <remarks>Not for interrupt handlers. All objects are of one generation.</remarks>
public static unsafe class GC
{
    /// <summary>The highest generation: the only one.</summary>
    public static int MaxGeneration => 0;

    /// <summary>Frees what nothing refers to, and has the finalizers run of what has one. Does not allocate.</summary>
    public static void Collect() => CollectNow();

    /// <summary>The same: there is one generation.</summary>
    /// <param name="generation">Not negative.</param>
    public static void Collect(int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        CollectNow();
    }

    /// <summary>How many collections there have been.</summary>
    /// <param name="generation">Not negative. Above <see cref="MaxGeneration"/> there have been none.</param>
    public static int CollectionCount(int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return generation > MaxGeneration ? 0 : CountCollections();
    }

    /// <summary>Bytes of the heap that are in use, by objects and otherwise.</summary>
    /// <param name="forceFullCollection">Whether to collect before that.</param>
    /// <exception cref="NotSupportedException">The image has no collector.</exception>
    public static long GetTotalMemory(bool forceFullCollection)
    {
        if (forceFullCollection)
        {
            CollectNow();
        }

        var bytes = CountUsedBytes();
        return bytes >= 0 ? bytes : throw new NotSupportedException("The image has no collector, which is who knows how much of the heap is in use.");
    }

    /// <summary>Runs the finalizers that are due, and returns when there is none. (In .NET they run in a thread of their own, for which this waits.)</summary>
    public static void WaitForPendingFinalizers() => Finalization.RunDue();

    /// <summary>Keeps the object referenced up to this call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Intrinsic]
    public static void KeepAlive(object? obj)
    {
    }

    /// <summary>The finalizer need not run.</summary>
    public static void SuppressFinalize(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        Finalization.Suppress(obj);
    }

    /// <summary>The finalizer shall run after all, or once more.</summary>
    public static void ReRegisterForFinalize(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj.GetMethodTable()->HasFinalizer)
        {
            Finalization.Register(obj);
        }
    }

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

    [RuntimeImport("*", "tarn_collect")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern bool CollectNow();

    [RuntimeImport("*", "tarn_count_collections")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int CountCollections();

    [RuntimeImport("*", "tarn_count_used_bytes")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint CountUsedBytes();
}
