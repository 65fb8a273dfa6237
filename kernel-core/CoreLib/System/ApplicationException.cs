namespace System;

/// <summary>A base for exceptions of a program; .NET keeps it for compatibility and so does this library.</summary>
public class ApplicationException : Exception
{
    public ApplicationException()
        : base("Error in the application.")
    {
    }

    public ApplicationException(string? message)
        : base(message)
    {
    }

    public ApplicationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
