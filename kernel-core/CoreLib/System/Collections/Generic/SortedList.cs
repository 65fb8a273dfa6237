using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>Keys in order and their values, in two arrays: little memory, O(log n) to find, O(n) to add or remove.</summary>
public class SortedList<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    private const int DefaultCapacity = 4;

    private readonly IComparer<TKey> _comparer;
    private TKey[] _keys = [];
    private TValue[] _values = [];
    private int _size;
    private int _version;
    private KeyList? _keyList;
    private ValueList? _valueList;

    public SortedList()
        : this(0, null)
    {
    }

    public SortedList(int capacity)
        : this(capacity, null)
    {
    }

    public SortedList(IComparer<TKey>? comparer)
        : this(0, comparer)
    {
    }

    public SortedList(int capacity, IComparer<TKey>? comparer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _comparer = comparer ?? Comparer<TKey>.Default;
        Capacity = capacity;
    }

    public SortedList(IDictionary<TKey, TValue> dictionary)
        : this(dictionary, null)
    {
    }

    public SortedList(IDictionary<TKey, TValue> dictionary, IComparer<TKey>? comparer)
        : this(dictionary?.Count ?? 0, comparer)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        foreach (var (key, value) in dictionary)
        {
            Add(key, value);
        }
    }

    public int Capacity
    {
        get => _keys.Length;
        set
        {
            if (value < _size)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(value));
            }

            if (value != _keys.Length)
            {
                Array.Resize(ref _keys, value);
                Array.Resize(ref _values, value);
            }
        }
    }

    public IComparer<TKey> Comparer => _comparer;

    public int Count => _size;

    public IList<TKey> Keys => _keyList ??= new KeyList(this);

    public IList<TValue> Values => _valueList ??= new ValueList(this);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;

    public TValue this[TKey key]
    {
        get
        {
            var index = IndexOfKey(key);
            if (index < 0)
            {
                ThrowHelper.ThrowKeyNotFound(key);
            }

            return _values[index];
        }

        set
        {
            var index = Find(key);
            if (index >= 0)
            {
                _values[index] = value;
                _version++;
            }
            else
            {
                Insert(~index, key, value);
            }
        }
    }

    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
        {
            ThrowHelper.ThrowDuplicateKey(key, nameof(key));
        }
    }

    public void Clear()
    {
        _version++;
        Array.Clear(_keys, 0, _size);
        Array.Clear(_values, 0, _size);
        _size = 0;
    }

    public bool ContainsKey(TKey key) => IndexOfKey(key) >= 0;

    public bool ContainsValue(TValue value) => IndexOfValue(value) >= 0;

    public TKey GetKeyAtIndex(int index)
    {
        CheckIndex(index);
        return _keys[index];
    }

    public TValue GetValueAtIndex(int index)
    {
        CheckIndex(index);
        return _values[index];
    }

    public void SetValueAtIndex(int index, TValue value)
    {
        CheckIndex(index);
        _values[index] = value;
        _version++;
    }

    public int IndexOfKey(TKey key)
    {
        var index = Find(key);
        return index < 0 ? -1 : index;
    }

    public int IndexOfValue(TValue value) => Array.IndexOf(_values, value, 0, _size);

    public bool Remove(TKey key)
    {
        var index = IndexOfKey(key);
        if (index < 0)
        {
            return false;
        }

        RemoveAt(index);
        return true;
    }

    public void RemoveAt(int index)
    {
        CheckIndex(index);
        _size--;
        Array.Copy(_keys, index + 1, _keys, index, _size - index);
        Array.Copy(_values, index + 1, _values, index, _size - index);
        _keys[_size] = default!;
        _values[_size] = default!;
        _version++;
    }

    public void TrimExcess()
    {
        if (_size < (int)(_keys.Length * 0.9))
        {
            Capacity = _size;
        }
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var index = IndexOfKey(key);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        var version = _version;
        for (var i = 0; i < _size; i++)
        {
            yield return new KeyValuePair<TKey, TValue>(_keys[i], _values[i]);
            CheckVersion(version);
        }
    }

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> pair) => Add(pair.Key, pair.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> pair) => IndexOfPair(pair) >= 0;

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> pair)
    {
        var index = IndexOfPair(pair);
        if (index < 0)
        {
            return false;
        }

        RemoveAt(index);
        return true;
    }

    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
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

        for (var i = 0; i < _size; i++)
        {
            array[arrayIndex + i] = new KeyValuePair<TKey, TValue>(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool TryAdd(TKey key, TValue value)
    {
        var index = Find(key);
        if (index >= 0)
        {
            return false;
        }

        Insert(~index, key, value);
        return true;
    }

    private int Find(TKey key)
    {
        if (key is null)
        {
            ThrowHelper.ThrowArgumentNullException(nameof(key));
        }

        return Array.BinarySearch(_keys, 0, _size, key, _comparer);
    }

    private int IndexOfPair(KeyValuePair<TKey, TValue> pair)
    {
        var index = IndexOfKey(pair.Key);
        return index >= 0 && EqualityComparer<TValue>.Default.Equals(_values[index], pair.Value) ? index : -1;
    }

    private void Insert(int index, TKey key, TValue value)
    {
        if (_size == _keys.Length)
        {
            Capacity = _size == 0 ? DefaultCapacity : (int)Math.Min((uint)_size * 2, (uint)Array.MaxLength);
        }

        Array.Copy(_keys, index, _keys, index + 1, _size - index);
        Array.Copy(_values, index, _values, index + 1, _size - index);
        _keys[index] = key;
        _values[index] = value;
        _size++;
        _version++;
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)_size)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }
    }

    private void CheckVersion(int version)
    {
        if (version != _version)
        {
            ThrowHelper.ThrowInvalidOperationException_ModifiedAfterEnumeration();
        }
    }

    // What keys and values have in common: a list in the order of the keys that cannot be changed.
    private abstract class View<T> : IList<T>
    {
        protected View(SortedList<TKey, TValue> list)
        {
            List = list;
        }

        public int Count => List._size;

        public bool IsReadOnly => true;

        protected SortedList<TKey, TValue> List { get; }

        protected abstract T[] Elements { get; }

        public T this[int index]
        {
            get
            {
                List.CheckIndex(index);
                return Elements[index];
            }

            set => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
        }

        public abstract int IndexOf(T item);

        public bool Contains(T item) => IndexOf(item) >= 0;

        public void CopyTo(T[] array, int arrayIndex) => Array.Copy(Elements, 0, array, arrayIndex, Count);

        public IEnumerator<T> GetEnumerator()
        {
            var version = List._version;
            for (var i = 0; i < List._size; i++)
            {
                yield return Elements[i];
                List.CheckVersion(version);
            }
        }

        public void Add(T item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        public void Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        public void Insert(int index, T item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        public bool Remove(T item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        public void RemoveAt(int index) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class KeyList : View<TKey>
    {
        public KeyList(SortedList<TKey, TValue> list)
            : base(list)
        {
        }

        protected override TKey[] Elements => List._keys;

        public override int IndexOf(TKey item) => List.IndexOfKey(item);
    }

    private sealed class ValueList : View<TValue>
    {
        public ValueList(SortedList<TKey, TValue> list)
            : base(list)
        {
        }

        protected override TValue[] Elements => List._values;

        public override int IndexOf(TValue item) => List.IndexOfValue(item);
    }
}
