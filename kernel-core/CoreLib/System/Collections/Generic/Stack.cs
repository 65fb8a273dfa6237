using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>Last in, first out. Enumerated from the top.</summary>
public class Stack<T> : IReadOnlyCollection<T>, ICollection
{
    private const int DefaultCapacity = 4;

    private T[] _array;
    private int _size;
    private int _version;

    public Stack()
    {
        _array = [];
    }

    public Stack(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _array = new T[capacity];
    }

    public Stack(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        _array = [];
        foreach (var item in collection)
        {
            Push(item);
        }

        _version = 0;
    }

    public int Count => _size;

    public int Capacity => _array.Length;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public void Push(T item)
    {
        if (_size == _array.Length)
        {
            Grow(_size + 1);
        }

        _array[_size++] = item;
        _version++;
    }

    public T Pop()
    {
        if (!TryPop(out var result))
        {
            ThrowHelper.ThrowInvalidOperationException("Stack empty.");
        }

        return result!;
    }

    public bool TryPop([MaybeNullWhen(false)] out T result)
    {
        var top = _size - 1;
        var array = _array;
        if ((uint)top >= (uint)array.Length)
        {
            result = default;
            return false;
        }

        _version++;
        _size = top;
        result = array[top];
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            array[top] = default!;
        }

        return true;
    }

    public T Peek()
    {
        if (!TryPeek(out var result))
        {
            ThrowHelper.ThrowInvalidOperationException("Stack empty.");
        }

        return result!;
    }

    public bool TryPeek([MaybeNullWhen(false)] out T result)
    {
        var top = _size - 1;
        var array = _array;
        if ((uint)top >= (uint)array.Length)
        {
            result = default;
            return false;
        }

        result = array[top];
        return true;
    }

    public bool Contains(T item) => _size != 0 && Array.LastIndexOf(_array, item, _size - 1, _size) >= 0;

    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Array.Clear(_array, 0, _size);
        }

        _size = 0;
        _version++;
    }

    public void CopyTo(T[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        if ((uint)arrayIndex > (uint)array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(arrayIndex));
        }

        if (array.Length - arrayIndex < _size)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        for (var i = _size - 1; i >= 0; i--)
        {
            array[arrayIndex++] = _array[i];
        }
    }

    public T[] ToArray()
    {
        if (_size == 0)
        {
            return [];
        }

        var array = new T[_size];
        CopyTo(array, 0);
        return array;
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (_array.Length < capacity)
        {
            Grow(capacity);
        }

        return _array.Length;
    }

    public void TrimExcess()
    {
        if (_size < (int)(_array.Length * 0.9))
        {
            Array.Resize(ref _array, _size);
        }
    }

    public void TrimExcess(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, _size);
        if (capacity != _array.Length)
        {
            Array.Resize(ref _array, capacity);
        }
    }

    public Enumerator GetEnumerator() => new(this);

    void ICollection.CopyTo(Array array, int index) => Array.Copy(ToArray(), 0, array, index, _size);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow(int capacity)
    {
        var doubled = _array.Length == 0 ? DefaultCapacity : Math.Min((uint)_array.Length * 2, (uint)Array.MaxLength);
        Array.Resize(ref _array, (int)Math.Max(doubled, (uint)capacity));
    }

    public struct Enumerator : IEnumerator<T>
    {
        private const int Ended = -1;
        private const int NotStarted = -2;

        private readonly Stack<T> _stack;
        private readonly int _version;
        private int _index;
        private T? _current;

        internal Enumerator(Stack<T> stack)
        {
            _stack = stack;
            _version = stack._version;
            _index = NotStarted;
        }

        public readonly T Current
        {
            get
            {
                if (_index < 0)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return _current!;
            }
        }

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            CheckVersion();
            if (_index == Ended)
            {
                return false;
            }

            _index = (_index == NotStarted ? _stack._size : _index) - 1;
            if (_index < 0)
            {
                _current = default;
                return false;
            }

            _current = _stack._array[_index];
            return true;
        }

        void IEnumerator.Reset()
        {
            CheckVersion();
            _index = NotStarted;
            _current = default;
        }

        public void Dispose() => _index = Ended;

        private readonly void CheckVersion()
        {
            if (_version != _stack._version)
            {
                ThrowHelper.ThrowInvalidOperationException_ModifiedAfterEnumeration();
            }
        }
    }
}
