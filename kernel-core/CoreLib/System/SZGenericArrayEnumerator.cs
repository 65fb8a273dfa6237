using System.Collections;
using System.Collections.Generic;

namespace System;

/// <summary>
/// Walks an array through its interface. ILC knows the class by name and marks it as covariant in the way of arrays, so that one over
/// <c>int</c> serves who sees the array as one of <c>uint</c>.
/// </summary>
internal sealed class SZGenericArrayEnumerator<T>(T[] array) : IEnumerator<T>
{
    /// <summary>For all empty arrays: it has no state that could change.</summary>
    internal static readonly SZGenericArrayEnumerator<T> Empty = new([]);

    private int _index = -1;

    public T Current
    {
        get
        {
            if ((uint)_index >= (uint)array.Length)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
            }

            return array[_index];
        }
    }

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        var next = _index + 1;
        if ((uint)next >= (uint)array.Length)
        {
            _index = array.Length;
            return false;
        }

        _index = next;
        return true;
    }

    public void Reset() => _index = -1;

    public void Dispose()
    {
    }
}
