namespace System.Text;

public class UTF8Encoding : Encoding
{
    private readonly bool _emitIdentifier;
    private readonly bool _throwOnInvalid;

    public UTF8Encoding()
    {
    }

    public UTF8Encoding(bool encoderShouldEmitUTF8Identifier)
    {
        _emitIdentifier = encoderShouldEmitUTF8Identifier;
    }

    public UTF8Encoding(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)
    {
        _emitIdentifier = encoderShouldEmitUTF8Identifier;
        _throwOnInvalid = throwOnInvalidBytes;
    }

    public override string WebName => "utf-8";

    public override int CodePage => 65001;

    public override string EncodingName => "Unicode (UTF-8)";

    public override ReadOnlySpan<byte> Preamble => _emitIdentifier ? [0xEF, 0xBB, 0xBF] : default;

    public override int GetMaxByteCount(int charCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(charCount);

        // One more character: a decoder with state may have kept a surrogate.
        return ToInt32((charCount + 1L) * 3);
    }

    public override int GetMaxCharCount(int byteCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(byteCount);
        return ToInt32(byteCount + 1L);
    }

    public override bool Equals(object? value) =>
        value is UTF8Encoding other && other._emitIdentifier == _emitIdentifier && other._throwOnInvalid == _throwOnInvalid;

    public override int GetHashCode() => CodePage + (_emitIdentifier ? 1 : 0) + (_throwOnInvalid ? 2 : 0);

    private protected override int Encode(ReadOnlySpan<char> chars, Span<byte> bytes, bool counting, out int read)
    {
        read = 0;
        var written = 0;
        while ((uint)read < (uint)chars.Length)
        {
            var c = chars[read];
            if (c < 0x80)
            {
                if (!counting)
                {
                    if ((uint)written >= (uint)bytes.Length)
                    {
                        return written;
                    }

                    bytes[written] = (byte)c;
                }

                written++;
                read++;
                continue;
            }

            if (Rune.DecodeFromUtf16(chars.Slice(read), out var rune, out var consumed) != Buffers.OperationStatus.Done && _throwOnInvalid)
            {
                throw new EncoderFallbackException("A surrogate has no other half.", c, read);
            }

            if (counting)
            {
                written += rune.Utf8SequenceLength;
            }
            else if (rune.TryEncodeToUtf8(bytes.Slice(written), out var length))
            {
                written += length;
            }
            else
            {
                return written;
            }

            read += consumed;
        }

        return written;
    }

    private protected override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool counting, out int read)
    {
        read = 0;
        var written = 0;
        while ((uint)read < (uint)bytes.Length)
        {
            var b = bytes[read];
            if (b < 0x80)
            {
                if (!counting)
                {
                    if ((uint)written >= (uint)chars.Length)
                    {
                        return written;
                    }

                    chars[written] = (char)b;
                }

                written++;
                read++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes.Slice(read), out var rune, out var consumed) != Buffers.OperationStatus.Done && _throwOnInvalid)
            {
                throw new DecoderFallbackException("The bytes are not UTF-8.", bytes.Slice(read, consumed).ToArray(), read);
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
                return written;
            }

            read += consumed;
        }

        return written;
    }
}
