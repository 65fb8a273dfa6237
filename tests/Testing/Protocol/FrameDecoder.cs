using System;

namespace Tarn.Testing.Protocol;

/// <summary>
/// Finds the frames in a stream of bytes that may hold anything in between, and finds its way back after a broken one.
/// </summary>
/// <remarks>
/// Append what arrived, then read until nothing is found. A frame whose checksum is wrong costs its first byte only: the search goes on
/// right behind that, so frames that a wrong length seemed to swallow are found. Allocates its buffer once, in the constructor.
/// </remarks>
public sealed class FrameDecoder
{
    private readonly byte[] _buffer = new byte[2 * FrameFormat.MaximumSize];
    private int _start;
    private int _end;
    private bool _isFinished;

    /// <summary>How many bytes <see cref="Append"/> takes at least, when <see cref="Read"/> has found nothing more.</summary>
    public const int Capacity = FrameFormat.MaximumSize;

    /// <summary>Appends bytes that arrived.</summary>
    /// <returns>
    /// How many were taken, from the first on: all if there are at most <see cref="Capacity"/> and nothing is left to read.
    /// </returns>
    public int Append(ReadOnlySpan<byte> bytes)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var taken = Math.Min(bytes.Length, _buffer.Length - _end);
        bytes.Slice(0, taken).CopyTo(_buffer.AsSpan(_end));
        _end += taken;
        return taken;
    }

    /// <summary>Says that no more bytes will come: what is left is read as a truncated frame and noise.</summary>
    public void Finish() => _isFinished = true;

    /// <summary>Takes the next item out of the stream.</summary>
    public DecodedItem Read()
    {
        var available = _buffer.AsSpan(_start, _end - _start);
        var noise = LengthOfNoise(available);
        if (noise > 0)
        {
            _start += noise;
            return new DecodedItem(DecodedKind.Noise, default, 0, available.Slice(0, noise));
        }

        if (available.Length < FrameFormat.HeaderSize)
        {
            return _isFinished && available.Length > 0 ? TakeFirst(DecodedKind.Noise, available, 1) : default;
        }

        var type = (FrameType)available[2];
        var sequence = available[3];
        var length = PayloadLength(available);
        var size = FrameFormat.HeaderSize + length + FrameFormat.TrailerSize;
        if (available.Length < size)
        {
            return _isFinished ? TakeFirst(DecodedKind.Truncated, available, 0) : default;
        }

        var payload = available.Slice(FrameFormat.HeaderSize, length);
        var checksum = Crc32.Finish(Crc32.Add(Crc32.Add(Crc32.Start, available.Slice(2, 4)), payload));
        var trailer = available.Slice(FrameFormat.HeaderSize + length, FrameFormat.TrailerSize);
        if (checksum != (trailer[0] | (uint)trailer[1] << 8 | (uint)trailer[2] << 16 | (uint)trailer[3] << 24))
        {
            return TakeFirst(DecodedKind.Broken, available, 0);
        }

        _start += size;
        return new DecodedItem(DecodedKind.Frame, type, sequence, payload);
    }

    /// <summary>Takes the first byte, which looked like the start of a frame, out of the stream.</summary>
    private DecodedItem TakeFirst(DecodedKind kind, ReadOnlySpan<byte> available, int shown)
    {
        _start++;
        var type = available.Length > 2 ? (FrameType)available[2] : default;
        var sequence = available.Length > 3 ? available[3] : (byte)0;
        return new DecodedItem(kind, type, sequence, available.Slice(0, shown));
    }

    /// <summary>The number of bytes at the start that cannot be the start of a frame.</summary>
    private static int LengthOfNoise(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        while (index < bytes.Length && !MayStartFrame(bytes.Slice(index)))
        {
            index++;
        }

        return index;
    }

    private static bool MayStartFrame(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != FrameFormat.FirstSync || (bytes.Length > 1 && bytes[1] != FrameFormat.SecondSync))
        {
            return false;
        }

        if (bytes.Length < FrameFormat.HeaderSize)
        {
            return true;
        }

        var checksum = Crc32.Of(bytes.Slice(2, 4));
        return bytes[6] == (byte)checksum && bytes[7] == (byte)(checksum >> 8) && PayloadLength(bytes) <= FrameFormat.MaximumPayload;
    }

    private static int PayloadLength(ReadOnlySpan<byte> header) => header[4] | (header[5] << 8);
}
