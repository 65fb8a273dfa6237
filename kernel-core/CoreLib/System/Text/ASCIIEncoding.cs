namespace System.Text;

public class ASCIIEncoding : Encoding
{
    private const char LastCharacter = '\x7F';

    public override string WebName => "us-ascii";

    public override int CodePage => 20127;

    public override string EncodingName => "US-ASCII";

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

    private protected override int Encode(ReadOnlySpan<char> chars, Span<byte> bytes, bool counting, out int read) =>
        SingleByteCodec.Encode(LastCharacter, chars, bytes, counting, out read);

    private protected override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool counting, out int read) =>
        SingleByteCodec.Decode(LastCharacter, bytes, chars, counting, out read);
}
