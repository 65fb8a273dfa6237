namespace System.Runtime;

/// <summary>An interface method has several default implementations of which none is the most specific.</summary>
public sealed class AmbiguousImplementationException : Exception
{
    public AmbiguousImplementationException()
        : base("Ambiguous implementation found.")
    {
    }

    public AmbiguousImplementationException(string? message)
        : base(message)
    {
    }

    public AmbiguousImplementationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
