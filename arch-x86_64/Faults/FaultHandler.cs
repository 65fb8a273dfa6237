using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Serves the processor's exceptions: each is reported. One of the kernel's, unless it is a breakpoint, ends the run; one that
/// ring 3 has raised ends the code there.</summary>
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

        if (UserMode.HasRaised(frame))
        {
            Panic.Say(in report);
            UserMode.End(report.UserFault);
        }

        Panic.Fail(in report);
    }
}
