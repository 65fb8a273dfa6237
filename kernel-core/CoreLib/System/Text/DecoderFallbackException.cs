namespace System.Text;

public sealed class DecoderFallbackException : ArgumentException
{
    public DecoderFallbackException()
        : base("The bytes cannot be decoded.")
    {
    }

    public DecoderFallbackException(string? message)
        : base(message)
    {
    }

    public DecoderFallbackException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public DecoderFallbackException(string? message, byte[]? bytesUnknown, int index)
        : base(message)
    {
        BytesUnknown = bytesUnknown;
        Index = index;
    }

    public byte[]? BytesUnknown { get; }

    public int Index { get; }
}
