using System;

namespace Tarn.Testing.Protocol;

/// <summary>
/// CRC-32 as in IEEE 802.3, clause 3.2.9: reflected polynomial 0xEDB88320, all ones at the start and inverted at the end.
/// </summary>
/// <remarks>Bit by bit: frames are short, and a table would be a static that the kernel must have set up before its first report.</remarks>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The state before the first byte.</summary>
    public const uint Start = 0xFFFFFFFF;

    /// <summary>Adds bytes to a running checksum. Does not allocate; may run anywhere.</summary>
    /// <param name="state"><see cref="Start"/>, or what an earlier call returned.</param>
    /// <param name="bytes">The bytes to add.</param>
    /// <returns>The new state; <see cref="Finish"/> makes the checksum of it.</returns>
    public static uint Add(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? (state >> 1) ^ Polynomial : state >> 1;
            }
        }

        return state;
    }

    /// <summary>The checksum of the bytes added so far.</summary>
    public static uint Finish(uint state) => ~state;

    /// <summary>The checksum of <paramref name="bytes"/> alone.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Finish(Add(Start, bytes));
}
