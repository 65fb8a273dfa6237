using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Reaches the allocator by jumps alone: no function on the way is called.</summary>
internal struct AllocatingBehindTailCalls : IInterruptHandler
{
    public readonly void OnInterrupt() => First();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void First() => Second(Surroundings.Sum);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Second(int size) => Assembly.JumpToTheHeap(size, 8); // reported
}
