namespace System;

/// <summary>Access was denied.</summary>
public class UnauthorizedAccessException : SystemException
{
    public UnauthorizedAccessException()
        : base("Attempted to perform an unauthorized operation.")
    {
    }

    public UnauthorizedAccessException(string? message)
        : base(message)
    {
    }

    public UnauthorizedAccessException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
