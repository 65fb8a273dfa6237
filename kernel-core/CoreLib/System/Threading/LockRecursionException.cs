namespace System.Threading;

/// <summary>A lock was entered again that does not allow it.</summary>
public class LockRecursionException : Exception
{
    public LockRecursionException()
        : base("The lock may not be entered recursively.")
    {
    }

    public LockRecursionException(string? message)
        : base(message)
    {
    }

    public LockRecursionException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
