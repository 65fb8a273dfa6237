using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>What the kernel does when there is nothing left to do.</summary>
internal static class Idle
{
    /// <summary>Leaves the machine where the command line says <c>until=idle</c>; else sleeps until interrupts come, for ever.</summary>
    internal static void Run(CommandLine commandLine, IExit exit)
    {
        if (commandLine.Has("until"u8, "idle"u8))
        {
            exit.Exit(ExitOutcome.Success);
        }

        while (true)
        {
            Processor.WaitForInterrupt();
        }
    }
}
