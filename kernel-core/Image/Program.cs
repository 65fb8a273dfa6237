using System;
using System.Runtime;
using Tarn.Arch.X86_64;
using Tarn.Boot;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>The reference kernel: the list of its parts, in the order in which they are brought up.</summary>
internal static unsafe class Program
{
    private static BootInformation s_boot;

    /// <summary>The first C# of the kernel. The entry code (Entry.s) calls it on the boot stack with interrupts off.</summary>
    /// <param name="requests">What we asked of the loader, answered.</param>
    [RuntimeExport("tarn_main")]
    private static void Main(LimineRequests* requests)
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
        if (s_boot.CommandLine.TryGetValue("until"u8, out _))
        {
            Panic.LeaveThrough(new QemuExit<PortSpace>(ports));
        }

        if (error.Kind != BootErrorKind.None)
        {
            Panic.Fail($"the kernel cannot start: {error.Message} (0x{error.Offender:x})");
        }

        // From here on the kernel lives in its own address space, and nothing of the loader's is used any more.
        KernelMemory.Initialize(in s_boot);
        KernelHeap.Initialize();

        var screenMemory = new VgaTextMemory((nuint)s_boot.DirectMapOffset + VgaTextMemory.PhysicalAddress);
        if (VgaText.TryOpen(ports, screenMemory, out var screen, out var screenFault))
        {
            ConsoleRouter.Add(screen);
        }

        Greeting.Print(in s_boot, protections);
        if (serial is null)
        {
            Console.WriteLine($"Serial port at 0x{serialFault.BasePort:x} not used: {serialFault.Reason}");
        }

        if (screen is null)
        {
            Console.WriteLine($"Text screen not used: {screenFault.Reason}");
        }

        // Lines that nobody has claimed stay masked, so interrupts may come in as soon as there are controllers.
        if (PicController.TryOpen(out var interrupts, out var controllerFault))
        {
            var isStarted = Pit.TryStart(ports, interrupts, out var clock, out var timerFault);
            Processor.EnableInterrupts();
            if (!isStarted)
            {
                Console.WriteLine($"Timer not used: {timerFault.Reason} (count 0x{timerFault.Count:x})");
            }
            else if (!clock!.WaitForTick())
            {
                Console.WriteLine("Timer silent: it counts, and its interrupts do not arrive");
            }
        }
        else
        {
            Console.WriteLine($"No device interrupts: {controllerFault.Reason} (port 0x{controllerFault.Port:x})");
        }

        FaultDemonstration.Run(s_boot.CommandLine);
        Idle.Run(s_boot.CommandLine, new QemuExit<PortSpace>(ports));
    }
}
