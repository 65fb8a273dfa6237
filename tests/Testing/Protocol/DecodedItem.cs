using System;

namespace Tarn.Testing.Protocol;

/// <summary>One item of the byte stream; its bytes stay valid until the next call of the decoder.</summary>
public readonly ref struct DecodedItem
{
    internal DecodedItem(DecodedKind kind, FrameType type, byte sequence, ReadOnlySpan<byte> bytes)
    {
        Kind = kind;
        Type = type;
        Sequence = sequence;
        Bytes = bytes;
    }

    /// <summary>What it is.</summary>
    public DecodedKind Kind { get; }

    /// <summary>The type of the frame, also of a broken or truncated one.</summary>
    public FrameType Type { get; }

    /// <summary>The sequence number of the frame, also of a broken or truncated one.</summary>
    public byte Sequence { get; }

    /// <summary>The payload of a frame, or the bytes of noise; empty otherwise.</summary>
    public ReadOnlySpan<byte> Bytes { get; }
}
