using System;
using System.Numerics;

namespace Tarn.Conformance;

/// <summary>Bit scans, counts, rotations and powers of two.</summary>
public static class BitCounting
{
    public static void Run()
    {
        for (var bit = 0; bit < 64; bit++)
        {
            var value = 1UL << bit;
            var mixed = value | 1 | (value >> 3);
            Console.WriteLine(
                $"{BitOperations.LeadingZeroCount(value)} {BitOperations.TrailingZeroCount(value)} {BitOperations.Log2(mixed)} "
                + $"{BitOperations.PopCount(mixed)} {BitOperations.PopCount(value - 1)} {BitOperations.IsPow2(value)} "
                + $"{BitOperations.IsPow2(mixed)}");
            Console.WriteLine(
                $"  {BitOperations.LeadingZeroCount((uint)value)} {BitOperations.TrailingZeroCount((uint)value)} "
                + $"{BitOperations.Log2((uint)mixed)} {BitOperations.PopCount((uint)mixed)} {BitOperations.IsPow2((int)value)} "
                + $"{BitOperations.RoundUpToPowerOf2(mixed)} {BitOperations.RoundUpToPowerOf2((uint)mixed)}");
            Console.WriteLine(
                $"  {BitOperations.RotateLeft(0x0123_4567_89AB_CDEFUL, bit):X16} "
                + $"{BitOperations.RotateRight(0x0123_4567_89AB_CDEFUL, bit):X16} {BitOperations.RotateLeft(0x89AB_CDEFu, bit):X8} "
                + $"{BitOperations.RotateRight(0x89AB_CDEFu, bit - 5):X8}");
        }

        Console.WriteLine(
            $"{BitOperations.LeadingZeroCount(0u)} {BitOperations.LeadingZeroCount(0UL)} {BitOperations.TrailingZeroCount(0)} "
            + $"{BitOperations.TrailingZeroCount(0L)} {BitOperations.Log2(0u)} {BitOperations.Log2(0UL)} {BitOperations.PopCount(0u)} "
            + $"{BitOperations.PopCount(ulong.MaxValue)}");
        Console.WriteLine(
            $"{BitOperations.RoundUpToPowerOf2(0u)} {BitOperations.RoundUpToPowerOf2(0x8000_0001u)} "
            + $"{BitOperations.RoundUpToPowerOf2(ulong.MaxValue)} {BitOperations.IsPow2(0)} {BitOperations.IsPow2(-8)} "
            + $"{BitOperations.IsPow2(int.MinValue)}");
        Console.WriteLine(
            $"{BitOperations.TrailingZeroCount((nint)48)} {BitOperations.LeadingZeroCount((nuint)48)} "
            + $"{BitOperations.RotateLeft((nuint)1, 63):X} {BitOperations.Crc32C(0, 0x12u):X8} {BitOperations.Crc32C(~0u, (byte)0x61):X8} "
            + $"{BitOperations.Crc32C(7, 0x0123_4567_89AB_CDEFUL):X8}");
    }
}
