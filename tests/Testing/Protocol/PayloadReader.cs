using System;

namespace Tarn.Testing.Protocol;

/// <summary>Reads the fields of a payload in order.</summary>
/// <remarks>
/// A payload that is too short for a field makes <see cref="IsValid"/> false, and every field from there on zero. Does not allocate.
/// </remarks>
public ref struct PayloadReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>A reader at the start of <paramref name="payload"/>.</summary>
    public PayloadReader(ReadOnlySpan<byte> payload)
    {
        _rest = payload;
        IsValid = true;
    }

    /// <summary>Whether every field read so far was there.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Whether nothing is left to read.</summary>
    public readonly bool IsAtEnd => _rest.Length == 0;

    /// <summary>Reads an 8-bit number.</summary>
    public byte ReadByte() => (byte)ReadNumber(1);

    /// <summary>Reads a 16-bit number.</summary>
    public ushort ReadUInt16() => (ushort)ReadNumber(2);

    /// <summary>Reads a 64-bit number.</summary>
    public ulong ReadUInt64() => ReadNumber(8);

    /// <summary>Reads all that is left.</summary>
    public ReadOnlySpan<byte> ReadRest()
    {
        var rest = _rest;
        _rest = default;
        return rest;
    }

    private ulong ReadNumber(int size)
    {
        if (_rest.Length < size)
        {
            IsValid = false;
            _rest = default;
            return 0;
        }

        var value = 0UL;
        for (var index = 0; index < size; index++)
        {
            value |= (ulong)_rest[index] << (8 * index);
        }

        _rest = _rest.Slice(size);
        return value;
    }
}
