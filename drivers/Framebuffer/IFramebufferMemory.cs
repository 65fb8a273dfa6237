namespace Tarn.Drivers;

/// <summary>A framebuffer, as the console needs it: pixels that can be written.</summary>
/// <remarks>There is no way to read. Reading video memory costs a hundred times what writing costs: it is not cached.</remarks>
public interface IFramebufferMemory
{
    /// <summary>Writes four pixels.</summary>
    /// <param name="offset">Where the first one is, in bytes from the framebuffer's start: a multiple of 4 where the pitch is one.</param>
    /// <param name="pixels">The pixels.</param>
    /// <remarks>Does not allocate, throw or wait; may run in a panic.</remarks>
    void Write(nuint offset, in PixelQuad pixels);

    /// <summary>Writes a pixel.</summary>
    /// <param name="offset">Where it is, in bytes from the framebuffer's start.</param>
    /// <param name="pixel">The pixel.</param>
    /// <remarks>Does not allocate, throw or wait; may run in a panic.</remarks>
    void Write(nuint offset, uint pixel);
}
