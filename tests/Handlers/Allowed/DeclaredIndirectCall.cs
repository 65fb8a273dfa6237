using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Makes an indirect call that the project file declares.</summary>
internal unsafe struct DeclaredIndirectCall : IInterruptHandler
{
    private static delegate*<void> s_function;

    public readonly void OnInterrupt() => Call();

    // Not inlined: a declaration names the function that the call is in.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call()
    {
        if (s_function != null)
        {
            s_function();
        }

        s_function = Surroundings.Index > 3 ? &CountTwo : &CountOne;
    }

    private static void CountOne() => Surroundings.Sum++;

    private static void CountTwo() => Surroundings.Sum += 2;
}
