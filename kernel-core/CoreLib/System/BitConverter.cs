using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

/// <summary>The bits of numbers as other numbers and as bytes, the lowest byte first.</summary>
public static class BitConverter
{
    public static readonly bool IsLittleEndian = true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long DoubleToInt64Bits(double value) => Unsafe.BitCast<double, long>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong DoubleToUInt64Bits(double value) => Unsafe.BitCast<double, ulong>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Int64BitsToDouble(long value) => Unsafe.BitCast<long, double>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double UInt64BitsToDouble(ulong value) => Unsafe.BitCast<ulong, double>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SingleToInt32Bits(float value) => Unsafe.BitCast<float, int>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SingleToUInt32Bits(float value) => Unsafe.BitCast<float, uint>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Int32BitsToSingle(int value) => Unsafe.BitCast<int, float>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float UInt32BitsToSingle(uint value) => Unsafe.BitCast<uint, float>(value);

    public static short HalfToInt16Bits(Half value) => (short)value.Bits;

    public static ushort HalfToUInt16Bits(Half value) => value.Bits;

    public static Half Int16BitsToHalf(short value) => new((ushort)value);

    public static Half UInt16BitsToHalf(ushort value) => new(value);

    public static byte[] GetBytes(bool value) => [value ? (byte)1 : (byte)0];

    public static byte[] GetBytes(char value) => ToArray(value);

    public static byte[] GetBytes(short value) => ToArray(value);

    public static byte[] GetBytes(ushort value) => ToArray(value);

    public static byte[] GetBytes(int value) => ToArray(value);

    public static byte[] GetBytes(uint value) => ToArray(value);

    public static byte[] GetBytes(long value) => ToArray(value);

    public static byte[] GetBytes(ulong value) => ToArray(value);

    public static byte[] GetBytes(float value) => ToArray(value);

    public static byte[] GetBytes(double value) => ToArray(value);

    public static bool TryWriteBytes(Span<byte> destination, bool value) => TryWrite(destination, value ? (byte)1 : (byte)0);

    public static bool TryWriteBytes(Span<byte> destination, char value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, short value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, ushort value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, int value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, uint value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, long value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, ulong value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, float value) => TryWrite(destination, value);

    public static bool TryWriteBytes(Span<byte> destination, double value) => TryWrite(destination, value);

    public static bool ToBoolean(byte[] value, int startIndex) => Read<byte>(value, startIndex) != 0;

    public static bool ToBoolean(ReadOnlySpan<byte> value) => Read<byte>(value) != 0;

    public static char ToChar(byte[] value, int startIndex) => Read<char>(value, startIndex);

    public static char ToChar(ReadOnlySpan<byte> value) => Read<char>(value);

    public static short ToInt16(byte[] value, int startIndex) => Read<short>(value, startIndex);

    public static short ToInt16(ReadOnlySpan<byte> value) => Read<short>(value);

    public static ushort ToUInt16(byte[] value, int startIndex) => Read<ushort>(value, startIndex);

    public static ushort ToUInt16(ReadOnlySpan<byte> value) => Read<ushort>(value);

    public static int ToInt32(byte[] value, int startIndex) => Read<int>(value, startIndex);

    public static int ToInt32(ReadOnlySpan<byte> value) => Read<int>(value);

    public static uint ToUInt32(byte[] value, int startIndex) => Read<uint>(value, startIndex);

    public static uint ToUInt32(ReadOnlySpan<byte> value) => Read<uint>(value);

    public static long ToInt64(byte[] value, int startIndex) => Read<long>(value, startIndex);

    public static long ToInt64(ReadOnlySpan<byte> value) => Read<long>(value);

    public static ulong ToUInt64(byte[] value, int startIndex) => Read<ulong>(value, startIndex);

    public static ulong ToUInt64(ReadOnlySpan<byte> value) => Read<ulong>(value);

    public static float ToSingle(byte[] value, int startIndex) => Read<float>(value, startIndex);

    public static float ToSingle(ReadOnlySpan<byte> value) => Read<float>(value);

    public static double ToDouble(byte[] value, int startIndex) => Read<double>(value, startIndex);

    public static double ToDouble(ReadOnlySpan<byte> value) => Read<double>(value);

    /// <summary>The bytes in hexadecimal with hyphens between them, as in 01-AB-FF.</summary>
    public static string ToString(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ToString(value, 0, value.Length);
    }

    /// <inheritdoc cref="ToString(byte[])"/>
    public static string ToString(byte[] value, int startIndex)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ToString(value, startIndex, value.Length - startIndex);
    }

    /// <inheritdoc cref="ToString(byte[])"/>
    public static string ToString(byte[] value, int startIndex, int length)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (startIndex < 0 || (startIndex >= value.Length && startIndex > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (startIndex > value.Length - length)
        {
            throw new ArgumentException("The range reaches beyond the array.");
        }

        if (length == 0)
        {
            return "";
        }

        var text = Number.NewString((length * 3) - 1, out var characters);
        for (var i = 0; i < length; i++)
        {
            if (i > 0)
            {
                characters[(i * 3) - 1] = '-';
            }

            characters[i * 3] = Number.HexDigit(value[startIndex + i] >> 4);
            characters[(i * 3) + 1] = Number.HexDigit(value[startIndex + i]);
        }

        return text;
    }

    private static byte[] ToArray<T>(T value)
        where T : struct
    {
        var bytes = new byte[Unsafe.SizeOf<T>()];
        Unsafe.WriteUnaligned(ref bytes[0], value);
        return bytes;
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

    private static T Read<T>(byte[] value, int startIndex)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        if ((uint)startIndex >= (uint)value.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        }

        if (startIndex > value.Length - Unsafe.SizeOf<T>())
        {
            throw new ArgumentException("The array is too short.", nameof(value));
        }

        return Unsafe.ReadUnaligned<T>(ref value[startIndex]);
    }

    private static T Read<T>(ReadOnlySpan<byte> value)
        where T : struct
    {
        if (value.Length < Unsafe.SizeOf<T>())
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }

        return Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(value));
    }
}
