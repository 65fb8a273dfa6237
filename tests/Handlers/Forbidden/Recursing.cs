using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Two methods that call each other.</summary>
internal struct Recursing : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Sum = Even(Surroundings.Index);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Even(int number) => number <= 0 ? 1 : Odd(number - 1) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Odd(int number) => number <= 0 ? 0 : Even(number - 1) + 1; // reported
}
