namespace System.Text;

/// <summary>UTF-16 as bytes: what UEFI and USB strings are.</summary>
public class UnicodeEncoding : Encoding
{
    public const int CharSize = 2;

    private readonly bool _bigEndian;
    private readonly bool _byteOrderMark;
    private readonly bool _throwOnInvalid;

    public UnicodeEncoding()
        : this(bigEndian: false, byteOrderMark: true)
    {
    }

    public UnicodeEncoding(bool bigEndian, bool byteOrderMark)
        : this(bigEndian, byteOrderMark, throwOnInvalidBytes: false)
    {
    }

    public UnicodeEncoding(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)
    {
        _bigEndian = bigEndian;
        _byteOrderMark = byteOrderMark;
        _throwOnInvalid = throwOnInvalidBytes;
    }

    public override string WebName => _bigEndian ? "utf-16BE" : "utf-16";

    public override int CodePage => _bigEndian ? 1201 : 1200;

    public override string EncodingName => _bigEndian ? "Unicode (Big-Endian)" : "Unicode";

    public override ReadOnlySpan<byte> Preamble => !_byteOrderMark ? default : _bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE];

    public override int GetMaxByteCount(int charCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(charCount);

        // One more character: a decoder with state may have kept a surrogate.
        return ToInt32((charCount + 1L) * CharSize);
    }

    public override int GetMaxCharCount(int byteCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(byteCount);
        return (int)(((long)byteCount >> 1) + (byteCount & 1) + 1);
    }

    public override bool Equals(object? value) =>
        value is UnicodeEncoding other &&
        other._bigEndian == _bigEndian &&
        other._byteOrderMark == _byteOrderMark &&
        other._throwOnInvalid == _throwOnInvalid;

    public override int GetHashCode() => CodePage + (_byteOrderMark ? 4 : 0) + (_throwOnInvalid ? 2 : 0);

    private protected override int Encode(ReadOnlySpan<char> chars, Span<byte> bytes, bool counting, out int read)
    {
        read = 0;
        var written = 0;
        Span<char> units = stackalloc char[2];
        while ((uint)read < (uint)chars.Length)
        {
            if (Rune.DecodeFromUtf16(chars.Slice(read), out var rune, out var consumed) != Buffers.OperationStatus.Done && _throwOnInvalid)
            {
                throw new EncoderFallbackException("A surrogate has no other half.", chars[read], read);
            }

            var length = rune.EncodeToUtf16(units);
            if (!counting)
            {
                if (bytes.Length - written < length * CharSize)
                {
                    break;
                }

                for (var i = 0; i < length; i++)
                {
                    var unit = units[i];
                    bytes[written + (2 * i) + (_bigEndian ? 1 : 0)] = (byte)unit;
                    bytes[written + (2 * i) + (_bigEndian ? 0 : 1)] = (byte)(unit >> 8);
                }
            }

            written += length * CharSize;
            read += consumed;
        }

        return written;
    }

    private protected override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool counting, out int read)
    {
        read = 0;
        var written = 0;
        Span<char> units = stackalloc char[2];
        while ((uint)read < (uint)bytes.Length)
        {
            var count = 0;
            for (; count < units.Length && bytes.Length - read - (count * CharSize) >= CharSize; count++)
            {
                var first = bytes[read + (count * CharSize)];
                var second = bytes[read + (count * CharSize) + 1];
                units[count] = (char)(_bigEndian ? (first << 8) | second : first | (second << 8));
            }

            // Half a unit at the end counts as a unit that is not valid.
            var consumed = 1;
            var rune = Rune.ReplacementChar;
            var status = Buffers.OperationStatus.NeedMoreData;
            if (count != 0)
            {
                status = Rune.DecodeFromUtf16(units.Slice(0, count), out rune, out var unitsConsumed);
                consumed = unitsConsumed * CharSize;
            }

            if (status != Buffers.OperationStatus.Done && _throwOnInvalid)
            {
                throw new DecoderFallbackException("The bytes are not UTF-16.", bytes.Slice(read, consumed).ToArray(), read);
            }

            if (counting)
            {
                written += rune.Utf16SequenceLength;
            }
            else if (rune.TryEncodeToUtf16(chars.Slice(written), out var length))
            {
                written += length;
            }
            else
            {
                break;
            }

            read += consumed;
        }

        return written;
    }
}
