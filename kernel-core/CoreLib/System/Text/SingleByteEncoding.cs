namespace System.Text;

/// <summary>An encoding whose bytes are the first code points themselves, as ASCII's and Latin-1's are.</summary>
public abstract class SingleByteEncoding : Encoding
{
    private readonly char _last;

    private protected SingleByteEncoding(char last)
    {
        _last = last;
    }

    public override bool IsSingleByte => true;

    public override int GetMaxByteCount(int charCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(charCount);
        return ToInt32(charCount + 1L);
    }

    public override int GetMaxCharCount(int byteCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(byteCount);
        return byteCount;
    }

    private protected override int Encode(ReadOnlySpan<char> chars, Span<byte> bytes, bool counting, out int read)
    {
        read = chars.Length;
        if (counting)
        {
            return chars.Length;
        }

        for (var i = 0; i < chars.Length; i++)
        {
            if ((uint)i >= (uint)bytes.Length)
            {
                read = i;
                return i;
            }

            var c = chars[i];
            bytes[i] = c <= _last ? (byte)c : (byte)'?';
        }

        return chars.Length;
    }

    private protected override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool counting, out int read)
    {
        read = bytes.Length;
        if (counting)
        {
            return bytes.Length;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if ((uint)i >= (uint)chars.Length)
            {
                read = i;
                return i;
            }

            var b = bytes[i];
            chars[i] = b <= _last ? (char)b : '?';
        }

        return bytes.Length;
    }
}
