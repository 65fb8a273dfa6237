namespace System;

/// <summary>The program contains invalid code.</summary>
public sealed class InvalidProgramException : SystemException
{
    public InvalidProgramException()
        : base("The program contains code that the compiler could not translate.")
    {
    }

    public InvalidProgramException(string? message)
        : base(message)
    {
    }

    public InvalidProgramException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
