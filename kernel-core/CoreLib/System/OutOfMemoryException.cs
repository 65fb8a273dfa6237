using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>There is not enough memory.</summary>
public class OutOfMemoryException : SystemException
{
    /// <summary>The one that <c>new</c> throws: made at the start, because when it is needed there is no memory for one.</summary>
    private static OutOfMemoryException? s_preallocated;

    public OutOfMemoryException()
        : base("Insufficient memory to continue the execution of the program.")
    {
    }

    public OutOfMemoryException(string? message)
        : base(message)
    {
    }

    public OutOfMemoryException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static void Preallocate() => s_preallocated = new OutOfMemoryException();

    [DoesNotReturn]
    internal static void Throw() => throw s_preallocated!;
}
