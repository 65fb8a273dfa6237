namespace System.Text;

public sealed class EncoderFallbackException : ArgumentException
{
    public EncoderFallbackException()
        : base("The text cannot be encoded.")
    {
    }

    public EncoderFallbackException(string? message)
        : base(message)
    {
    }

    public EncoderFallbackException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal EncoderFallbackException(string? message, char charUnknown, int index)
        : base(message)
    {
        CharUnknown = charUnknown;
        Index = index;
    }

    public char CharUnknown { get; }

    public int Index { get; }
}
