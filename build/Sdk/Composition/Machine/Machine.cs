using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Arch.X86_64;
using Tarn.Boot;
#if TARN_DRIVERS_SERIAL16550 || TARN_DRIVERS_VGATEXT || TARN_DRIVERS_FRAMEBUFFER || TARN_DRIVERS_PIT || TARN_DRIVERS_PS2KEYBOARD || TARN_DRIVERS_TERMINAL || TARN_DRIVERS_QEMUEXIT
using Tarn.Drivers;
#endif
using Tarn.Kernel;
using Tarn.Memory;
#if TARN_TASKS
using Tarn.Tasks;
#endif

namespace Tarn.Image;

/// <summary>A PC and the parts of this image, brought up in the order in which they need each other.</summary>
/// <remarks>
/// <para>
/// The parts are those whose packages the project references: each has a symbol of the compiler (<c>TARN_DRIVERS_PIT</c> for Tarn.Drivers.Pit), and
/// what is not referenced is not in the image. Whoever wants another order, or other parts, sets <c>TarnComposition</c> to <c>Memory</c> or
/// <c>None</c> and writes the list himself; this file is where to start.
/// </para>
/// <para>A part that the machine does not have is said on the console, and its property is null.</para>
/// </remarks>
internal sealed unsafe class Machine
{
    private static BootInformation s_boot;

    private Machine(ProcessorProtections protections) => Protections = protections;

    /// <summary>What the loader told: memory map, command line, framebuffer.</summary>
    public ref readonly BootInformation BootInformation => ref s_boot;

    /// <summary>Which protections of the processor are on.</summary>
    public ProcessorProtections Protections { get; }

    /// <summary>The ports of the machine's devices.</summary>
    public PortSpace Ports => default;

    /// <summary>Gives out frames of physical memory.</summary>
    public FrameAllocator Frames => KernelMemory.Frames;

    /// <summary>The kernel's address space: maps, unmaps, translates.</summary>
    public PageTables<DirectMap, FrameAllocator> AddressSpace => KernelMemory.AddressSpace;

    /// <summary>What drivers claim their interrupts through; null on a machine without controllers. Interrupts are let in.</summary>
    public PicController? Interrupts { get; private set; }

#if TARN_DRIVERS_SERIAL16550
    /// <summary>The first serial port: a console. Null where there is none.</summary>
    public Serial16550<PortSpace>? Serial { get; private set; }
#endif

#if TARN_DRIVERS_FRAMEBUFFER
    /// <summary>The framebuffer that the loader has left on: a console. Null where there is none.</summary>
    public FramebufferConsole<FramebufferMemory>? Framebuffer { get; private set; }
#endif

#if TARN_DRIVERS_VGATEXT
    /// <summary>The text screen: a console. Null where there is none, or a framebuffer is on.</summary>
    public VgaText<PortSpace, VgaTextMemory>? Screen { get; private set; }
#endif

#if TARN_DRIVERS_PIT
    /// <summary>The clock; null where there is no timer.</summary>
    public Pit<PortSpace>? Clock { get; private set; }
#endif

#if TARN_TASKS
    /// <summary>Gives tasks their turns. Without a clock nothing can wait for a time.</summary>
    public Executor<ProcessorPlatform> Executor { get; private set; } = null!;
#endif

#if TARN_TASKS && TARN_DRIVERS_SERIAL16550 && TARN_DRIVERS_TERMINAL
    /// <summary>Keys typed at the other end of the serial line; null without one.</summary>
    public TerminalKeys? Terminal { get; private set; }
#endif

#if TARN_TASKS && TARN_DRIVERS_PS2KEYBOARD
    /// <summary>The keyboard; null where there is none.</summary>
    public Ps2Keyboard<PortSpace>? Keyboard { get; private set; }
#endif

    /// <summary>Brings the machine up. The first thing that a kernel does, once, on the boot stack and with interrupts off.</summary>
    /// <param name="requests">The address of what we asked of the loader, answered: what <c>tarn_main</c> is given.</param>
    /// <returns>The machine, with interrupts let in. Where the kernel cannot live this does not return, but panics in words.</returns>
    public static Machine Boot(nint requests)
    {
        // From here on an exception is reported, and not the end without a word.
        ProcessorTables.Load();
        var machine = new Machine(ProcessorProtection.Enable());
        machine.OpenSerialPort();
        ParseBootInformation((LimineRequests*)requests);

        // From here on the kernel lives in its own address space, and nothing of the loader's is used any more.
        KernelMemory.Initialize(in s_boot);
        KernelHeap.Initialize();
        machine.OpenScreen();
        machine.StartInterrupts();
        return machine;
    }

    /// <summary>Runs the tasks. Does not return: with <c>until=idle</c> on the command line, the machine is left when there is nothing left to do.</summary>
    [DoesNotReturn]
    public void Run()
    {
        var leavesWhenIdle = s_boot.CommandLine.Has("until"u8, "idle"u8);
#if TARN_TASKS
        if (!leavesWhenIdle)
        {
            Executor.Run();
        }

        Executor.RunUntilIdle();
#endif
        if (leavesWhenIdle)
        {
            Leave(ExitOutcome.Success);
        }

        while (true)
        {
            Processor.WaitForInterrupt();
        }
    }

    /// <summary>Leaves the machine, where it can be left; else halts.</summary>
    /// <param name="outcome">What is told to whoever started it.</param>
    [DoesNotReturn]
    public void Leave(ExitOutcome outcome)
    {
#if TARN_DRIVERS_QEMUEXIT
        new QemuExit<PortSpace>(Ports).Exit(outcome);
#endif
        while (true)
        {
            Processor.HaltForever();
        }
    }

    private static void ParseBootInformation(LimineRequests* requests)
    {
        var error = LimineParser.Parse(in *requests, ref s_boot);
#if TARN_DRIVERS_QEMUEXIT
        if (s_boot.CommandLine.TryGetValue("until"u8, out _))
        {
            Panic.LeaveThrough(new QemuExit<PortSpace>(default));
        }
#endif
        if (error.Kind != BootErrorKind.None)
        {
            Panic.Fail($"the kernel cannot start: {error.Message} (0x{error.Offender:x})");
        }
    }

    // First of the devices: it needs nothing, and whatever fails after it can say so.
    private void OpenSerialPort()
    {
#if TARN_DRIVERS_SERIAL16550
        if (Serial16550.TryOpen(Ports, ComPort.Com1, out var serial, out _))
        {
            Serial = serial;
            ConsoleRouter.Add(serial);
        }
#endif
    }

    private void OpenScreen()
    {
#if TARN_DRIVERS_FRAMEBUFFER
        var pixels = new FramebufferMemory(s_boot.Framebuffer.Address);
        if (Drivers.Framebuffer.TryOpen(in s_boot.Framebuffer, pixels, out var framebuffer, out var framebufferFault))
        {
            Framebuffer = framebuffer;
            ConsoleRouter.Add(framebuffer);
        }
        else if (s_boot.Framebuffer.IsPresent)
        {
            Console.WriteLine($"Framebuffer not used: {framebufferFault.Reason}");
        }
#endif
#if TARN_DRIVERS_VGATEXT
        // Where a framebuffer is on, used or not, the card shows no text.
        if (s_boot.Framebuffer.IsPresent)
        {
            return;
        }

        var memory = new VgaTextMemory((nuint)s_boot.DirectMapOffset + VgaTextMemory.PhysicalAddress);
        if (VgaText.TryOpen(Ports, memory, out var screen, out var fault))
        {
            Screen = screen;
            ConsoleRouter.Add(screen);
        }
        else
        {
            Console.WriteLine($"Text screen not used: {fault.Reason}");
        }
#endif
    }

    // Lines that nobody has claimed stay masked, so interrupts may come in as soon as there are controllers.
    private void StartInterrupts()
    {
        if (!PicController.TryOpen(out var interrupts, out var fault))
        {
            Console.WriteLine($"No device interrupts: {fault.Reason} (port 0x{fault.Port:x})");
            MakeExecutor();
            return;
        }

        Interrupts = interrupts;
        StartClockAndExecutor(interrupts);
        StartKeyboard(interrupts);
        Processor.EnableInterrupts();
    }

    private void StartClockAndExecutor(PicController interrupts)
    {
#if TARN_DRIVERS_PIT && TARN_TASKS
        var alarm = new TickAlarm();
        if (Pit.TryStart(Ports, interrupts, alarm.Handler, out var clock, out var fault))
        {
            Clock = clock;
            Executor = new Executor<ProcessorPlatform>(default, clock, alarm);
            return;
        }
#elif TARN_DRIVERS_PIT
        if (Pit.TryStart(Ports, interrupts, out var clock, out var fault))
        {
            Clock = clock;
            return;
        }
#endif
#if TARN_DRIVERS_PIT
        Console.WriteLine($"Timer not used: {fault.Reason} (count 0x{fault.Count:x})");
#endif
        MakeExecutor();
    }

    private void MakeExecutor()
    {
#if TARN_TASKS
        Executor = new Executor<ProcessorPlatform>(default);
#endif
    }

    private void StartKeyboard(PicController interrupts)
    {
#if TARN_TASKS && TARN_DRIVERS_SERIAL16550 && TARN_DRIVERS_TERMINAL
        var received = new ByteRing(256);
        if (Serial?.StartReceiving(interrupts, ComPort.LineOf(ComPort.Com1), received.Writer) == InterruptClaimFault.None)
        {
            Terminal = new TerminalKeys(received);
            Executor.Spawn("serial losses", () => received.ReportDropsAsync("serial"));
        }
#endif
#if TARN_TASKS && TARN_DRIVERS_PS2KEYBOARD
        var scanCodes = new ByteRing(256);
        if (Ps2Keyboard.TryStart(Ports, interrupts, scanCodes.Writer, scanCodes, KeyboardLayouts.UnitedStates, out var keyboard, out var fault))
        {
            Keyboard = keyboard;
            Executor.Spawn("keyboard losses", () => scanCodes.ReportDropsAsync("keyboard"));
        }
        else
        {
            Console.WriteLine($"Keyboard not used: {fault.Reason}");
        }
#endif
    }
}
