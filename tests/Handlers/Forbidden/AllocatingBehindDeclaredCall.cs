using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Makes a declared indirect call whose target creates an object.</summary>
internal unsafe struct AllocatingBehindDeclaredCall : IInterruptHandler
{
    private static delegate*<void> s_function;

    public readonly void OnInterrupt() => Call();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call()
    {
        if (s_function != null)
        {
            s_function();
        }

        s_function = &Allocate;
    }

    private static void Allocate() => Surroundings.Object = new OneCounter(); // reported
}
