using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System;

// What strings, spans, tuples and collections throw in more than one place.
internal static partial class ThrowHelper
{
    [DoesNotReturn]
    internal static void ThrowDestinationTooShort() => throw new ArgumentException("Destination is too short.", "destination");

    [DoesNotReturn]
    internal static void ThrowDestinationArrayTooShort() => throw new ArgumentException(
        "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray");

    [DoesNotReturn]
    internal static void ThrowDuplicateKey<TKey>(TKey key, string? paramName = null) =>
        throw new ArgumentException("An item with the same key has already been added. Key: " + key?.ToString(), paramName);

    [DoesNotReturn]
    internal static void ThrowKeyNotFound<TKey>(TKey key) =>
        throw new KeyNotFoundException(string.Concat("The given key '", key?.ToString(), "' was not present in the dictionary."));

    [DoesNotReturn]
    internal static void ThrowIndexOutOfCollection() => throw new ArgumentOutOfRangeException(
        "index", "Index was out of range. Must be non-negative and less than the size of the collection.");

    /// <summary>For an index that may also be that of the end.</summary>
    [DoesNotReturn]
    internal static void ThrowIndexBeyondCollection(string paramName) => throw new ArgumentOutOfRangeException(
        paramName, "Index was out of range. Must be non-negative and less than or equal to the size of the collection.");

    [DoesNotReturn]
    internal static void ThrowNonNegativeRequired(string paramName) =>
        throw new ArgumentOutOfRangeException(paramName, "Non-negative number required.");

    /// <summary>For a part of a string that does not lie within it.</summary>
    [DoesNotReturn]
    internal static void ThrowSubstring(int startIndex, int length, int stringLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        if (startIndex > stringLength)
        {
            throw new ArgumentOutOfRangeException(nameof(startIndex), "startIndex cannot be larger than length of string.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(length);
        throw new ArgumentOutOfRangeException(nameof(length), "Index and length must refer to a location within the string.");
    }

    [DoesNotReturn]
    internal static void ThrowFormatInvalid() => throw new FormatException("The format string or its arguments do not fit.");

    [DoesNotReturn]
    internal static void ThrowOffsetLength() => throw new ArgumentException(
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");

    [DoesNotReturn]
    internal static void ThrowPointerToReferences() =>
        throw new ArgumentException("Unmanaged memory cannot hold elements that are or contain references.");

    [DoesNotReturn]
    internal static void ThrowWrongTupleType() => throw new ArgumentException("The other object is not a tuple of this type.", "other");

    [DoesNotReturn]
    internal static void ThrowWrongValueType() => throw new ArgumentException("The object is not of the type of the elements.", "value");
}
