using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// The generic interfaces of arrays with one dimension. ILC: an array of <typeparamref name="T"/> takes its interfaces and their methods
/// from here; <c>this</c> is the array, of <typeparamref name="T"/> or, by covariance, of something more derived.
/// </summary>
internal sealed class Array<T> : Array, IList<T>, IReadOnlyList<T>
{
    private Array()
    {
    }

    private T[] Items => Unsafe.As<T[]>(this);

    int ICollection<T>.Count => Length;

    int IReadOnlyCollection<T>.Count => Length;

    bool ICollection<T>.IsReadOnly => true;

    T IList<T>.this[int index]
    {
        get => ItemAt(index);
        set
        {
            if ((uint)index >= (uint)Length)
            {
                ThrowHelper.ThrowIndexOutOfCollection();
            }

            Items[index] = value;
        }
    }

    T IReadOnlyList<T>.this[int index] => ItemAt(index);

    public new IEnumerator<T> GetEnumerator() => Length == 0 ? SZGenericArrayEnumerator<T>.Empty : new SZGenericArrayEnumerator<T>(Items);

    bool ICollection<T>.Contains(T item) => IndexOf(Items, item) >= 0;

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => Copy(Items, 0, array, arrayIndex, Length);

    int IList<T>.IndexOf(T item) => IndexOf(Items, item);

    void ICollection<T>.Add(T item) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    void ICollection<T>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void IList<T>.Insert(int index, T item) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    bool ICollection<T>.Remove(T item)
    {
        ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();
        return false;
    }

    void IList<T>.RemoveAt(int index) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    private T ItemAt(int index)
    {
        if ((uint)index >= (uint)Length)
        {
            ThrowHelper.ThrowIndexOutOfCollection();
        }

        return Items[index];
    }
}
