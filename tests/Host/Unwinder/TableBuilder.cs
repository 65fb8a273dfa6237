using System.Runtime.InteropServices;

namespace Tarn.Tests.Host.Unwinding;

/// <summary>Unwinding tables made by hand, in memory that ends in front of bytes that nobody may read.</summary>
internal sealed unsafe class TableBuilder : IDisposable
{
    private const int Capacity = 4096;

    private readonly byte* _memory = (byte*)NativeMemory.AllocZeroed(2 * Capacity);
    private int _length;

    /// <summary>Where the next byte goes.</summary>
    public byte* Position => _memory + _length;

    /// <summary>All that was written.</summary>
    public Tarn.Unwinding.MemoryRange Range => new(_memory, _memory + _length);

    public void Dispose() => NativeMemory.Free(_memory);

    public TableBuilder Bytes(params ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(new Span<byte>(Position, Capacity));
        _length += bytes.Length;
        return this;
    }

    public TableBuilder Int32(int value) => Bytes(BitConverter.GetBytes(value));

    /// <summary>A pointer, relative to where it stands.</summary>
    public TableBuilder Relative(byte* target) => Int32((int)(target - Position));

    /// <summary>Changes a byte.</summary>
    public void Damage(int at, byte value) => _memory[at] = value;
}
