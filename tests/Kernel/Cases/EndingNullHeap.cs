using System.Runtime.CompilerServices;
using Tarn.Bench;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>As <see cref="NullHeap"/>, and full after so many requests: for a workload that ends when a request fails.</summary>
internal readonly unsafe struct EndingNullHeap : IWorkloadHeap
{
    private const nuint Stride = 1088;

    private static nuint s_next;
    private static nuint s_end;

    /// <inheritdoc/>
    /// <remarks>Places where there is no memory: for workloads that do not write to their blocks.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void* Allocate(nuint size, nuint alignment)
    {
        var place = s_next;
        if (place == s_end)
        {
            return null;
        }

        s_next = place + Stride;
        return (void*)place;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Free(void* block, nuint size, nuint alignment)
    {
    }

    /// <summary>Has room for so many requests.</summary>
    internal static void Renew(ulong requests)
    {
        s_next = Stride;
        s_end = Stride + (Stride * (nuint)requests);
    }
}
