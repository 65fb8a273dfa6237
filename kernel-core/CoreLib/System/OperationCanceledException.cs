using System.Threading;

namespace System;

/// <summary>An operation was cancelled before it ended.</summary>
public class OperationCanceledException : SystemException
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

    public OperationCanceledException(CancellationToken token)
        : this()
    {
        CancellationToken = token;
    }

    public OperationCanceledException(string? message, CancellationToken token)
        : this(message)
    {
        CancellationToken = token;
    }

    public OperationCanceledException(string? message, Exception? innerException, CancellationToken token)
        : this(message, innerException)
    {
        CancellationToken = token;
    }

    /// <summary>The token whose cancellation it was.</summary>
    public CancellationToken CancellationToken { get; }
}
