using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Serves the processor's exceptions: each is reported, and all but a breakpoint end the run.</summary>
/// <remarks>
/// It runs on a stack of its own for a double fault, a page fault, a non-maskable interrupt and a machine check, else on the one that was
/// in use. An exception inside the report comes here again: that is a panic inside a panic, which says less and ends all the same.
/// </remarks>
internal static unsafe class FaultHandler
{
    internal static void Handle(InterruptFrame* frame)
    {
        var report = new FaultReport(frame);
        if ((ExceptionVector)frame->Vector == ExceptionVector.Breakpoint)
        {
            Panic.Say(in report);
            return;
        }

        Panic.Fail(in report);
    }
}
