using System;

namespace Tarn.Testing.Protocol;

/// <summary>Writes frames to a sink, piece by piece: the length of a payload is said first, then its parts are appended.</summary>
/// <typeparam name="TSink">The line; a struct, so that the calls are direct.</typeparam>
/// <remarks>Does not allocate and takes no lock. Not to be shared: a frame that starts inside another breaks the outer one.</remarks>
public struct FrameWriter<TSink>
    where TSink : struct, IByteSink
{
    private TSink _sink;
    private uint _checksum;
    private byte _sequence;

    /// <summary>A writer whose first frame has the sequence number 0.</summary>
    public FrameWriter(TSink sink)
    {
        _sink = sink;
        _checksum = 0;
        _sequence = 0;
    }

    /// <summary>The sequence number of the next frame.</summary>
    public byte NextSequence
    {
        readonly get => _sequence;
        set => _sequence = value;
    }

    /// <summary>The line that the frames go to.</summary>
    public readonly TSink Sink => _sink;

    /// <summary>Writes the header of a frame.</summary>
    /// <param name="type">What the frame says.</param>
    /// <param name="payloadLength">The number of bytes that will be appended, 0 to <see cref="FrameFormat.MaximumPayload"/>.</param>
    public void Begin(FrameType type, int payloadLength)
    {
        Span<byte> header = stackalloc byte[FrameFormat.HeaderSize];
        header[0] = FrameFormat.FirstSync;
        header[1] = FrameFormat.SecondSync;
        header[2] = (byte)type;
        header[3] = _sequence++;
        header[4] = (byte)payloadLength;
        header[5] = (byte)(payloadLength >> 8);
        _checksum = Crc32.Add(Crc32.Start, header.Slice(2, 4));
        var headerChecksum = Crc32.Finish(_checksum);
        header[6] = (byte)headerChecksum;
        header[7] = (byte)(headerChecksum >> 8);
        _sink.Write(header);
    }

    /// <summary>Appends bytes to the payload.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _checksum = Crc32.Add(_checksum, bytes);
        _sink.Write(bytes);
    }

    /// <summary>Appends one byte to the payload.</summary>
    public void AppendByte(byte value)
    {
        Span<byte> bytes = stackalloc byte[1];
        bytes[0] = value;
        Append(bytes);
    }

    /// <summary>Appends a 16-bit number to the payload.</summary>
    public void AppendUInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        bytes[0] = (byte)value;
        bytes[1] = (byte)(value >> 8);
        Append(bytes);
    }

    /// <summary>Appends a 64-bit number to the payload.</summary>
    public void AppendUInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)(value >> (8 * index));
        }

        Append(bytes);
    }

    /// <summary>Writes the checksum that ends the frame.</summary>
    public void End()
    {
        var checksum = Crc32.Finish(_checksum);
        Span<byte> trailer = stackalloc byte[FrameFormat.TrailerSize];
        for (var index = 0; index < trailer.Length; index++)
        {
            trailer[index] = (byte)(checksum >> (8 * index));
        }

        _sink.Write(trailer);
    }
}
