namespace System.Text;

/// <summary>What the encodings do whose bytes are the first code points themselves. Question marks stand for anything else.</summary>
internal static class SingleByteCodec
{
    /// <param name="last">The last code point of the encoding.</param>
    /// <param name="chars">The text.</param>
    /// <param name="bytes">Where the bytes go, unless they are only counted.</param>
    /// <param name="counting">Whether to count only.</param>
    /// <param name="read">How many characters were encoded: fewer than all where the bytes do not fit.</param>
    public static int Encode(char last, ReadOnlySpan<char> chars, Span<byte> bytes, bool counting, out int read)
    {
        read = counting ? chars.Length : Math.Min(chars.Length, bytes.Length);
        for (var i = 0; i < chars.Length && (uint)i < (uint)bytes.Length; i++)
        {
            var c = chars[i];
            bytes[i] = c <= last ? (byte)c : (byte)'?';
        }

        return read;
    }

    public static int Decode(char last, ReadOnlySpan<byte> bytes, Span<char> chars, bool counting, out int read)
    {
        read = counting ? bytes.Length : Math.Min(bytes.Length, chars.Length);
        for (var i = 0; i < bytes.Length && (uint)i < (uint)chars.Length; i++)
        {
            var b = bytes[i];
            chars[i] = b <= last ? (char)b : '?';
        }

        return read;
    }
}
