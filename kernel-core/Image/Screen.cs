using System;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>What the console is shown on, besides the serial line.</summary>
internal static class Screen
{
    private static FramebufferFault s_framebufferFault;
    private static VgaFault s_textFault;
    private static FramebufferConsole<FramebufferMemory>? s_framebuffer;
    private static VgaText<PortSpace, VgaTextMemory>? s_text;

    /// <summary>Opens the framebuffer where the loader has left one on, and else the card's text screen. The console goes there from then on.</summary>
    internal static void Open(PortSpace ports, in BootInformation boot)
    {
        var memory = new FramebufferMemory(boot.Framebuffer.Address);
        if (Framebuffer.TryOpen(in boot.Framebuffer, memory, out s_framebuffer, out s_framebufferFault))
        {
            ConsoleRouter.Add(s_framebuffer);
            return;
        }

        // A framebuffer that cannot be used is on the screen all the same: there is no text then.
        var textMemory = new VgaTextMemory((nuint)boot.DirectMapOffset + VgaTextMemory.PhysicalAddress);
        if (!boot.Framebuffer.IsPresent && VgaText.TryOpen(ports, textMemory, out s_text, out s_textFault))
        {
            ConsoleRouter.Add(s_text);
        }
    }

    /// <summary>Blanks it, where there is one. Under the console's lock.</summary>
    internal static void Clear()
    {
        s_framebuffer?.Clear();
        s_text?.Clear();
    }

    /// <summary>Says in one line why there is no screen, where there is none.</summary>
    internal static void Report()
    {
        if (s_framebufferFault.Width != 0)
        {
            Console.WriteLine(
                $"Framebuffer not used: {s_framebufferFault.Reason} ({s_framebufferFault.Width}x{s_framebufferFault.Height}, {s_framebufferFault.BitsPerPixel} bits)");
        }
        else if (s_textFault.Kind != VgaFaultKind.None)
        {
            Console.WriteLine($"Text screen not used: {s_textFault.Reason}");
        }
    }
}
