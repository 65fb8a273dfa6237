using System.Collections;
using System.Collections.Generic;

namespace System;

public readonly struct ArraySegment<T> : IList<T>, IReadOnlyList<T>, IEquatable<ArraySegment<T>>
{
    private readonly T[]? _array;
    private readonly int _offset;
    private readonly int _count;

    public ArraySegment(T[] array)
    {
        if (array is null)
        {
            ThrowHelper.ThrowArgumentNullException(nameof(array));
        }

        _array = array;
        _count = array.Length;
    }

    public ArraySegment(T[] array, int offset, int count)
    {
        if (array is null)
        {
            ThrowHelper.ThrowArgumentNullException(nameof(array));
        }

        if (offset < 0 || count < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(offset < 0 ? nameof(offset) : nameof(count));
        }

        if ((uint)offset > (uint)array.Length || (uint)count > (uint)(array.Length - offset))
        {
            ThrowHelper.ThrowOffsetLength();
        }

        _array = array;
        _offset = offset;
        _count = count;
    }

    public static ArraySegment<T> Empty => new(System.Array.Empty<T>());

    public T[]? Array => _array;

    public int Offset => _offset;

    public int Count => _count;

    bool ICollection<T>.IsReadOnly => true;

    public T this[int index]
    {
        get => _array![Check(index)];
        set => _array![Check(index)] = value;
    }

    public ArraySegment<T> Slice(int index) => Slice(index, _count - index);

    public ArraySegment<T> Slice(int index, int count)
    {
        var array = ArrayOrThrow();
        if ((uint)index > (uint)_count || (uint)count > (uint)(_count - index))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        return new ArraySegment<T>(array, _offset + index, count);
    }

    public T[] ToArray() => new ReadOnlySpan<T>(ArrayOrThrow(), _offset, _count).ToArray();

    public void CopyTo(T[] destination) => CopyTo(destination, 0);

    public void CopyTo(T[] destination, int destinationIndex) =>
        System.Array.Copy(ArrayOrThrow(), _offset, destination, destinationIndex, _count);

    public void CopyTo(ArraySegment<T> destination)
    {
        var array = ArrayOrThrow();
        var destinationArray = destination.ArrayOrThrow();
        if (_count > destination._count)
        {
            ThrowHelper.ThrowDestinationTooShort();
        }

        System.Array.Copy(array, _offset, destinationArray, destination._offset, _count);
    }

    public Enumerator GetEnumerator()
    {
        ArrayOrThrow();
        return new Enumerator(this);
    }

    public bool Equals(ArraySegment<T> obj) => obj._array == _array && obj._offset == _offset && obj._count == _count;

    public override bool Equals(object? obj) => obj is ArraySegment<T> other && Equals(other);

    public override int GetHashCode() => _array is null ? 0 : HashCode.Combine(_offset, _count, _array.GetHashCode());

    public static bool operator ==(ArraySegment<T> a, ArraySegment<T> b) => a.Equals(b);

    public static bool operator !=(ArraySegment<T> a, ArraySegment<T> b) => !a.Equals(b);

    public static implicit operator ArraySegment<T>(T[] array) => array is null ? default : new ArraySegment<T>(array);

    int IList<T>.IndexOf(T item)
    {
        var index = System.Array.IndexOf(ArrayOrThrow(), item, _offset, _count);
        return index < 0 ? -1 : index - _offset;
    }

    bool ICollection<T>.Contains(T item) => System.Array.IndexOf(ArrayOrThrow(), item, _offset, _count) >= 0;

    void IList<T>.Insert(int index, T item) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    void IList<T>.RemoveAt(int index) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    void ICollection<T>.Add(T item) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    void ICollection<T>.Clear() => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    bool ICollection<T>.Remove(T item)
    {
        ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();
        return false;
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Check(int index)
    {
        if ((uint)index >= (uint)_count)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        return _offset + index;
    }

    private T[] ArrayOrThrow()
    {
        if (_array is null)
        {
            ThrowHelper.ThrowInvalidOperationException();
        }

        return _array;
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly T[]? _array;
        private readonly int _start;
        private readonly int _end;
        private int _current;

        internal Enumerator(ArraySegment<T> segment)
        {
            _array = segment._array;
            _start = segment._offset;
            _end = segment._offset + segment._count;
            _current = _start - 1;
        }

        public readonly T Current
        {
            get
            {
                if (_current < _start || _current >= _end)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return _array![_current];
            }
        }

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_current < _end)
            {
                _current++;
                return _current < _end;
            }

            return false;
        }

        void IEnumerator.Reset() => _current = _start - 1;

        public readonly void Dispose()
        {
        }
    }
}
