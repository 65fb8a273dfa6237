#if TARN_COLLECTOR_STRESS
using System;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>That a stressed kernel is one: else it would prove no more than another.</summary>
internal static class CollectorStressTests
{
    private static object? s_kept;

    /// <summary>Also after thousands.</summary>
    [KernelTest(TimeLimit = 120)]
    public static void EachAllocationIsPrecededByACollection()
    {
        const int Allocations = 3_000;
        var before = GC.CollectionCount(0);
        for (var index = 0; index < Allocations; index++)
        {
            s_kept = new object();
        }

        s_kept = null;
        Expect.Equal(before + Allocations, GC.CollectionCount(0));
    }
}
#endif
