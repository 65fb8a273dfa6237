namespace Tarn.Kernel;

/// <summary>A linear framebuffer that the loader left on.</summary>
public struct FramebufferInformation
{
    /// <summary>The memory model in which pixels are red, green and blue as the sizes and shifts say: the only one that the protocol defines.</summary>
    public const byte RedGreenBlue = 1;

    /// <summary>Virtual address of the first pixel, in the direct map.</summary>
    public nuint Address;

    /// <summary>Visible pixels in a row.</summary>
    public uint Width;

    /// <summary>Visible rows.</summary>
    public uint Height;

    /// <summary>Bytes from one row to the next: at least <see cref="Width"/> times the bytes of a pixel.</summary>
    public uint Pitch;

    /// <summary>Bits of a pixel, padding included.</summary>
    public ushort BitsPerPixel;

    /// <summary>How pixels are made up: <see cref="RedGreenBlue"/>, or something that this kernel has no name for.</summary>
    public byte MemoryModel;

    /// <summary>Width in bits of the red channel, and how far it is shifted left.</summary>
    public byte RedSize, RedShift;

    /// <summary>Width in bits of the green channel, and how far it is shifted left.</summary>
    public byte GreenSize, GreenShift;

    /// <summary>Width in bits of the blue channel, and how far it is shifted left.</summary>
    public byte BlueSize, BlueShift;

    /// <summary>Whether there is a framebuffer at all.</summary>
    public readonly bool IsPresent => Address != 0;
}
