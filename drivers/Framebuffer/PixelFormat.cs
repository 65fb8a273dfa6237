using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>How red, green and blue make up a pixel of 32 bits.</summary>
internal readonly struct PixelFormat
{
    private const int ChannelBits = 8;
    private const int PixelBits = 32;

    private readonly byte _redSize, _redShift, _greenSize, _greenShift, _blueSize, _blueShift;

    private PixelFormat(in FramebufferInformation framebuffer)
    {
        (_redSize, _redShift) = (framebuffer.RedSize, framebuffer.RedShift);
        (_greenSize, _greenShift) = (framebuffer.GreenSize, framebuffer.GreenShift);
        (_blueSize, _blueShift) = (framebuffer.BlueSize, framebuffer.BlueShift);
    }

    /// <summary>Takes a framebuffer's masks, where they make sense: every channel has bits, all within the pixel, none shared.</summary>
    public static bool TryCreate(in FramebufferInformation framebuffer, out PixelFormat format)
    {
        format = new PixelFormat(in framebuffer);
        var red = Mask(framebuffer.RedSize, framebuffer.RedShift);
        var green = Mask(framebuffer.GreenSize, framebuffer.GreenShift);
        var blue = Mask(framebuffer.BlueSize, framebuffer.BlueShift);
        return red != 0 && green != 0 && blue != 0 && (red & green) == 0 && (red & blue) == 0 && (green & blue) == 0;

        static uint Mask(int size, int shift) =>
            size is 0 or > PixelBits || shift > PixelBits - size ? 0 : (uint)(((1UL << size) - 1) << shift);
    }

    /// <summary>A colour as a pixel. Bits that belong to no channel are 0.</summary>
    public uint Encode(byte red, byte green, byte blue) =>
        Place(red, _redSize, _redShift) | Place(green, _greenSize, _greenShift) | Place(blue, _blueSize, _blueShift);

    // The highest bits are those that matter: fewer lose the lowest ones, and more have zeros there.
    private static uint Place(uint value, int size, int shift) =>
        (size <= ChannelBits ? value >> (ChannelBits - size) : value << (size - ChannelBits)) << shift;
}
