using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The handler of a vector, one for each type; <see cref="InterruptVectors"/> says why.</summary>
internal static unsafe class ClaimedVector<THandler>
    where THandler : struct, IInterruptHandler
{
    private static THandler s_handler;
    private static bool s_isTaken;

    internal static bool TryTake(THandler handler)
    {
        if (s_isTaken)
        {
            return false;
        }

        s_handler = handler;
        s_isTaken = true;
        return true;
    }

    internal static void Run(InterruptFrame* frame) => s_handler.OnInterrupt();
}
