using System.Diagnostics.CodeAnalysis;

namespace System;

// What strings, spans, tuples and collections throw in more than one place.
internal static partial class ThrowHelper
{
    [DoesNotReturn]
    internal static void ThrowCollectionEmpty() => throw new InvalidOperationException("The collection is empty.");

    [DoesNotReturn]
    internal static void ThrowDestinationTooShort() => throw new ArgumentException("The destination is too short.", "destination");

    [DoesNotReturn]
    internal static void ThrowDuplicateKey() => throw new ArgumentException("An element with the same key is already there.");

    [DoesNotReturn]
    internal static void ThrowFormatInvalid() => throw new FormatException("The format string or its arguments do not fit.");

    [DoesNotReturn]
    internal static void ThrowOffsetLength() => throw new ArgumentException("Offset and length do not lie within the array or list.");

    [DoesNotReturn]
    internal static void ThrowPointerToReferences() =>
        throw new ArgumentException("Unmanaged memory cannot hold elements that are or contain references.");

    [DoesNotReturn]
    internal static void ThrowWrongTupleType() => throw new ArgumentException("The other object is not a tuple of this type.", "other");

    [DoesNotReturn]
    internal static void ThrowWrongValueType() => throw new ArgumentException("The object is not of the type of the elements.", "value");
}
