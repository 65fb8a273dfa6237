using System.Runtime.CompilerServices;

namespace Tarn.Drivers;

/// <summary>A framebuffer at an address that the image has mapped.</summary>
/// <param name="address">Where its first pixel is; all its rows are mapped behind that, writable.</param>
public readonly unsafe struct FramebufferMemory(nuint address) : IFramebufferMemory
{
    private readonly byte* _first = (byte*)address;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(nuint offset, in PixelQuad pixels) => *(PixelQuad*)(_first + offset) = pixels;

    /// <inheritdoc/>
    public void Write(nuint offset, uint pixel) => *(uint*)(_first + offset) = pixel;
}
