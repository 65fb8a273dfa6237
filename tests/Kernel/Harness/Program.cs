using System.Runtime;
using Tarn.Arch.X86_64;
using Tarn.Boot;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Testing.Generated;

namespace Tarn.Tests.Kernel.Harness;

/// <summary>A test kernel: the list of its parts, in the order in which they are brought up, and then its cases.</summary>
internal static unsafe class Program
{
    private static BootInformation s_boot;

    /// <summary>What the kernel was told at its start.</summary>
    internal static ref readonly BootInformation Boot => ref s_boot;

    /// <summary>The text screen; null on a machine without one.</summary>
    internal static VgaText<PortSpace, VgaTextMemory>? Screen { get; private set; }

    /// <summary>The console on the framebuffer; null on a machine without one.</summary>
    internal static FramebufferConsole<FramebufferMemory>? Picture { get; private set; }

    /// <summary>The first serial port; null on a machine without one.</summary>
    internal static Serial16550<PortSpace>? Serial { get; private set; }

    /// <summary>The first C# of the kernel. The entry code calls it on the boot stack with interrupts off.</summary>
    /// <param name="requests">What we asked of the loader, answered.</param>
    [RuntimeExport("tarn_main")]
    private static void Main(LimineRequests* requests)
    {
        ProcessorTables.Load();
        ProcessorProtection.Enable();
        var ports = default(PortSpace);
        if (Serial16550.TryOpen(ports, ComPort.Com1, out var serial, out _))
        {
            Serial = serial;
            ConsoleRouter.Add(serial);
        }

        var exit = new QemuExit<PortSpace>(ports);
        Panic.LeaveThrough(exit);
        var error = LimineParser.Parse(in *requests, ref s_boot);
        if (error.Kind != BootErrorKind.None)
        {
            Panic.Fail($"the kernel cannot start: {error.Message} (0x{error.Offender:x})");
        }

        KernelMemory.Initialize(in s_boot);
        KernelHeap.Initialize();
        var screenMemory = new VgaTextMemory((nuint)s_boot.DirectMapOffset + VgaTextMemory.PhysicalAddress);
        if (Framebuffer.TryOpen(in s_boot.Framebuffer, new FramebufferMemory(s_boot.Framebuffer.Address), out var picture, out _))
        {
            Picture = picture;
            ConsoleRouter.Add(picture);
        }
        else if (VgaText.TryOpen(ports, screenMemory, out var screen, out _))
        {
            Screen = screen;
            ConsoleRouter.Add(screen);
        }

        SpinningPlatform.Install();
        Serial16550.TryOpen(ports, ComPort.Com2, out var channel, out _);
        TestRunner<KernelTestCases, TestPlatform>.Run(new TestPlatform(channel, exit), s_boot.CommandLine, KernelHeap.AllocatorName);
    }
}
