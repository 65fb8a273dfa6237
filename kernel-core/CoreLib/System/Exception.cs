namespace System;

/// <summary>The base of everything that can be thrown.</summary>
/// <remarks>The text of a stack trace and the names of types come from tables that an image may leave out; there is no <c>Data</c> and no
/// <c>HResult</c>.</remarks>
public class Exception
{
    private readonly string? _message;
    private readonly Exception? _innerException;

    public Exception()
    {
    }

    public Exception(string? message)
    {
        _message = message;
    }

    public Exception(string? message, Exception? innerException)
    {
        _message = message;
        _innerException = innerException;
    }

    /// <summary>What went wrong, in words. Never null; a panic prints it.</summary>
    public virtual string Message => _message ?? "An exception was thrown that carries no message.";

    /// <summary>The exception that caused this one, or null.</summary>
    public Exception? InnerException => _innerException;

    /// <summary>The end of the chain of <see cref="InnerException"/>.</summary>
    public virtual Exception GetBaseException()
    {
        var last = this;
        while (last._innerException is { } inner)
        {
            last = inner;
        }

        return last;
    }

    public new Type GetType() => base.GetType();
}
