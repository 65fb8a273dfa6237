using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// A hash table with chains. Entries are enumerated in the order they were added, except that what is added after a removal takes the
/// place of what was removed last, as in .NET.
/// </summary>
public class Dictionary<TKey, TValue> : IDictionary<TKey, TValue>, IDictionary, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    // An entry in use has a `Next` of at least -1. Free ones form a list of their own, whose links are stored as FreeListStart - link.
    private const int FreeListStart = -3;

    private HashBuckets _buckets;
    private Entry[]? _entries;
    private int _count;
    private int _freeList;
    private int _freeCount;
    private int _version;

    // Null where keys are values and compare by their default: that comparison is compiled in place.
    private readonly IEqualityComparer<TKey>? _comparer;
    private KeyCollection? _keys;
    private ValueCollection? _values;

    public Dictionary()
        : this(0, null)
    {
    }

    public Dictionary(int capacity)
        : this(capacity, null)
    {
    }

    public Dictionary(IEqualityComparer<TKey>? comparer)
        : this(0, comparer)
    {
    }

    public Dictionary(int capacity, IEqualityComparer<TKey>? comparer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (default(TKey) is null)
        {
            _comparer = comparer ?? EqualityComparer<TKey>.Default;
        }
        else if (comparer is not null && comparer != EqualityComparer<TKey>.Default)
        {
            _comparer = comparer;
        }

        if (capacity > 0)
        {
            Initialize(capacity);
        }
    }

    public Dictionary(IDictionary<TKey, TValue> dictionary)
        : this(dictionary, null)
    {
    }

    public Dictionary(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey>? comparer)
        : this(dictionary?.Count ?? 0, comparer)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        AddAll(dictionary);
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection)
        : this(collection, null)
    {
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer)
        : this((collection as ICollection<KeyValuePair<TKey, TValue>>)?.Count ?? 0, comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        AddAll(collection);
    }

    public IEqualityComparer<TKey> Comparer => _comparer ?? EqualityComparer<TKey>.Default;

    public int Count => _count - _freeCount;

    public int Capacity => _entries is null ? 0 : _entries.Length;

    public KeyCollection Keys => _keys ??= new KeyCollection(this);

    public ValueCollection Values => _values ??= new ValueCollection(this);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    ICollection IDictionary.Keys => Keys;

    ICollection IDictionary.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;

    bool IDictionary.IsReadOnly => false;

    bool IDictionary.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public TValue this[TKey key]
    {
        get
        {
            ref var value = ref FindValue(key);
            if (Unsafe.IsNullRef(ref value))
            {
                ThrowHelper.ThrowKeyNotFound(key);
            }

            return value;
        }

        set => FindOrAdd(key, out _) = value;
    }

    object? IDictionary.this[object key]
    {
        get => key is TKey typed && TryGetValue(typed, out var value) ? value : null;
        set => this[CastKey(key)] = CastValue(value);
    }

    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
        {
            ThrowHelper.ThrowDuplicateKey(key);
        }
    }

    public bool TryAdd(TKey key, TValue value)
    {
        ref var place = ref FindOrAdd(key, out var exists);
        if (exists)
        {
            return false;
        }

        place = value;
        return true;
    }

    public void Clear()
    {
        if (_count > 0)
        {
            _buckets.Clear();
            Array.Clear(_entries!, 0, _count);
            _count = 0;
            _freeList = -1;
            _freeCount = 0;
        }
    }

    public bool ContainsKey(TKey key) => !Unsafe.IsNullRef(ref FindValue(key));

    public bool ContainsValue(TValue value)
    {
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref _entries![i];
            if (entry.Next >= -1 && EqualityComparer<TValue>.Default.Equals(entry.Value, value))
            {
                return true;
            }
        }

        return false;
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ref var found = ref FindValue(key);
        if (Unsafe.IsNullRef(ref found))
        {
            value = default;
            return false;
        }

        value = found;
        return true;
    }

    public bool Remove(TKey key) => Remove(key, out _);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        CheckKey(key);
        if (_entries is { } entries)
        {
            var hash = Hash(key);
            ref var link = ref _buckets[hash];
            var last = -1;
            for (var i = link - 1; (uint)i < (uint)entries.Length;)
            {
                ref var entry = ref entries[i];
                if (entry.Hash == hash && AreEqual(entry.Key, key))
                {
                    if (last < 0)
                    {
                        link = entry.Next + 1;
                    }
                    else
                    {
                        entries[last].Next = entry.Next;
                    }

                    value = entry.Value;
                    entry = default;
                    entry.Next = FreeListStart - _freeList;
                    _freeList = i;
                    _freeCount++;
                    return true;
                }

                last = i;
                i = entry.Next;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Makes room for <paramref name="capacity"/> entries, and returns for how many there is room then.</summary>
    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (Capacity < capacity)
        {
            _version++;
            if (_entries is null)
            {
                Initialize(capacity);
            }
            else
            {
                Resize(HashCapacity.AtLeast(capacity));
            }
        }

        return Capacity;
    }

    public void TrimExcess() => TrimExcess(Count);

    public void TrimExcess(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, Count);
        var length = HashCapacity.AtLeast(capacity);
        if (_entries is not { } old || length >= old.Length)
        {
            return;
        }

        var count = _count;
        _version++;
        Initialize(length);
        _count = 0;
        _freeCount = 0;
        for (var i = 0; i < count; i++)
        {
            ref var entry = ref old[i];
            if (entry.Next >= -1)
            {
                Append(entry.Hash, entry.Key).Value = entry.Value;
            }
        }
    }

    public Enumerator GetEnumerator() => new(this, Enumerator.KeyValuePairs);

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) => ContainsPair(item);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) => ContainsPair(item) && Remove(item.Key);

    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int index)
    {
        CheckCopy(array, index, Count);
        foreach (var pair in this)
        {
            array[index++] = pair;
        }
    }

    void ICollection.CopyTo(Array array, int index)
    {
        CheckCopy(array, index, Count);
        if (array is KeyValuePair<TKey, TValue>[] pairs)
        {
            foreach (var pair in this)
            {
                pairs[index++] = pair;
            }
        }
        else if (array is DictionaryEntry[] dictionaryEntries)
        {
            foreach (var (key, value) in this)
            {
                dictionaryEntries[index++] = new DictionaryEntry(key, value);
            }
        }
        else if (array is object[] objects)
        {
            foreach (var pair in this)
            {
                objects[index++] = pair;
            }
        }
        else
        {
            ThrowHelper.ThrowArgumentException("The array has elements of another type.", nameof(array));
        }
    }

    bool IDictionary.Contains(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key is TKey typed && ContainsKey(typed);
    }

    void IDictionary.Add(object key, object? value) => Add(CastKey(key), CastValue(value));

    void IDictionary.Remove(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key is TKey typed)
        {
            Remove(typed);
        }
    }

    IDictionaryEnumerator IDictionary.GetEnumerator() => new Enumerator(this, Enumerator.DictionaryEntries);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The value of a key, or a null reference.</summary>
    internal ref TValue FindValue(TKey key)
    {
        CheckKey(key);
        if (_entries is { } entries)
        {
            var hash = Hash(key);
            for (var i = _buckets[hash] - 1; (uint)i < (uint)entries.Length;)
            {
                ref var entry = ref entries[i];
                if (entry.Hash == hash && AreEqual(entry.Key, key))
                {
                    return ref entry.Value;
                }

                i = entry.Next;
            }
        }

        return ref Unsafe.NullRef<TValue>();
    }

    /// <summary>The value of a key, which is added where it was missing.</summary>
    internal ref TValue FindOrAdd(TKey key, out bool exists)
    {
        CheckKey(key);
        if (_entries is null)
        {
            Initialize(0);
        }

        var entries = _entries;
        var hash = Hash(key);
        for (var i = _buckets[hash] - 1; (uint)i < (uint)entries.Length;)
        {
            ref var entry = ref entries[i];
            if (entry.Hash == hash && AreEqual(entry.Key, key))
            {
                exists = true;
                return ref entry.Value;
            }

            i = entry.Next;
        }

        exists = false;
        _version++;
        return ref Append(hash, key).Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckKey(TKey key)
    {
        if (key is null)
        {
            ThrowHelper.ThrowArgumentNullException(nameof(key));
        }
    }

    private static TKey CastKey(object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key is not TKey)
        {
            ThrowHelper.ThrowWrongValueType();
        }

        return (TKey)key;
    }

    private static TValue CastValue(object? value)
    {
        if (value is not TValue && (value is not null || default(TValue) is not null))
        {
            ArgumentNullException.ThrowIfNull(value);
            ThrowHelper.ThrowWrongValueType();
        }

        return (TValue)value!;
    }

    private static void CheckCopy([NotNull] Array? array, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        if ((uint)index > (uint)array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        if (array.Length - index < count)
        {
            ThrowHelper.ThrowOffsetLength();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Hash(TKey key) => default(TKey) is not null && _comparer is null ? key.GetHashCode() : _comparer!.GetHashCode(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AreEqual(TKey a, TKey b) =>
        default(TKey) is not null && _comparer is null ? EqualityComparer<TKey>.Default.Equals(a, b) : _comparer!.Equals(a, b);

    private bool ContainsPair(KeyValuePair<TKey, TValue> pair)
    {
        ref var value = ref FindValue(pair.Key);
        return !Unsafe.IsNullRef(ref value) && EqualityComparer<TValue>.Default.Equals(value, pair.Value);
    }

    private void AddAll(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        foreach (var (key, value) in pairs)
        {
            Add(key, value);
        }
    }

    [MemberNotNull(nameof(_entries))]
    private void Initialize(int capacity)
    {
        var length = HashCapacity.AtLeast(capacity);
        _buckets = new HashBuckets(length);
        _entries = new Entry[length];
        _freeList = -1;
    }

    private void Resize(int length)
    {
        var entries = _entries;
        Array.Resize(ref entries, length);
        _entries = entries;
        _buckets = new HashBuckets(length);
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref entries![i];
            if (entry.Next >= -1)
            {
                ref var head = ref _buckets[entry.Hash];
                entry.Next = head - 1;
                head = i + 1;
            }
        }
    }

    // The entry of a key that is not there yet, but for its value.
    private ref Entry Append(int hash, TKey key)
    {
        int index;
        if (_freeCount > 0)
        {
            index = _freeList;
            _freeList = FreeListStart - _entries![index].Next;
            _freeCount--;
        }
        else
        {
            if (_count == _entries!.Length)
            {
                Resize(HashCapacity.After(_count));
            }

            index = _count++;
        }

        ref var head = ref _buckets[hash];
        ref var entry = ref _entries[index];
        entry.Hash = hash;
        entry.Next = head - 1;
        entry.Key = key;
        head = index + 1;
        return ref entry;
    }

    private struct Entry
    {
        public int Hash;
        public int Next;
        public TKey Key;
        public TValue Value;
    }

    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>, IDictionaryEnumerator
    {
        internal const bool DictionaryEntries = true;
        internal const bool KeyValuePairs = false;

        private readonly Dictionary<TKey, TValue> _dictionary;
        private readonly int _version;
        private readonly bool _givesDictionaryEntries;
        private int _index;
        private KeyValuePair<TKey, TValue> _current;

        internal Enumerator(Dictionary<TKey, TValue> dictionary, bool givesDictionaryEntries)
        {
            _dictionary = dictionary;
            _version = dictionary._version;
            _givesDictionaryEntries = givesDictionaryEntries;
        }

        public readonly KeyValuePair<TKey, TValue> Current => _current;

        readonly object? IEnumerator.Current
        {
            get
            {
                CheckPosition();
                return _givesDictionaryEntries ? new DictionaryEntry(_current.Key, _current.Value) : _current;
            }
        }

        readonly DictionaryEntry IDictionaryEnumerator.Entry
        {
            get
            {
                CheckPosition();
                return new DictionaryEntry(_current.Key, _current.Value);
            }
        }

        readonly object IDictionaryEnumerator.Key
        {
            get
            {
                CheckPosition();
                return _current.Key;
            }
        }

        readonly object? IDictionaryEnumerator.Value
        {
            get
            {
                CheckPosition();
                return _current.Value;
            }
        }

        public bool MoveNext()
        {
            CheckVersion();
            var dictionary = _dictionary;
            while ((uint)_index < (uint)dictionary._count)
            {
                ref var entry = ref dictionary._entries![_index++];
                if (entry.Next >= -1)
                {
                    _current = new KeyValuePair<TKey, TValue>(entry.Key, entry.Value);
                    return true;
                }
            }

            _index = -1;
            _current = default;
            return false;
        }

        void IEnumerator.Reset()
        {
            CheckVersion();
            _index = 0;
            _current = default;
        }

        public readonly void Dispose()
        {
        }

        private readonly void CheckVersion()
        {
            if (_version != _dictionary._version)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationVersionChanged();
            }
        }

        private readonly void CheckPosition()
        {
            if (_index <= 0)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
            }
        }
    }

    public sealed class KeyCollection : ICollection<TKey>, ICollection, IReadOnlyCollection<TKey>
    {
        private readonly Dictionary<TKey, TValue> _dictionary;

        public KeyCollection(Dictionary<TKey, TValue> dictionary)
        {
            ArgumentNullException.ThrowIfNull(dictionary);
            _dictionary = dictionary;
        }

        public int Count => _dictionary.Count;

        bool ICollection<TKey>.IsReadOnly => true;

        bool ICollection.IsSynchronized => false;

        object ICollection.SyncRoot => _dictionary;

        public bool Contains(TKey item) => _dictionary.ContainsKey(item);

        public void CopyTo(TKey[] array, int index)
        {
            CheckCopy(array, index, Count);
            foreach (var (key, _) in _dictionary)
            {
                array[index++] = key;
            }
        }

        public Enumerator GetEnumerator() => new(_dictionary);

        void ICollection<TKey>.Add(TKey item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        void ICollection<TKey>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        bool ICollection<TKey>.Remove(TKey item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        void ICollection.CopyTo(Array array, int index)
        {
            if (array is TKey[] keys)
            {
                CopyTo(keys, index);
                return;
            }

            CheckCopy(array, index, Count);
            var objects = (object?[])array;
            foreach (var (key, _) in _dictionary)
            {
                objects[index++] = key;
            }
        }

        IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public struct Enumerator : IEnumerator<TKey>
        {
            private Dictionary<TKey, TValue>.Enumerator _pairs;

            internal Enumerator(Dictionary<TKey, TValue> dictionary)
            {
                _pairs = dictionary.GetEnumerator();
            }

            public readonly TKey Current => _pairs.Current.Key;

            readonly object? IEnumerator.Current => ((IDictionaryEnumerator)_pairs).Key;

            public bool MoveNext() => _pairs.MoveNext();

            void IEnumerator.Reset() => ResetPairs(ref _pairs);

            public readonly void Dispose()
            {
            }
        }
    }

    public sealed class ValueCollection : ICollection<TValue>, ICollection, IReadOnlyCollection<TValue>
    {
        private readonly Dictionary<TKey, TValue> _dictionary;

        public ValueCollection(Dictionary<TKey, TValue> dictionary)
        {
            ArgumentNullException.ThrowIfNull(dictionary);
            _dictionary = dictionary;
        }

        public int Count => _dictionary.Count;

        bool ICollection<TValue>.IsReadOnly => true;

        bool ICollection.IsSynchronized => false;

        object ICollection.SyncRoot => _dictionary;

        public void CopyTo(TValue[] array, int index)
        {
            CheckCopy(array, index, Count);
            foreach (var (_, value) in _dictionary)
            {
                array[index++] = value;
            }
        }

        public Enumerator GetEnumerator() => new(_dictionary);

        bool ICollection<TValue>.Contains(TValue item) => _dictionary.ContainsValue(item);

        void ICollection<TValue>.Add(TValue item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        void ICollection<TValue>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        bool ICollection<TValue>.Remove(TValue item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        void ICollection.CopyTo(Array array, int index)
        {
            if (array is TValue[] values)
            {
                CopyTo(values, index);
                return;
            }

            CheckCopy(array, index, Count);
            var objects = (object?[])array;
            foreach (var (_, value) in _dictionary)
            {
                objects[index++] = value;
            }
        }

        IEnumerator<TValue> IEnumerable<TValue>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public struct Enumerator : IEnumerator<TValue>
        {
            private Dictionary<TKey, TValue>.Enumerator _pairs;

            internal Enumerator(Dictionary<TKey, TValue> dictionary)
            {
                _pairs = dictionary.GetEnumerator();
            }

            public readonly TValue Current => _pairs.Current.Value;

            readonly object? IEnumerator.Current => ((IDictionaryEnumerator)_pairs).Value;

            public bool MoveNext() => _pairs.MoveNext();

            void IEnumerator.Reset() => ResetPairs(ref _pairs);

            public readonly void Dispose()
            {
            }
        }
    }

    private static void ResetPairs<TEnumerator>(ref TEnumerator pairs)
        where TEnumerator : IEnumerator => pairs.Reset();
}
