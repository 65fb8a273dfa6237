using System;

namespace Tarn.Testing.Protocol;

/// <summary>
/// The layout of a frame on the test channel. Multi-byte numbers are little-endian.
/// <code>
/// offset  size  field
///      0     2  sync: 0xF5 0xFA
///      2     1  type (<see cref="FrameType"/>)
///      3     1  sequence number, counts up by one a frame in each direction and wraps
///      4     2  length of the payload in bytes, at most <see cref="MaximumPayload"/>
///      6     2  low half of the CRC-32 of bytes 2 to 5: a false header is seen before its length is believed
///      8     n  payload
///    8+n     4  CRC-32 of bytes 2 to 5 and the payload
/// </code>
/// </summary>
/// <remarks>
/// No byte of the sync occurs in UTF-8, so kernel text between two frames cannot be taken for one. The channel carries frames of the kernel
/// to the host and of the host to the kernel, both in this layout.
/// </remarks>
public static class FrameFormat
{
    /// <summary>
    /// The version of the protocol; it is the first field of <see cref="FrameType.Hello"/>, and both sides must have the same.
    /// </summary>
    public const ushort Version = 2;

    /// <summary>The first byte of every frame.</summary>
    public const byte FirstSync = 0xF5;

    /// <summary>The second byte of every frame.</summary>
    public const byte SecondSync = 0xFA;

    /// <summary>Bytes before the payload.</summary>
    public const int HeaderSize = 8;

    /// <summary>Bytes after the payload.</summary>
    public const int TrailerSize = 4;

    /// <summary>The longest payload, in bytes. Longer text is cut, or sent in several frames.</summary>
    public const int MaximumPayload = 1024;

    /// <summary>The longest frame, in bytes.</summary>
    public const int MaximumSize = HeaderSize + MaximumPayload + TrailerSize;

    /// <summary>The largest number of cases a kernel may have: their index is 16 bits, and <see cref="NoCase"/> is not one.</summary>
    public const int MaximumCases = 0xFFFF;

    /// <summary>Stands for the index of a case where none is running.</summary>
    public const ushort NoCase = 0xFFFF;
}
