using System;

namespace Tarn.Kernel;

/// <summary>Encodes UTF-16, which strings are made of, as UTF-8, which sinks take.</summary>
internal static class Utf8Encoder
{
    /// <summary>The most bytes that one character takes.</summary>
    public const int LongestCharacter = 4;

    /// <summary>Encodes as many whole characters as there is room for.</summary>
    /// <param name="text">UTF-16; a surrogate without its partner becomes U+FFFD.</param>
    /// <param name="destination">Where the UTF-8 goes.</param>
    /// <param name="read">How many UTF-16 units were used up: all, or those that <paramref name="destination"/> had room for.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> destination, out int read)
    {
        var written = 0;
        read = 0;
        while (read < text.Length)
        {
            var scalar = ScalarAt(text, read, out var units);
            var length = LengthOf(scalar);
            if (length > destination.Length - written)
            {
                break;
            }

            Put(scalar, destination.Slice(written, length));
            written += length;
            read += units;
        }

        return written;
    }

    private static uint ScalarAt(ReadOnlySpan<char> text, int index, out int units)
    {
        uint unit = text[index];
        units = 1;
        if (unit is < 0xD800 or > 0xDFFF)
        {
            return unit;
        }

        // A pair is a high surrogate (D800 to DBFF) and a low one (DC00 to DFFF), ten bits of the character each.
        if (unit <= 0xDBFF && index + 1 < text.Length && text[index + 1] is >= '\uDC00' and <= '\uDFFF')
        {
            units = 2;
            uint low = text[index + 1];
            return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }

        return Utf8Decoder.ReplacementCharacter;
    }

    private static int LengthOf(uint scalar) => scalar switch
    {
        < 0x80 => 1,
        < 0x800 => 2,
        < 0x10000 => 3,
        _ => 4,
    };

    private static void Put(uint scalar, Span<byte> destination)
    {
        if (destination.Length == 1)
        {
            destination[0] = (byte)scalar;
            return;
        }

        for (var index = destination.Length - 1; index > 0; index--)
        {
            destination[index] = (byte)(0x80 | scalar & 0x3F);
            scalar >>= 6;
        }

        // As many ones as there are bytes, then a zero: 110xxxxx, 1110xxxx, 11110xxx.
        var marker = 0xF00u >> destination.Length;
        destination[0] = (byte)(marker | scalar);
    }
}
