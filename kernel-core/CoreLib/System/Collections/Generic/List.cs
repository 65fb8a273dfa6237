using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Collections.Generic;

public class List<T> : IList<T>, IList, IReadOnlyList<T>
{
    private const int DefaultCapacity = 4;

    // CollectionsMarshal sees them.
    internal T[] _items;
    internal int _size;
    internal int _version;

    public List()
    {
        _items = [];
    }

    public List(int capacity)
    {
        if (capacity < 0)
        {
            ThrowHelper.ThrowNonNegativeRequired(nameof(capacity));
        }

        _items = capacity == 0 ? [] : new T[capacity];
    }

    public List(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        _items = [];
        if (collection is ICollection<T> { Count: var count } known)
        {
            if (count != 0)
            {
                _items = new T[count];
                known.CopyTo(_items, 0);
                _size = count;
            }
        }
        else
        {
            foreach (var item in collection)
            {
                Add(item);
            }
        }
    }

    public int Capacity
    {
        get => _items.Length;
        set
        {
            if (value < _size)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(value), "capacity was less than the current size.");
            }

            if (value != _items.Length)
            {
                if (value == 0)
                {
                    _items = [];
                }
                else
                {
                    Array.Resize(ref _items, value);
                }
            }
        }
    }

    public int Count => _size;

    bool ICollection<T>.IsReadOnly => false;

    bool IList.IsReadOnly => false;

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_size)
            {
                ThrowHelper.ThrowIndexOutOfCollection();
            }

            return _items[index];
        }

        set
        {
            if ((uint)index >= (uint)_size)
            {
                ThrowHelper.ThrowIndexOutOfCollection();
            }

            _items[index] = value;
            _version++;
        }
    }

    object? IList.this[int index]
    {
        get => this[index];
        set => this[index] = Cast(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        _version++;
        var items = _items;
        var size = _size;
        if ((uint)size < (uint)items.Length)
        {
            _size = size + 1;
            items[size] = item;
        }
        else
        {
            AddWithResize(item);
        }
    }

    public void AddRange(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        if (collection is ICollection<T>)
        {
            InsertRange(_size, collection);
        }
        else
        {
            foreach (var item in collection)
            {
                Add(item);
            }
        }
    }

    public ReadOnlyCollection<T> AsReadOnly() => new(this);

    public int BinarySearch(T item) => BinarySearch(0, _size, item, null);

    public int BinarySearch(T item, IComparer<T>? comparer) => BinarySearch(0, _size, item, comparer);

    public int BinarySearch(int index, int count, T item, IComparer<T>? comparer)
    {
        CheckPart(index, count);
        return Array.BinarySearch(_items, index, count, item, comparer);
    }

    public void Clear()
    {
        _version++;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            new Span<T>(_items, 0, _size).Clear();
        }

        _size = 0;
    }

    public bool Contains(T item) => _size != 0 && IndexOf(item) >= 0;

    public List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        var result = new List<TOutput>(_size);
        for (var i = 0; i < _size; i++)
        {
            result._items[i] = converter(_items[i]);
        }

        result._size = _size;
        return result;
    }

    public void CopyTo(T[] array) => CopyTo(array, 0);

    public void CopyTo(T[] array, int arrayIndex) => Array.Copy(_items, 0, array, arrayIndex, _size);

    public void CopyTo(int index, T[] array, int arrayIndex, int count)
    {
        if (_size - index < count)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        Array.Copy(_items, index, array, arrayIndex, count);
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (_items.Length < capacity)
        {
            Grow(capacity);
        }

        return _items.Length;
    }

    public bool Exists(Predicate<T> match) => FindIndex(match) != -1;

    public T? Find(Predicate<T> match)
    {
        var index = FindIndex(match);
        return index < 0 ? default : _items[index];
    }

    public List<T> FindAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var result = new List<T>();
        for (var i = 0; i < _size; i++)
        {
            if (match(_items[i]))
            {
                result.Add(_items[i]);
            }
        }

        return result;
    }

    public int FindIndex(Predicate<T> match) => FindIndex(0, _size, match);

    public int FindIndex(int startIndex, Predicate<T> match) => FindIndex(startIndex, _size - startIndex, match);

    public int FindIndex(int startIndex, int count, Predicate<T> match)
    {
        CheckRange(startIndex, count);
        ArgumentNullException.ThrowIfNull(match);
        for (var i = startIndex; i < startIndex + count; i++)
        {
            if (match(_items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public T? FindLast(Predicate<T> match)
    {
        var index = FindLastIndex(match);
        return index < 0 ? default : _items[index];
    }

    public int FindLastIndex(Predicate<T> match) => FindLastIndex(_size - 1, _size, match);

    public int FindLastIndex(int startIndex, Predicate<T> match) => FindLastIndex(startIndex, startIndex + 1, match);

    public int FindLastIndex(int startIndex, int count, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        if (_size == 0 ? startIndex != -1 : (uint)startIndex >= (uint)_size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        if (count < 0 || startIndex - count + 1 < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        for (var i = startIndex; i > startIndex - count; i--)
        {
            if (match(_items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public void ForEach(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var version = _version;
        for (var i = 0; i < _size && version == _version; i++)
        {
            action(_items[i]);
        }

        if (version != _version)
        {
            ThrowHelper.ThrowInvalidOperationException_EnumerationVersionChanged();
        }
    }

    public Enumerator GetEnumerator() => new(this);

    public List<T> GetRange(int index, int count)
    {
        CheckPart(index, count);
        var result = new List<T>(count);
        new ReadOnlySpan<T>(_items, index, count).CopyTo(result._items);
        result._size = count;
        return result;
    }

    public List<T> Slice(int start, int length) => GetRange(start, length);

    public int IndexOf(T item) => Array.IndexOf(_items, item, 0, _size);

    public int IndexOf(T item, int index)
    {
        if (index > _size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        return Array.IndexOf(_items, item, index, _size - index);
    }

    public int IndexOf(T item, int index, int count)
    {
        CheckRange(index, count);
        return Array.IndexOf(_items, item, index, count);
    }

    public void Insert(int index, T item)
    {
        if ((uint)index > (uint)_size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index), "Index must be within the bounds of the List.");
        }

        OpenGap(index, 1);
        _items[index] = item;
        _version++;
    }

    public void InsertRange(int index, IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        if ((uint)index > (uint)_size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        if (collection is not ICollection<T> known)
        {
            foreach (var item in collection)
            {
                Insert(index++, item);
            }

            return;
        }

        var count = known.Count;
        if (count == 0)
        {
            return;
        }

        OpenGap(index, count);
        if (ReferenceEquals(this, known))
        {
            // The list into itself: what was after the gap has moved.
            Move(0, index, index);
            Move(index + count, index * 2, _size - (index + count));
        }
        else
        {
            known.CopyTo(_items, index);
        }

        _version++;
    }

    public int LastIndexOf(T item) => _size == 0 ? -1 : LastIndexOf(item, _size - 1, _size);

    public int LastIndexOf(T item, int index)
    {
        if (index >= _size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        return LastIndexOf(item, index, index + 1);
    }

    public int LastIndexOf(T item, int index, int count)
    {
        if (_size == 0)
        {
            return -1;
        }

        if ((uint)index >= (uint)_size || (uint)count > (uint)(index + 1))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException((uint)index >= (uint)_size ? nameof(index) : nameof(count));
        }

        return Array.LastIndexOf(_items, item, index, count);
    }

    public bool Remove(T item)
    {
        var index = IndexOf(item);
        if (index < 0)
        {
            return false;
        }

        RemoveAt(index);
        return true;
    }

    public int RemoveAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var kept = 0;
        while (kept < _size && !match(_items[kept]))
        {
            kept++;
        }

        if (kept >= _size)
        {
            return 0;
        }

        for (var i = kept + 1; i < _size; i++)
        {
            if (!match(_items[i]))
            {
                _items[kept++] = _items[i];
            }
        }

        var removed = _size - kept;
        ClearTail(kept);
        return removed;
    }

    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)_size)
        {
            ThrowHelper.ThrowIndexOutOfCollection();
        }

        Move(index + 1, index, _size - index - 1);
        ClearTail(_size - 1);
    }

    public void RemoveRange(int index, int count)
    {
        CheckPart(index, count);
        if (count > 0)
        {
            Move(index + count, index, _size - index - count);
            ClearTail(_size - count);
        }
    }

    public void Reverse() => Reverse(0, _size);

    public void Reverse(int index, int count)
    {
        CheckPart(index, count);
        Array.Reverse(_items, index, count);
        _version++;
    }

    public void Sort() => Sort(0, _size, null);

    public void Sort(IComparer<T>? comparer) => Sort(0, _size, comparer);

    public void Sort(int index, int count, IComparer<T>? comparer)
    {
        CheckPart(index, count);
        Array.Sort(_items, index, count, comparer);
        _version++;
    }

    public void Sort(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        MemoryExtensions.Sort(new Span<T>(_items, 0, _size), comparison);
        _version++;
    }

    public T[] ToArray() => new ReadOnlySpan<T>(_items, 0, _size).ToArray();

    public void TrimExcess()
    {
        if (_size < (int)(_items.Length * 0.9))
        {
            Capacity = _size;
        }
    }

    public bool TrueForAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        for (var i = 0; i < _size; i++)
        {
            if (!match(_items[i]))
            {
                return false;
            }
        }

        return true;
    }

    int IList.Add(object? value)
    {
        Add(Cast(value));
        return _size - 1;
    }

    bool IList.Contains(object? value) => IsCompatible(value) && Contains((T)value!);

    int IList.IndexOf(object? value) => IsCompatible(value) ? IndexOf((T)value!) : -1;

    void IList.Insert(int index, object? value) => Insert(index, Cast(value));

    void IList.Remove(object? value)
    {
        if (IsCompatible(value))
        {
            Remove((T)value!);
        }
    }

    void ICollection.CopyTo(Array array, int arrayIndex) => Array.Copy(_items, 0, array, arrayIndex, _size);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Grow(int capacity)
    {
        var doubled = _items.Length == 0 ? DefaultCapacity : (uint)_items.Length * 2;
        var length = Math.Max((uint)capacity, Math.Min(doubled, (uint)Array.MaxLength));
        Array.Resize(ref _items, (int)length);
    }

    internal void InsertSpan(int index, ReadOnlySpan<T> source)
    {
        if ((uint)index > (uint)_size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        if (source.IsEmpty)
        {
            return;
        }

        OpenGap(index, source.Length);
        source.CopyTo(new Span<T>(_items, index, source.Length));
        _version++;
    }

    private static bool IsCompatible(object? value) => value is T || (value is null && default(T) is null);

    private static T Cast(object? value)
    {
        if (!IsCompatible(value))
        {
            ArgumentNullException.ThrowIfNull(value);
            ThrowHelper.ThrowWrongValueType();
        }

        return (T)value!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddWithResize(T item)
    {
        var size = _size;
        Grow(size + 1);
        _size = size + 1;
        _items[size] = item;
    }

    private void OpenGap(int index, int count)
    {
        if (_items.Length - _size < count)
        {
            Grow(checked(_size + count));
        }

        Move(index, index + count, _size - index);
        _size += count;
    }

    private void Move(int from, int to, int count)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_items);
        Buffer.Memmove(ref Unsafe.Add(ref first, to), ref Unsafe.Add(ref first, from), (nuint)(uint)count);
    }

    // Elements beyond the new end hold on to nothing.
    private void ClearTail(int size)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            new Span<T>(_items, size, _size - size).Clear();
        }

        _size = size;
        _version++;
    }

    // For methods that search: an index that is out of range.
    private void CheckRange(int index, int count)
    {
        if ((uint)index > (uint)_size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        if (count < 0 || index > _size - count)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }
    }

    // For methods that work on a part: one that does not lie within the list.
    private void CheckPart(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_size - index < count)
        {
            ThrowHelper.ThrowOffsetLength();
        }
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _list;
        private readonly int _version;
        private int _index;
        private T? _current;

        internal Enumerator(List<T> list)
        {
            _list = list;
            _version = list._version;
        }

        public readonly T Current => _current!;

        readonly object? IEnumerator.Current
        {
            get
            {
                if (_index <= 0)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return _current;
            }
        }

        public bool MoveNext()
        {
            var list = _list;
            if (_version != list._version)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationVersionChanged();
            }

            if ((uint)_index < (uint)list._size)
            {
                _current = list._items[_index++];
                return true;
            }

            _current = default;
            _index = -1;
            return false;
        }

        void IEnumerator.Reset()
        {
            if (_version != _list._version)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationVersionChanged();
            }

            _index = 0;
            _current = default;
        }

        public readonly void Dispose()
        {
        }
    }
}
