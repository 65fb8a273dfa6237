namespace System.Reflection;

/// <summary>A constructor called by <see cref="Activator"/> threw <see cref="Exception.InnerException"/>.</summary>
public sealed class TargetInvocationException : ApplicationException
{
    public TargetInvocationException(Exception? inner)
        : base("Exception has been thrown by the target of an invocation.", inner)
    {
    }

    public TargetInvocationException(string? message, Exception? inner)
        : base(message, inner)
    {
    }
}
