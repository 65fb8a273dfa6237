using System.Buffers.Binary;

namespace Tarn.Sdk.Tool.Unwinding;

/// <summary>Reads unwinding tables as compiler and assembler wrote them.</summary>
/// <param name="bytes">The table.</param>
internal ref struct FrameBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    /// <summary>Whether there is another byte.</summary>
    public readonly bool HasMore => Position < _bytes.Length;

    /// <summary>All that was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">There are not that many.</exception>
    public ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(_bytes.Length - Position))
        {
            throw new InvalidDataException("an unwinding table is cut off");
        }

        var start = Position;
        Position += (int)length;
        return _bytes[start..Position];
    }

    /// <inheritdoc cref="Take"/>
    public byte ReadByte() => Take(1)[0];

    /// <inheritdoc cref="Take"/>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>A number in LEB128, whose sign is left alone.</summary>
    /// <exception cref="InvalidDataException">It is cut off.</exception>
    public ulong ReadNumber()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = ReadByte();
            value |= shift < 64 ? (ulong)(part & 0x7F) << shift : 0;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
