using System;
using System.Runtime;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Boot;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Tests.Input;

/// <summary>A kernel that says what is typed: its parts in the order in which they are brought up, and then its tasks.</summary>
/// <remarks>On the command line, <c>layout=german</c> and <c>set=2</c> choose what the keyboard is taken for.</remarks>
internal static class Program
{
    private static BootInformation s_boot;

    /// <summary>The first C# of the kernel. The entry code calls it on the boot stack with interrupts off.</summary>
    /// <param name="requests">What we asked of the loader, answered.</param>
    [RuntimeExport("tarn_main")]
    private static unsafe void Main(LimineRequests* requests)
    {
        ProcessorTables.Load();
        ProcessorProtection.Enable();
        var ports = default(PortSpace);
        if (!Serial16550.TryOpen(ports, ComPort.Com1, out var serial, out var serialFault))
        {
            Panic.Fail($"no serial port: {serialFault.Reason}");
        }

        ConsoleRouter.Add(serial!);
        var error = LimineParser.Parse(in *requests, ref s_boot);
        if (error.Kind != BootErrorKind.None)
        {
            Panic.Fail($"the kernel cannot start: {error.Message}");
        }

        KernelMemory.Initialize(in s_boot);
        KernelHeap.Initialize();
        if (!PicController.TryOpen(out var interrupts, out var controllerFault))
        {
            Panic.Fail($"no device interrupts: {controllerFault.Reason}");
        }

        var alarm = new TickAlarm();
        if (!Pit.TryStart(ports, interrupts, alarm.Handler, out var clock, out var timerFault))
        {
            Panic.Fail($"no timer: {timerFault.Reason}");
        }

        var executor = new Executor<ProcessorPlatform>(default, clock!, alarm);
        var received = new ByteRing(256);
        var claim = serial!.StartReceiving(interrupts, ComPort.LineOf(ComPort.Com1), received.Writer);
        if (claim != InterruptClaimFault.None)
        {
            Panic.Fail($"the serial port's line was not given");
        }

        var terminal = new TerminalKeys(received);
        executor.Spawn("serial", () => Say("serial", terminal), TaskPriority.Urgent);
        executor.Spawn("serial losses", () => received.ReportDropsAsync("serial"));

        var scanCodes = new ByteRing(256);
        var layout = s_boot.CommandLine.Has("layout"u8, "german"u8) ? KeyboardLayouts.German : KeyboardLayouts.UnitedStates;
        var set = s_boot.CommandLine.Has("set"u8, "2"u8) ? ScanCodeSet.Set2 : ScanCodeSet.Set1;
        if (Ps2Keyboard.TryStart(ports, interrupts, scanCodes.Writer, scanCodes, layout, out var keyboard, out var fault, set))
        {
            executor.Spawn("keyboard", () => Say("keyboard", keyboard!), TaskPriority.Urgent);
            executor.Spawn("keyboard losses", () => scanCodes.ReportDropsAsync("keyboard"));
        }
        else
        {
            Console.WriteLine($"Keyboard not used: {fault.Reason}");
        }

        Console.WriteLine("ready");
        executor.Run();
    }

    private static async Task Say(string source, IInputSource<KeyEvent> keys)
    {
        await foreach (var key in keys)
        {
            Console.WriteLine($"{source}: {key.ToString()}");
        }
    }
}
