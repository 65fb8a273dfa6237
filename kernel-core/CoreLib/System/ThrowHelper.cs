using Internal.Runtime;
using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>
/// Throws on behalf of the core library. A call is five bytes where a <c>throw</c> would be an allocation, a constructor and a call,
/// so that the methods which check their arguments stay small and can be inlined.
/// </summary>
internal static partial class ThrowHelper
{
    [DoesNotReturn]
    internal static void ThrowArgumentException(string message) => throw new ArgumentException(message);

    [DoesNotReturn]
    internal static void ThrowArgumentException(string message, string paramName) => throw new ArgumentException(message, paramName);

    [DoesNotReturn]
    internal static void ThrowArgumentNullException(string paramName) => throw new ArgumentNullException(paramName);

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException() => throw new ArgumentOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException(string paramName) => throw new ArgumentOutOfRangeException(paramName);

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException(string paramName, string message) =>
        throw new ArgumentOutOfRangeException(paramName, message);

    [DoesNotReturn]
    internal static void ThrowArrayTypeMismatchException() => throw new ArrayTypeMismatchException();

    [DoesNotReturn]
    internal static void ThrowDivideByZeroException() => throw new DivideByZeroException();

    [DoesNotReturn]
    internal static void ThrowFormatException() => throw new FormatException();

    [DoesNotReturn]
    internal static void ThrowFormatException(string message) => throw new FormatException(message);

    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowInvalidCastException() => throw new InvalidCastException();

    [DoesNotReturn]
    internal static unsafe void ThrowInvalidCastException(MethodTable* from, MethodTable* to) => throw new InvalidCastException(from, to);

    [DoesNotReturn]
    internal static void ThrowInvalidOperationException() => throw new InvalidOperationException();

    [DoesNotReturn]
    internal static void ThrowInvalidOperationException(string message) => throw new InvalidOperationException(message);

    [DoesNotReturn]
    internal static void ThrowInvalidOperationException_EnumerationVersionChanged() =>
        throw new InvalidOperationException("Collection was modified; enumeration operation may not execute.");

    /// <summary>The same for the collections that .NET has in a library of their own, with a text of its own.</summary>
    [DoesNotReturn]
    internal static void ThrowInvalidOperationException_ModifiedAfterEnumeration() =>
        throw new InvalidOperationException("Collection was modified after the enumerator was instantiated.");

    [DoesNotReturn]
    internal static void ThrowInvalidOperationException_EnumerationNotStartedOrEnded() =>
        throw new InvalidOperationException("Enumeration has either not started or has already finished.");

    [DoesNotReturn]
    internal static void ThrowInvalidOperationException_NoValue() =>
        throw new InvalidOperationException("Nullable object must have a value.");

    [DoesNotReturn]
    internal static void ThrowNotSupportedException() => throw new NotSupportedException();

    [DoesNotReturn]
    internal static void ThrowNotSupportedException(string message) => throw new NotSupportedException(message);

    [DoesNotReturn]
    internal static void ThrowNotSupportedException_FixedSizeCollection() =>
        throw new NotSupportedException("Collection was of a fixed size.");

    [DoesNotReturn]
    internal static void ThrowNotSupportedException_ReadOnlyCollection() => throw new NotSupportedException("Collection is read-only.");

    [DoesNotReturn]
    internal static void ThrowNullReferenceException() => throw new NullReferenceException();

    [DoesNotReturn]
    internal static void ThrowObjectDisposedException(string? objectName) => throw new ObjectDisposedException(objectName);

    [DoesNotReturn]
    internal static void ThrowOutOfMemoryException() => throw new OutOfMemoryException();

    [DoesNotReturn]
    internal static void ThrowOverflowException() => throw new OverflowException();

    [DoesNotReturn]
    internal static void ThrowOverflowException(string message) => throw new OverflowException(message);

    [DoesNotReturn]
    internal static void ThrowPlatformNotSupportedException() => throw new PlatformNotSupportedException();
}
