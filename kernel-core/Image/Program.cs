using System;
using System.Runtime;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Boot;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Image;

/// <summary>The reference kernel: the list of its parts, in the order in which they are brought up; then what it does.</summary>
internal static class Program
{
    /// <summary>Bytes that may wait to be read: as many as a terminal sends in 22 ms at 115200 bits a second.</summary>
    private const int RingCapacity = 256;

    private static BootInformation s_boot;

    /// <summary>The first C# of the kernel. The entry code (Entry.s) calls it on the boot stack with interrupts off.</summary>
    /// <param name="requests">What we asked of the loader, answered.</param>
    [RuntimeExport("tarn_main")]
    private static unsafe void Main(LimineRequests* requests)
    {
        // From here on an exception is reported, and not the end without a word.
        ProcessorTables.Load();
        var protections = ProcessorProtection.Enable();

        // The serial port first of the devices: it needs nothing, and whatever fails after it can say so.
        var ports = default(PortSpace);
        if (Serial16550.TryOpen(ports, ComPort.Com1, out var serial, out var serialFault))
        {
            ConsoleRouter.Add(serial);
        }

        var error = LimineParser.Parse(in *requests, ref s_boot);
        var exit = new QemuExit<PortSpace>(ports);
        if (s_boot.CommandLine.TryGetValue("until"u8, out _))
        {
            Panic.LeaveThrough(exit);
        }

        if (error.Kind != BootErrorKind.None)
        {
            Panic.Fail($"the kernel cannot start: {error.Message} (0x{error.Offender:x})");
        }

        // From here on the kernel lives in its own address space, and nothing of the loader's is used any more.
        KernelMemory.Initialize(in s_boot);
        KernelHeap.Initialize();

        Screen.Open(ports, in s_boot);
        Greeting.Print(in s_boot, protections);
        if (serial is null)
        {
            Console.WriteLine($"Serial port at 0x{serialFault.BasePort:x} not used: {serialFault.Reason}");
        }

        Screen.Report();

        // Time. Lines that nobody has claimed stay masked, so interrupts may come in as soon as there are controllers.
        var hasInterrupts = PicController.TryOpen(out var interrupts, out var controllerFault);
        if (!hasInterrupts)
        {
            Console.WriteLine($"No device interrupts: {controllerFault.Reason} (port 0x{controllerFault.Port:x})");
        }

        var alarm = new TickAlarm();
        var clock = hasInterrupts ? StartClock(interrupts, alarm) : null;
        FaultDemonstration.Run(s_boot.CommandLine);

        // From here on everything is a task: interrupts wake them, and when none is ready the processor sleeps.
        var executor = clock is null ? new KernelExecutor(default) : new KernelExecutor(default, clock, alarm);
        var parts = new BroughtUpParts
        {
            Executor = executor,
            Clock = clock,
            Serial = serial,
            RootSystemDescriptionPointer = s_boot.RootSystemDescriptionPointer,
            DirectMapOffset = s_boot.DirectMapOffset,
        };
        var main = executor.Spawn("main", RunAsync);
        var reader = KernelReader.Create(in parts);
        if (hasInterrupts)
        {
            StartKeyboard(interrupts, executor, main, reader);
            StartSerialInput(serial, interrupts, executor, main, reader, hasClock: clock is not null);
        }

        executor.RunUntilIdle();
        if (s_boot.CommandLine.Has("until"u8, "idle"u8))
        {
            exit.Exit(ExitOutcome.Success);
        }

        reader.Begin();
        executor.Run();
    }

    /// <summary>What the kernel does of itself.</summary>
    private static async Task RunAsync()
    {
        await Demonstration.RunAsync();
        Console.WriteLine($"{KernelReader.Invitation}");
    }

    /// <summary>Starts the timer that the clock lives on, and waits for its first tick.</summary>
    private static Pit<PortSpace>? StartClock(PicController interrupts, TickAlarm alarm)
    {
        var isStarted = Pit.TryStart(default(PortSpace), interrupts, alarm.Handler, out var clock, out var fault);
        Processor.EnableInterrupts();
        if (!isStarted)
        {
            Console.WriteLine($"Timer not used: {fault.Reason} (count 0x{fault.Count:x})");
        }
        else if (!clock!.WaitForTick())
        {
            Console.WriteLine("Timer silent: it counts, and its interrupts do not arrive");
            return null;
        }

        return clock;
    }

    private static void StartKeyboard(PicController interrupts, KernelExecutor executor, Task main, KernelReader reader)
    {
        var scanCodes = new ByteRing(RingCapacity);
        if (Ps2Keyboard.TryStart(
            default(PortSpace), interrupts, scanCodes.Writer, scanCodes, KeyboardLayouts.UnitedStates, out var keyboard, out var fault))
        {
            StartReading(executor, "keyboard", scanCodes, keyboard, main, reader);
        }
        else
        {
            Console.WriteLine($"Keyboard not used: {fault.Reason}");
        }
    }

    private static void StartSerialInput(
        Serial16550<PortSpace>? serial, PicController interrupts, KernelExecutor executor, Task main, KernelReader reader, bool hasClock)
    {
        var received = new ByteRing(RingCapacity);
        if (serial?.StartReceiving(interrupts, ComPort.LineOf(serial.BasePort), received.Writer) == InterruptClaimFault.None)
        {
            var escapeDelay = hasClock ? TerminalKeys.DefaultEscapeDelay : Timeout.InfiniteTimeSpan;
            StartReading(executor, "serial", received, new TerminalKeys(received, escapeDelay), main, reader);
        }
    }

    /// <summary>Has a task read keys, before all background work, and another one tell of bytes that were lost on their way.</summary>
    private static void StartReading(
        KernelExecutor executor, string name, ByteRing bytes, IInputSource<KeyEvent> keys, Task main, KernelReader reader)
    {
        executor.Spawn(name, () => ReadAsync(keys, main, reader), TaskPriority.Urgent);
        executor.Spawn(name + " losses", () => bytes.ReportDropsAsync(name));
    }

    private static async Task ReadAsync(IInputSource<KeyEvent> keys, Task main, KernelReader reader)
    {
        // What is typed until then waits in the ring.
        await main;
        await foreach (var key in keys)
        {
            reader.Press(key);
        }
    }
}
