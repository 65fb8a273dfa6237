namespace System;

/// <summary>Memory was read or written that is not mapped or is protected.</summary>
public class AccessViolationException : SystemException
{
    public AccessViolationException()
        : base("Attempted to read or write protected memory.")
    {
    }

    public AccessViolationException(string? message)
        : base(message)
    {
    }

    public AccessViolationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
