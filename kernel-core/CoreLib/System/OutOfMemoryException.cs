using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>There is not enough memory.</summary>
public class OutOfMemoryException : SystemException
{
    /// <summary>The one that <c>new</c> throws: made at the start, because when it is needed there is no memory for one.</summary>
    internal static OutOfMemoryException? Preallocated { get; private set; }

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

    internal static void Preallocate() => Preallocated = new OutOfMemoryException();

    /// <summary>How many bytes were asked for last; 0 where that is not known.</summary>
    internal nuint RequestedBytes { get; private set; }

    /// <summary>Throws the one that was made at the start.</summary>
    /// <param name="requestedBytes">How many bytes were asked for; 0 where that is not known.</param>
    [DoesNotReturn]
    internal static void Throw(nuint requestedBytes = 0)
    {
        Preallocated!.RequestedBytes = requestedBytes;
        throw Preallocated;
    }
}
