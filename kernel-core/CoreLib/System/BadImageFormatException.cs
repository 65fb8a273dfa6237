namespace System;

/// <summary>The image of a program is malformed.</summary>
public class BadImageFormatException : SystemException
{
    public BadImageFormatException()
        : base("Format of the executable or library is invalid.")
    {
    }

    public BadImageFormatException(string? message)
        : base(message)
    {
    }

    public BadImageFormatException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
