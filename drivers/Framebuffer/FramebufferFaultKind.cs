namespace Tarn.Drivers;

/// <summary>Why there is no console on a framebuffer.</summary>
public enum FramebufferFaultKind
{
    /// <summary>Nothing is wrong: the console was opened.</summary>
    None,

    /// <summary>The loader has left no framebuffer on.</summary>
    Absent,

    /// <summary>Its pixels are not of 32 bits.</summary>
    OtherDepth,

    /// <summary>Its pixels are not red, green and blue by masks, or the masks are empty, overlap, or reach out of the pixel.</summary>
    OtherFormat,

    /// <summary>It has no room for a few lines of text.</summary>
    TooSmall,
}
