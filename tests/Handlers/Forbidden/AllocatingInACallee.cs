using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls a method that calls a method that creates an object: one of them is inlined, the other not.</summary>
internal struct AllocatingInACallee : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        if (Surroundings.Index > 3)
        {
            Keep();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep()
    {
        Surroundings.Sum++;
        Renew();
        Surroundings.Sum--;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Renew() => Surroundings.Object = new OneCounter(); // reported
}
