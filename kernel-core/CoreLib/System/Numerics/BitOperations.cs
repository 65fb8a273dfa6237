using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace System.Numerics;

/// <summary>Counts, scans and rotates bits.</summary>
/// <remarks>
/// The baseline processor has BSF and BSR but neither LZCNT, TZCNT nor POPCNT. Nothing here is marked as an intrinsic: each body is what
/// runs. Rotations are written in the form that the compiler turns into ROL and ROR.
/// </remarks>
public static class BitOperations
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(int value) => (value & (value - 1)) == 0 && value > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(uint value) => (value & (value - 1)) == 0 && value != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(long value) => (value & (value - 1)) == 0 && value > 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(ulong value) => (value & (value - 1)) == 0 && value != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(nint value) => IsPow2((long)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPow2(nuint value) => IsPow2((ulong)value);

    /// <summary>The smallest power of two that is not below the value; 0 for 0 and where it would not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RoundUpToPowerOf2(uint value) => value <= 1 ? value : (uint)(2ul << Log2(value - 1));

    /// <inheritdoc cref="RoundUpToPowerOf2(uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RoundUpToPowerOf2(ulong value) => value <= 1 ? value : value > 1ul << 63 ? 0 : 2ul << Log2(value - 1);

    /// <inheritdoc cref="RoundUpToPowerOf2(uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RoundUpToPowerOf2(nuint value) => (nuint)RoundUpToPowerOf2((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(uint value) => value == 0 ? 32 : 31 - (int)X86Base.BitScanReverse(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(ulong value) => value == 0 ? 64 : 63 - (int)X86Base.X64.BitScanReverse(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(nuint value) => LeadingZeroCount((ulong)value);

    /// <summary>The position of the highest set bit; 0 for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Log2(uint value) => (int)X86Base.BitScanReverse(value | 1);

    /// <inheritdoc cref="Log2(uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Log2(ulong value) => (int)X86Base.X64.BitScanReverse(value | 1);

    /// <inheritdoc cref="Log2(uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Log2(nuint value) => Log2((ulong)value);

    public static int PopCount(uint value)
    {
        // Adds neighbouring fields of 1, 2, then 4 bits; the product collects the four bytes in the highest one.
        value -= (value >> 1) & 0x5555_5555;
        value = (value & 0x3333_3333) + ((value >> 2) & 0x3333_3333);
        return (int)((((value + (value >> 4)) & 0x0F0F_0F0F) * 0x0101_0101) >> 24);
    }

    public static int PopCount(ulong value)
    {
        value -= (value >> 1) & 0x5555_5555_5555_5555;
        value = (value & 0x3333_3333_3333_3333) + ((value >> 2) & 0x3333_3333_3333_3333);
        return (int)((((value + (value >> 4)) & 0x0F0F_0F0F_0F0F_0F0F) * 0x0101_0101_0101_0101) >> 56);
    }

    public static int PopCount(nuint value) => PopCount((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(int value) => TrailingZeroCount((uint)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(uint value) => value == 0 ? 32 : (int)X86Base.BitScanForward(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(long value) => TrailingZeroCount((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(ulong value) => value == 0 ? 64 : (int)X86Base.X64.BitScanForward(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(nint value) => TrailingZeroCount((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(nuint value) => TrailingZeroCount((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RotateLeft(uint value, int offset) => (value << offset) | (value >> (32 - offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RotateLeft(ulong value, int offset) => (value << offset) | (value >> (64 - offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RotateLeft(nuint value, int offset) => (nuint)RotateLeft((ulong)value, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RotateRight(uint value, int offset) => (value >> offset) | (value << (32 - offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RotateRight(ulong value, int offset) => (value >> offset) | (value << (64 - offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RotateRight(nuint value, int offset) => (nuint)RotateRight((ulong)value, offset);

    /// <summary>Continues a CRC-32C (polynomial 0x1EDC6F41, reflected) over the byte.</summary>
    public static uint Crc32C(uint crc, byte data) => Crc32C(crc, data, 8);

    /// <summary>Continues a CRC-32C (polynomial 0x1EDC6F41, reflected) over the bytes of the number, the lowest first.</summary>
    public static uint Crc32C(uint crc, ushort data) => Crc32C(crc, data, 16);

    /// <inheritdoc cref="Crc32C(uint, ushort)"/>
    public static uint Crc32C(uint crc, uint data) => Crc32C(crc, data, 32);

    /// <inheritdoc cref="Crc32C(uint, ushort)"/>
    public static uint Crc32C(uint crc, ulong data) => Crc32C(Crc32C(crc, (uint)data, 32), (uint)(data >> 32), 32);

    private static uint Crc32C(uint crc, uint data, int bits)
    {
        crc ^= data;
        for (var i = 0; i < bits; i++)
        {
            crc = (crc >> 1) ^ (0x82F6_3B78 & (0 - (crc & 1)));
        }

        return crc;
    }
}
