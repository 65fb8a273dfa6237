using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>A handler that has claimed a vector or a line: one for each type, as <see cref="InterruptVectors"/> says.</summary>
internal static unsafe class ClaimedHandler<THandler>
    where THandler : struct, IInterruptHandler
{
    private static THandler s_handler;
    private static int s_line;
    private static bool s_isTaken;

    /// <summary>Keeps the handler, unless this type has one already.</summary>
    internal static bool TryTake(THandler handler, int line)
    {
        if (s_isTaken)
        {
            return false;
        }

        s_handler = handler;
        s_line = line;
        s_isTaken = true;
        return true;
    }

    /// <summary>Serves a vector that comes from no controller.</summary>
    internal static void RunVector(InterruptFrame* frame) => s_handler.OnInterrupt();

    /// <summary>Serves a line of the interrupt controller.</summary>
    internal static void RunLine(InterruptFrame* frame)
    {
        if (PicController.Begin(s_line))
        {
            s_handler.OnInterrupt();
            PicController.Finish(s_line);
        }
    }
}
