namespace System;

/// <summary>There is not enough stack left to go on safely.</summary>
public sealed class InsufficientExecutionStackException : SystemException
{
    public InsufficientExecutionStackException()
        : base("Insufficient stack to continue executing the program safely.")
    {
    }

    public InsufficientExecutionStackException(string? message)
        : base(message)
    {
    }

    public InsufficientExecutionStackException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
