namespace System;

/// <summary>An operation was cancelled before it ended.</summary>
public partial class OperationCanceledException : SystemException
{
    private const string DefaultMessage = "The operation was canceled.";

    public OperationCanceledException()
        : base(DefaultMessage)
    {
    }

    public OperationCanceledException(string? message)
        : base(message)
    {
    }

    public OperationCanceledException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
