namespace Tarn.Testing.Protocol;

/// <summary>What <see cref="FrameDecoder.Read"/> found.</summary>
public enum DecodedKind
{
    /// <summary>Nothing complete: more bytes must be appended.</summary>
    Nothing = 0,

    /// <summary>A frame whose checksums are right.</summary>
    Frame,

    /// <summary>Bytes that belong to no frame: text of the kernel, or the remains of a broken frame.</summary>
    Noise,

    /// <summary>
    /// A header that is right with a payload that is not. The bytes after its sync follow as noise, or as the frames that they hold.
    /// </summary>
    Broken,

    /// <summary>The channel ended inside a frame.</summary>
    Truncated,
}
