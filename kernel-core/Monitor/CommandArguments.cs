using System;

namespace Tarn.Monitor;

/// <summary>What stands behind a command's name: words with blanks between them. A view over bytes that someone else owns.</summary>
/// <remarks>Nothing here allocates or throws.</remarks>
public ref struct CommandArguments
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Looks at a text.</summary>
    /// <param name="text">UTF-8.</param>
    public CommandArguments(ReadOnlySpan<byte> text) => _rest = text;

    /// <summary>All that has not been taken, without the blanks at its ends.</summary>
    public readonly ReadOnlySpan<byte> Rest
    {
        get
        {
            var rest = _rest;
            while (!rest.IsEmpty && rest[0] == (byte)' ')
            {
                rest = rest[1..];
            }

            while (!rest.IsEmpty && rest[^1] == (byte)' ')
            {
                rest = rest[..^1];
            }

            return rest;
        }
    }

    /// <summary>Takes the next word.</summary>
    /// <param name="word">The word; empty where this returns false.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeWord(out ReadOnlySpan<byte> word)
    {
        var rest = Rest;
        var length = 0;
        while (length < rest.Length && rest[length] != (byte)' ')
        {
            length++;
        }

        word = rest[..length];
        _rest = rest[length..];
        return length > 0;
    }

    /// <summary>Reads a size: decimal, or hexadecimal behind 0x; K, M or G behind it for 2^10, 2^20 or 2^30 of them.</summary>
    /// <param name="word">The word.</param>
    /// <param name="size">Bytes; 0 where this returns false.</param>
    /// <returns>False where it is no number, or one that does not fit into 64 bits.</returns>
    public static bool TryReadSize(ReadOnlySpan<byte> word, out ulong size)
    {
        size = 0;
        var shift = word.IsEmpty ? 0 : (word[^1] | 0x20) switch { 'k' => 10, 'm' => 20, 'g' => 30, _ => 0 };
        var digits = shift == 0 ? word : word[..^1];
        var isHexadecimal = digits.StartsWith("0x"u8);
        var radix = isHexadecimal ? 16u : 10u;
        digits = isHexadecimal ? digits[2..] : digits;
        var value = 0UL;
        foreach (var character in digits)
        {
            var digit = DigitOf(character);
            if (digit >= radix || value > (ulong.MaxValue - digit) / radix)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        if (digits.IsEmpty || value > ulong.MaxValue >> shift)
        {
            return false;
        }

        size = value << shift;
        return true;
    }

    private static uint DigitOf(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => (uint)(character - '0'),
        >= (byte)'a' and <= (byte)'f' => (uint)(character - 'a' + 10),
        >= (byte)'A' and <= (byte)'F' => (uint)(character - 'A' + 10),
        _ => uint.MaxValue,
    };
}
