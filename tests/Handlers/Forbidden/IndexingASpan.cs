using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Accesses a span at an index that nothing guards.</summary>
internal struct IndexingASpan : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Sum = At(Surroundings.Numbers, Surroundings.Index);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int At(ReadOnlySpan<int> numbers, int index) => numbers[index]; // reported
}
