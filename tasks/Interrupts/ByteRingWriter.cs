using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>The end of a <see cref="ByteRing"/> that an interrupt handler has.</summary>
public readonly struct ByteRingWriter : IByteReceiver
{
    private readonly ByteRing _ring;

    internal ByteRingWriter(ByteRing ring) => _ring = ring;

    /// <inheritdoc/>
    public bool TryWrite(byte value) => _ring.TryWrite(value);
}
