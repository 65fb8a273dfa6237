using System;

namespace Tarn.Testing.Protocol;

/// <summary>Where the bytes of frames go: a serial line in the kernel, a list in a host test.</summary>
public interface IByteSink
{
    /// <summary>
    /// Takes all of <paramref name="bytes"/>, or drops what the line will not take: the host then sees a frame that is broken or missing.
    /// </summary>
    void Write(ReadOnlySpan<byte> bytes);
}
