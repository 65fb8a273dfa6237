using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>First in, first out: a ring in an array that doubles.</summary>
public class Queue<T> : IReadOnlyCollection<T>, ICollection
{
    private const int MinimumGrow = 4;

    private T[] _array;
    private int _head;
    private int _size;
    private int _version;

    public Queue()
    {
        _array = [];
    }

    public Queue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _array = new T[capacity];
    }

    public Queue(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        _array = [];
        foreach (var item in collection)
        {
            Enqueue(item);
        }
    }

    public int Count => _size;

    public int Capacity => _array.Length;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public void Enqueue(T item)
    {
        if (_size == _array.Length)
        {
            Grow(_size + 1);
        }

        _array[IndexOf(_size)] = item;
        _size++;
        _version++;
    }

    public T Dequeue()
    {
        if (_size == 0)
        {
            ThrowHelper.ThrowInvalidOperationException("Queue empty.");
        }

        TryDequeue(out var result);
        return result!;
    }

    public bool TryDequeue([MaybeNullWhen(false)] out T result)
    {
        if (_size == 0)
        {
            result = default;
            return false;
        }

        var array = _array;
        var head = _head;
        result = array[head];
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            array[head] = default!;
        }

        head++;
        _head = head == array.Length ? 0 : head;
        _size--;
        _version++;
        return true;
    }

    public T Peek()
    {
        if (_size == 0)
        {
            ThrowHelper.ThrowInvalidOperationException("Queue empty.");
        }

        return _array[_head];
    }

    public bool TryPeek([MaybeNullWhen(false)] out T result)
    {
        if (_size == 0)
        {
            result = default;
            return false;
        }

        result = _array[_head];
        return true;
    }

    public bool Contains(T item)
    {
        for (var i = 0; i < _size; i++)
        {
            if (EqualityComparer<T>.Default.Equals(_array[IndexOf(i)], item))
            {
                return true;
            }
        }

        return false;
    }

    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Array.Clear(_array);
        }

        _head = 0;
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

        CopyTo(new Span<T>(array).Slice(arrayIndex));
    }

    public T[] ToArray()
    {
        if (_size == 0)
        {
            return [];
        }

        var array = new T[_size];
        CopyTo(array);
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
            SetCapacity(_size);
        }
    }

    public void TrimExcess(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, _size);
        if (capacity != _array.Length)
        {
            SetCapacity(capacity);
        }
    }

    public Enumerator GetEnumerator() => new(this);

    void ICollection.CopyTo(Array array, int index) => Array.Copy(ToArray(), 0, array, index, _size);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Where in the array the element is that is `offset` behind the first.
    private int IndexOf(int offset)
    {
        var index = _head + offset;
        return index >= _array.Length ? index - _array.Length : index;
    }

    private void CopyTo(Span<T> destination)
    {
        var first = Math.Min(_array.Length - _head, _size);
        new ReadOnlySpan<T>(_array, _head, first).CopyTo(destination);
        new ReadOnlySpan<T>(_array, 0, _size - first).CopyTo(destination.Slice(first));
    }

    private void Grow(int capacity)
    {
        var doubled = Math.Min((uint)_array.Length * 2, (uint)Array.MaxLength);
        SetCapacity((int)Math.Max(Math.Max(doubled, (uint)_array.Length + MinimumGrow), (uint)capacity));
    }

    private void SetCapacity(int capacity)
    {
        var array = new T[capacity];
        CopyTo(array);
        _array = array;
        _head = 0;
        _version++;
    }

    public struct Enumerator : IEnumerator<T>
    {
        private const int NotStarted = -1;
        private const int Ended = -2;

        private readonly Queue<T> _queue;
        private readonly int _version;
        private int _index;
        private T? _current;

        internal Enumerator(Queue<T> queue)
        {
            _queue = queue;
            _version = queue._version;
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

            _index++;
            if (_index == _queue._size)
            {
                Dispose();
                return false;
            }

            _current = _queue._array[_queue.IndexOf(_index)];
            return true;
        }

        void IEnumerator.Reset()
        {
            CheckVersion();
            _index = NotStarted;
            _current = default;
        }

        public void Dispose()
        {
            _index = Ended;
            _current = default;
        }

        private readonly void CheckVersion()
        {
            if (_version != _queue._version)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationVersionChanged();
            }
        }
    }
}
