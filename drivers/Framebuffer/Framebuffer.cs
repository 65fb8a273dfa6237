using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Finds out whether there is a framebuffer that can show text, and brings a console up on it.</summary>
public static class Framebuffer
{
    // Below that a report would be of no use. Above the others text is too small to read, and the console takes the middle of the screen.
    private const uint LeastColumns = 20, LeastRows = 8;
    private const uint MostColumns = 512, MostRows = 256;

    private const int BitsPerPixel = 32;

    /// <summary>Looks at a framebuffer; if it can show text, clears it.</summary>
    /// <param name="framebuffer">What the loader said of it.</param>
    /// <param name="memory">Its memory: <see cref="FramebufferMemory"/> on a real machine.</param>
    /// <param name="console">The console, ready to use; null where this returns false.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <returns>Whether there is a console.</returns>
    /// <remarks>
    /// For start-up. Allocates four bytes for each character that fits on the screen: 32 KB at 1280x800. The framebuffer is not touched
    /// where this returns false.
    /// </remarks>
    public static bool TryOpen<TMemory>(
        in FramebufferInformation framebuffer,
        TMemory memory,
        [NotNullWhen(true)] out FramebufferConsole<TMemory>? console,
        out FramebufferFault fault)
        where TMemory : struct, IFramebufferMemory
    {
        var kind = Examine(in framebuffer, out var format);
        fault = kind is FramebufferFaultKind.None or FramebufferFaultKind.Absent
            ? new FramebufferFault(kind)
            : new FramebufferFault(kind, framebuffer.Width, framebuffer.Height, framebuffer.BitsPerPixel);
        if (kind != FramebufferFaultKind.None)
        {
            console = null;
            return false;
        }

        var columns = Math.Min(framebuffer.Width / Font.Width, MostColumns);
        var rows = Math.Min(framebuffer.Height / Font.Height, MostRows);
        console = new FramebufferConsole<TMemory>(in framebuffer, format, memory, new TextGrid((int)columns, (int)rows));
        console.Initialize();
        return true;
    }

    private static FramebufferFaultKind Examine(in FramebufferInformation framebuffer, out PixelFormat format)
    {
        format = default;
        if (!framebuffer.IsPresent)
        {
            return FramebufferFaultKind.Absent;
        }

        if (framebuffer.BitsPerPixel != BitsPerPixel)
        {
            return FramebufferFaultKind.OtherDepth;
        }

        if (framebuffer.MemoryModel != FramebufferInformation.RedGreenBlue || !PixelFormat.TryCreate(in framebuffer, out format))
        {
            return FramebufferFaultKind.OtherFormat;
        }

        return framebuffer.Width < LeastColumns * Font.Width || framebuffer.Height < LeastRows * Font.Height
            ? FramebufferFaultKind.TooSmall
            : FramebufferFaultKind.None;
    }
}
