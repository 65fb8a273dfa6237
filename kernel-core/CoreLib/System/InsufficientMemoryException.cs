namespace System;

/// <summary>A check for sufficient memory failed.</summary>
public sealed class InsufficientMemoryException : OutOfMemoryException
{
    public InsufficientMemoryException()
        : base("Insufficient memory to continue the execution of the program.")
    {
    }

    public InsufficientMemoryException(string? message)
        : base(message)
    {
    }

    public InsufficientMemoryException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
