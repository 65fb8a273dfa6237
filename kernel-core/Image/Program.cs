using System;
using System.Runtime;
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
        var serial = SerialConsole.Open(ports);
        var exit = new QemuExit<PortSpace>(ports);
        ref readonly var boot = ref LoaderAnswers.Read(in *requests, exit);

        // From here on the kernel lives in its own address space, and nothing of the loader's is used any more.
        KernelMemory.Initialize(in boot);
        KernelHeap.Initialize();

        // What people see.
        Screen.Open(ports, in boot);
        Greeting.Print(in boot, protections);
        SerialConsole.Report();
        Screen.Report();

        // Time: the tick is the first interrupt that comes in.
        var alarm = new TickAlarm();
        var interrupts = DeviceInterrupts.Open();
        var clock = interrupts is { } lines ? DeviceInterrupts.StartClock(lines, alarm) : null;
        FaultDemonstration.Run(boot.CommandLine);

        // From here on everything is a task: interrupts wake them, and when none is ready the processor sleeps.
        var executor = clock is null ? new KernelExecutor(default) : new KernelExecutor(default, clock, alarm);
        var main = executor.Spawn("main", RunAsync);
        var reader = KernelReader.Create(new BroughtUpParts
        {
            Executor = executor,
            Clock = clock,
            Serial = serial,
            RootSystemDescriptionPointer = boot.RootSystemDescriptionPointer,
            DirectMapOffset = boot.DirectMapOffset,
        });
        if (interrupts is { } controllers)
        {
            var keys = new KeyTasks(executor, controllers, main, reader);
            keys.StartKeyboard();
            keys.StartSerial(serial, hasClock: clock is not null);
        }

        Collecting.Start(executor, hasClock: clock is not null);
        executor.RunUntilIdle();
        if (boot.CommandLine.Has("until"u8, "idle"u8))
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
}
