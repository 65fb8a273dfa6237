using System;
using System.Runtime;
using System.Text;
#if TARN_DRIVERS_QEMUEXIT
using Tarn.Drivers;
#endif
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>A plain program as a kernel: brings the machine up, runs the program's <c>Main</c>, and leaves with what it returns.</summary>
/// <remarks>
/// What <c>Main</c> looks like, and that it is private or has no name that C# could say, only the compiled assembly tells. So the calls below go to
/// methods that stand for it, and the build (<c>Tarn.Sdk.Tool enter</c>) puts the assembly's entry point in their place.
/// </remarks>
internal static class PlainProgram
{
    /// <summary>The words of the command line, for a <c>Main</c> that takes them.</summary>
    private static string[] s_arguments = [];

    [RuntimeExport("tarn_main")]
    private static void Start(nint requests)
    {
        var machine = Machine.Boot(requests);
#if TARN_DRIVERS_QEMUEXIT
        // An exception that nobody catches is this program's end, as on .NET.
        var exit = new QemuExit<Arch.X86_64.PortSpace>(machine.Ports);
        Panic.LeaveThrough(exit);
#endif
        s_arguments = Encoding.UTF8.GetString(machine.BootInformation.CommandLine.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var status = Run();
        RunTasks(machine);
#if TARN_DRIVERS_QEMUEXIT
        exit.ExitWith(status);
#endif
        Console.WriteLine($"The program has ended with {status}.");
        Arch.X86_64.Processor.HaltForever();
    }

    private static void RunTasks(Machine machine)
    {
#if TARN_TASKS
        // Failures that nobody has seen are told; what still waits ends with the program, as on .NET.
        machine.Executor.RunReady();
#endif
    }

    // The build makes this call one of those below, by what the entry point looks like.
    private static int Run() => RunForStatus();

    private static int RunForStatus() => MainForStatus();

    private static int RunForStatusWithArguments() => MainForStatusWithArguments(s_arguments);

    private static int RunForNothing()
    {
        MainForNothing();
        return 0;
    }

    private static int RunForNothingWithArguments()
    {
        MainForNothingWithArguments(s_arguments);
        return 0;
    }

    private static int MainForStatus() => throw new InvalidProgramException();

    private static int MainForStatusWithArguments(string[] arguments) => throw new InvalidProgramException();

    private static void MainForNothing() => throw new InvalidProgramException();

    private static void MainForNothingWithArguments(string[] arguments) => throw new InvalidProgramException();
}
