using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Buffers.Binary;

/// <summary>Numbers in memory, the lowest byte first (little-endian, as this processor has them) or the highest (big-endian).</summary>
public static class BinaryPrimitives
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte ReverseEndianness(sbyte value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ReverseEndianness(byte value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ReverseEndianness(short value) => (short)ReverseEndianness((ushort)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort ReverseEndianness(ushort value) => (ushort)((value >> 8) | (value << 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReverseEndianness(int value) => (int)ReverseEndianness((uint)value);

    /// <remarks>ILC: the compiler has an instruction for it, BSWAP.</remarks>
    [Intrinsic]
    public static uint ReverseEndianness(uint value) =>
        BitOperations.RotateRight(value & 0x00FF_00FF, 8) | BitOperations.RotateLeft(value & 0xFF00_FF00, 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReverseEndianness(long value) => (long)ReverseEndianness((ulong)value);

    /// <inheritdoc cref="ReverseEndianness(uint)"/>
    [Intrinsic]
    public static ulong ReverseEndianness(ulong value) =>
        ((ulong)ReverseEndianness((uint)value) << 32) | ReverseEndianness((uint)(value >> 32));

    public static nint ReverseEndianness(nint value) => (nint)ReverseEndianness((ulong)value);

    public static nuint ReverseEndianness(nuint value) => (nuint)ReverseEndianness((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ReadInt16LittleEndian(ReadOnlySpan<byte> source) => Read<short>(source);

    public static bool TryReadInt16LittleEndian(ReadOnlySpan<byte> source, out short value)
    {
        var fits = TryRead(source, out value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt16LittleEndian(Span<byte> destination, short value) => Write(destination, value);

    public static bool TryWriteInt16LittleEndian(Span<byte> destination, short value) => TryWrite(destination, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort ReadUInt16LittleEndian(ReadOnlySpan<byte> source) => Read<ushort>(source);

    public static bool TryReadUInt16LittleEndian(ReadOnlySpan<byte> source, out ushort value)
    {
        var fits = TryRead(source, out value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt16LittleEndian(Span<byte> destination, ushort value) => Write(destination, value);

    public static bool TryWriteUInt16LittleEndian(Span<byte> destination, ushort value) => TryWrite(destination, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadInt32LittleEndian(ReadOnlySpan<byte> source) => Read<int>(source);

    public static bool TryReadInt32LittleEndian(ReadOnlySpan<byte> source, out int value)
    {
        var fits = TryRead(source, out value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt32LittleEndian(Span<byte> destination, int value) => Write(destination, value);

    public static bool TryWriteInt32LittleEndian(Span<byte> destination, int value) => TryWrite(destination, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ReadUInt32LittleEndian(ReadOnlySpan<byte> source) => Read<uint>(source);

    public static bool TryReadUInt32LittleEndian(ReadOnlySpan<byte> source, out uint value)
    {
        var fits = TryRead(source, out value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt32LittleEndian(Span<byte> destination, uint value) => Write(destination, value);

    public static bool TryWriteUInt32LittleEndian(Span<byte> destination, uint value) => TryWrite(destination, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReadInt64LittleEndian(ReadOnlySpan<byte> source) => Read<long>(source);

    public static bool TryReadInt64LittleEndian(ReadOnlySpan<byte> source, out long value)
    {
        var fits = TryRead(source, out value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt64LittleEndian(Span<byte> destination, long value) => Write(destination, value);

    public static bool TryWriteInt64LittleEndian(Span<byte> destination, long value) => TryWrite(destination, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadUInt64LittleEndian(ReadOnlySpan<byte> source) => Read<ulong>(source);

    public static bool TryReadUInt64LittleEndian(ReadOnlySpan<byte> source, out ulong value)
    {
        var fits = TryRead(source, out value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt64LittleEndian(Span<byte> destination, ulong value) => Write(destination, value);

    public static bool TryWriteUInt64LittleEndian(Span<byte> destination, ulong value) => TryWrite(destination, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReadSingleLittleEndian(ReadOnlySpan<byte> source) =>
        BitConverter.UInt32BitsToSingle(ReadUInt32LittleEndian(source));

    public static bool TryReadSingleLittleEndian(ReadOnlySpan<byte> source, out float value)
    {
        var fits = TryReadUInt32LittleEndian(source, out var bits);
        value = BitConverter.UInt32BitsToSingle(bits);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteSingleLittleEndian(Span<byte> destination, float value) =>
        WriteUInt32LittleEndian(destination, BitConverter.SingleToUInt32Bits(value));

    public static bool TryWriteSingleLittleEndian(Span<byte> destination, float value) =>
        TryWriteUInt32LittleEndian(destination, BitConverter.SingleToUInt32Bits(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReadDoubleLittleEndian(ReadOnlySpan<byte> source) =>
        BitConverter.UInt64BitsToDouble(ReadUInt64LittleEndian(source));

    public static bool TryReadDoubleLittleEndian(ReadOnlySpan<byte> source, out double value)
    {
        var fits = TryReadUInt64LittleEndian(source, out var bits);
        value = BitConverter.UInt64BitsToDouble(bits);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteDoubleLittleEndian(Span<byte> destination, double value) =>
        WriteUInt64LittleEndian(destination, BitConverter.DoubleToUInt64Bits(value));

    public static bool TryWriteDoubleLittleEndian(Span<byte> destination, double value) =>
        TryWriteUInt64LittleEndian(destination, BitConverter.DoubleToUInt64Bits(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short ReadInt16BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Read<short>(source));

    public static bool TryReadInt16BigEndian(ReadOnlySpan<byte> source, out short value)
    {
        var fits = TryRead(source, out value);
        value = ReverseEndianness(value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt16BigEndian(Span<byte> destination, short value) => Write(destination, ReverseEndianness(value));

    public static bool TryWriteInt16BigEndian(Span<byte> destination, short value) => TryWrite(destination, ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort ReadUInt16BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Read<ushort>(source));

    public static bool TryReadUInt16BigEndian(ReadOnlySpan<byte> source, out ushort value)
    {
        var fits = TryRead(source, out value);
        value = ReverseEndianness(value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt16BigEndian(Span<byte> destination, ushort value) => Write(destination, ReverseEndianness(value));

    public static bool TryWriteUInt16BigEndian(Span<byte> destination, ushort value) => TryWrite(destination, ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadInt32BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Read<int>(source));

    public static bool TryReadInt32BigEndian(ReadOnlySpan<byte> source, out int value)
    {
        var fits = TryRead(source, out value);
        value = ReverseEndianness(value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt32BigEndian(Span<byte> destination, int value) => Write(destination, ReverseEndianness(value));

    public static bool TryWriteInt32BigEndian(Span<byte> destination, int value) => TryWrite(destination, ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ReadUInt32BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Read<uint>(source));

    public static bool TryReadUInt32BigEndian(ReadOnlySpan<byte> source, out uint value)
    {
        var fits = TryRead(source, out value);
        value = ReverseEndianness(value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt32BigEndian(Span<byte> destination, uint value) => Write(destination, ReverseEndianness(value));

    public static bool TryWriteUInt32BigEndian(Span<byte> destination, uint value) => TryWrite(destination, ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReadInt64BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Read<long>(source));

    public static bool TryReadInt64BigEndian(ReadOnlySpan<byte> source, out long value)
    {
        var fits = TryRead(source, out value);
        value = ReverseEndianness(value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteInt64BigEndian(Span<byte> destination, long value) => Write(destination, ReverseEndianness(value));

    public static bool TryWriteInt64BigEndian(Span<byte> destination, long value) => TryWrite(destination, ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadUInt64BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Read<ulong>(source));

    public static bool TryReadUInt64BigEndian(ReadOnlySpan<byte> source, out ulong value)
    {
        var fits = TryRead(source, out value);
        value = ReverseEndianness(value);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUInt64BigEndian(Span<byte> destination, ulong value) => Write(destination, ReverseEndianness(value));

    public static bool TryWriteUInt64BigEndian(Span<byte> destination, ulong value) => TryWrite(destination, ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReadSingleBigEndian(ReadOnlySpan<byte> source) => BitConverter.UInt32BitsToSingle(ReadUInt32BigEndian(source));

    public static bool TryReadSingleBigEndian(ReadOnlySpan<byte> source, out float value)
    {
        var fits = TryReadUInt32BigEndian(source, out var bits);
        value = BitConverter.UInt32BitsToSingle(bits);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteSingleBigEndian(Span<byte> destination, float value) =>
        WriteUInt32BigEndian(destination, BitConverter.SingleToUInt32Bits(value));

    public static bool TryWriteSingleBigEndian(Span<byte> destination, float value) =>
        TryWriteUInt32BigEndian(destination, BitConverter.SingleToUInt32Bits(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ReadDoubleBigEndian(ReadOnlySpan<byte> source) => BitConverter.UInt64BitsToDouble(ReadUInt64BigEndian(source));

    public static bool TryReadDoubleBigEndian(ReadOnlySpan<byte> source, out double value)
    {
        var fits = TryReadUInt64BigEndian(source, out var bits);
        value = BitConverter.UInt64BitsToDouble(bits);
        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteDoubleBigEndian(Span<byte> destination, double value) =>
        WriteUInt64BigEndian(destination, BitConverter.DoubleToUInt64Bits(value));

    public static bool TryWriteDoubleBigEndian(Span<byte> destination, double value) =>
        TryWriteUInt64BigEndian(destination, BitConverter.DoubleToUInt64Bits(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ReadOnlySpan<byte> source)
        where T : struct
    {
        if (source.Length < Unsafe.SizeOf<T>())
        {
            ThrowTooShort();
        }

        return Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(source));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<T>(Span<byte> destination, T value)
        where T : struct
    {
        if (destination.Length < Unsafe.SizeOf<T>())
        {
            ThrowTooShort();
        }

        Unsafe.WriteUnaligned(ref MemoryMarshal.GetReference(destination), value);
    }

    private static bool TryRead<T>(ReadOnlySpan<byte> source, out T value)
        where T : struct
    {
        if (source.Length < Unsafe.SizeOf<T>())
        {
            value = default;
            return false;
        }

        value = Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(source));
        return true;
    }

    private static bool TryWrite<T>(Span<byte> destination, T value)
        where T : struct
    {
        if (destination.Length < Unsafe.SizeOf<T>())
        {
            return false;
        }

        Unsafe.WriteUnaligned(ref MemoryMarshal.GetReference(destination), value);
        return true;
    }

    private static void ThrowTooShort() => throw new ArgumentOutOfRangeException("length", "The memory is too short for the number.");
}
