namespace System.Text;

/// <summary>ISO 8859-1. Characters it lacks become question marks; .NET has a table of look-alikes for some of them.</summary>
internal sealed class Latin1Encoding : Encoding
{
    private const char LastCharacter = '\xFF';

    public override string WebName => "iso-8859-1";

    public override int CodePage => 28591;

    public override string EncodingName => "Western European (ISO)";

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
