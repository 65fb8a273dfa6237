using System;

namespace Tarn.Drivers;

/// <summary>What the console's colours look like.</summary>
internal static class Palette
{
    // Red, green and blue of each, by its number. Softer than a VGA's: the background is not quite black, and text not quite white.
    private static ReadOnlySpan<byte> Channels =>
    [
        0x0E, 0x11, 0x16, 0x3B, 0x6F, 0xD4, 0x3F, 0xA6, 0x5A, 0x2F, 0xA3, 0xA8, 0xD0, 0x48, 0x3E, 0xA3, 0x5B, 0xC8, 0xB8, 0x86, 0x2E, 0xD0, 0xD4, 0xDA,
        0x5C, 0x64, 0x70, 0x6F, 0xA0, 0xFF, 0x70, 0xD6, 0x8A, 0x62, 0xD6, 0xDA, 0xFF, 0x7B, 0x72, 0xD4, 0x92, 0xF0, 0xF2, 0xD1, 0x6B, 0xFF, 0xFF, 0xFF,
    ];

    /// <summary>A colour as a pixel of a format.</summary>
    /// <param name="color">Its number; only the lowest four bits count.</param>
    /// <param name="format">How pixels are made up.</param>
    public static uint ToPixel(int color, in PixelFormat format)
    {
        var first = (color & 15) * 3;
        return format.Encode(Channels[first], Channels[first + 1], Channels[first + 2]);
    }
}
