using System;
using System.Text;

namespace Tarn.Drivers;

/// <summary>Why there is no console on a framebuffer, with the numbers that are not liked.</summary>
public readonly struct FramebufferFault
{
    internal FramebufferFault(FramebufferFaultKind kind, uint width = 0, uint height = 0, int bitsPerPixel = 0) =>
        (Kind, Width, Height, BitsPerPixel) = (kind, width, height, bitsPerPixel);

    /// <summary>What is wrong.</summary>
    public FramebufferFaultKind Kind { get; }

    /// <summary>The framebuffer's width in pixels; 0 where there is none.</summary>
    public uint Width { get; }

    /// <summary>The framebuffer's height in pixels; 0 where there is none.</summary>
    public uint Height { get; }

    /// <summary>The bits of a pixel; 0 where there is no framebuffer.</summary>
    public int BitsPerPixel { get; }

    /// <summary>What is wrong, in words: UTF-8. Does not allocate.</summary>
    public ReadOnlySpan<byte> Reason => Kind switch
    {
        FramebufferFaultKind.None => "nothing is wrong"u8,
        FramebufferFaultKind.Absent => "no framebuffer"u8,
        FramebufferFaultKind.OtherDepth => "the framebuffer's pixels are not of 32 bits"u8,
        FramebufferFaultKind.OtherFormat => "the framebuffer's pixels are not red, green and blue by masks"u8,
        _ => "the framebuffer has no room for text"u8,
    };

    /// <summary>Says it in a sentence, with the size where there is one. Allocates.</summary>
    public override string ToString()
    {
        var reason = Encoding.UTF8.GetString(Reason);
        return Width == 0 ? reason : $"{reason}: {Width}x{Height}, {BitsPerPixel} bits a pixel";
    }
}
