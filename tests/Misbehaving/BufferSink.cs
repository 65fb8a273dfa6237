using System;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Misbehaving;

/// <summary>Keeps a frame, so that it can be spoiled before it is sent.</summary>
internal struct BufferSink : IByteSink
{
    private readonly byte[] _bytes;
    private int _length;

    public BufferSink(byte[] bytes)
    {
        _bytes = bytes;
        _length = 0;
    }

    public readonly int Length => _length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
