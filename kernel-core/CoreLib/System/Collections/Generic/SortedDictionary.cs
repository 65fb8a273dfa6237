using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Keys in order and their values: a balanced tree, whose operations take O(log n).</summary>
public class SortedDictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    private readonly SortedSet<KeyValuePair<TKey, TValue>> _set;
    private KeyCollection? _keys;
    private ValueCollection? _values;

    public SortedDictionary()
        : this((IComparer<TKey>?)null)
    {
    }

    public SortedDictionary(IComparer<TKey>? comparer)
    {
        _set = new SortedSet<KeyValuePair<TKey, TValue>>(new KeyOrder(comparer ?? Comparer<TKey>.Default));
    }

    public SortedDictionary(IDictionary<TKey, TValue> dictionary)
        : this(dictionary, null)
    {
    }

    public SortedDictionary(IDictionary<TKey, TValue> dictionary, IComparer<TKey>? comparer)
        : this(comparer)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        foreach (var (key, value) in dictionary)
        {
            Add(key, value);
        }
    }

    public IComparer<TKey> Comparer => ((KeyOrder)_set.Comparer).Comparer;

    public int Count => _set.Count;

    public KeyCollection Keys => _keys ??= new KeyCollection(this);

    public ValueCollection Values => _values ??= new ValueCollection(this);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;

    public TValue this[TKey key]
    {
        get
        {
            if (!TryGetValue(key, out var value))
            {
                ThrowHelper.ThrowKeyNotFound(key);
            }

            return value!;
        }

        set
        {
            var node = Find(key);
            if (node is null)
            {
                _set.Add(new KeyValuePair<TKey, TValue>(key, value));
            }
            else
            {
                node.Item = new KeyValuePair<TKey, TValue>(node.Item.Key, value);
                _set.NoteChange();
            }
        }
    }

    public void Add(TKey key, TValue value)
    {
        CheckKey(key);
        if (!_set.Add(new KeyValuePair<TKey, TValue>(key, value)))
        {
            ThrowHelper.ThrowDuplicateKey(new KeyValuePair<TKey, TValue>(key, value));
        }
    }

    public void Clear() => _set.Clear();

    public bool ContainsKey(TKey key) => Find(key) is not null;

    public bool ContainsValue(TValue value)
    {
        foreach (var pair in _set)
        {
            if (EqualityComparer<TValue>.Default.Equals(pair.Value, value))
            {
                return true;
            }
        }

        return false;
    }

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int index) => _set.CopyTo(array, index);

    public bool Remove(TKey key)
    {
        CheckKey(key);
        return _set.Remove(new KeyValuePair<TKey, TValue>(key, default!));
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var node = Find(key);
        value = node is null ? default : node.Item.Value;
        return node is not null;
    }

    public Enumerator GetEnumerator() => new(_set.GetEnumerator());

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> pair) => Add(pair.Key, pair.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> pair) =>
        Find(pair.Key) is { } node && EqualityComparer<TValue>.Default.Equals(node.Item.Value, pair.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> pair) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)this).Contains(pair) && Remove(pair.Key);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void CheckKey(TKey key)
    {
        if (key is null)
        {
            ThrowHelper.ThrowArgumentNullException(nameof(key));
        }
    }

    private SortedSet<KeyValuePair<TKey, TValue>>.Node? Find(TKey key)
    {
        CheckKey(key);
        return _set.Find(new KeyValuePair<TKey, TValue>(key, default!));
    }

    // Pairs are in the order of their keys.
    private sealed class KeyOrder : Comparer<KeyValuePair<TKey, TValue>>
    {
        public KeyOrder(IComparer<TKey> comparer)
        {
            Comparer = comparer;
        }

        public IComparer<TKey> Comparer { get; }

        public override int Compare(KeyValuePair<TKey, TValue> x, KeyValuePair<TKey, TValue> y) => Comparer.Compare(x.Key, y.Key);
    }

    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        private SortedSet<KeyValuePair<TKey, TValue>>.Enumerator _pairs;

        internal Enumerator(SortedSet<KeyValuePair<TKey, TValue>>.Enumerator pairs)
        {
            _pairs = pairs;
        }

        public readonly KeyValuePair<TKey, TValue> Current => _pairs.Current;

        readonly object? IEnumerator.Current => ((IEnumerator)_pairs).Current;

        public bool MoveNext() => _pairs.MoveNext();

        void IEnumerator.Reset() => Restart();

        public readonly void Dispose()
        {
        }

        internal void Restart() => _pairs.Restart();
    }

    public sealed class KeyCollection : ICollection<TKey>, IReadOnlyCollection<TKey>
    {
        private readonly SortedDictionary<TKey, TValue> _dictionary;

        public KeyCollection(SortedDictionary<TKey, TValue> dictionary)
        {
            ArgumentNullException.ThrowIfNull(dictionary);
            _dictionary = dictionary;
        }

        public int Count => _dictionary.Count;

        bool ICollection<TKey>.IsReadOnly => true;

        public bool Contains(TKey item) => _dictionary.ContainsKey(item);

        public void CopyTo(TKey[] array, int index)
        {
            ArgumentNullException.ThrowIfNull(array);
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            if (array.Length - index < Count)
            {
                ThrowHelper.ThrowOffsetLength();
            }

            foreach (var pair in _dictionary)
            {
                array[index++] = pair.Key;
            }
        }

        public Enumerator GetEnumerator() => new(_dictionary.GetEnumerator());

        void ICollection<TKey>.Add(TKey item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        void ICollection<TKey>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        bool ICollection<TKey>.Remove(TKey item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public struct Enumerator : IEnumerator<TKey>
        {
            private SortedDictionary<TKey, TValue>.Enumerator _pairs;

            internal Enumerator(SortedDictionary<TKey, TValue>.Enumerator pairs)
            {
                _pairs = pairs;
            }

            public readonly TKey Current => _pairs.Current.Key;

            readonly object? IEnumerator.Current => ((KeyValuePair<TKey, TValue>)((IEnumerator)_pairs).Current!).Key;

            public bool MoveNext() => _pairs.MoveNext();

            void IEnumerator.Reset() => _pairs.Restart();

            public readonly void Dispose()
            {
            }
        }
    }

    public sealed class ValueCollection : ICollection<TValue>, IReadOnlyCollection<TValue>
    {
        private readonly SortedDictionary<TKey, TValue> _dictionary;

        public ValueCollection(SortedDictionary<TKey, TValue> dictionary)
        {
            ArgumentNullException.ThrowIfNull(dictionary);
            _dictionary = dictionary;
        }

        public int Count => _dictionary.Count;

        bool ICollection<TValue>.IsReadOnly => true;

        bool ICollection<TValue>.Contains(TValue item) => _dictionary.ContainsValue(item);

        public void CopyTo(TValue[] array, int index)
        {
            ArgumentNullException.ThrowIfNull(array);
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            if (array.Length - index < Count)
            {
                ThrowHelper.ThrowOffsetLength();
            }

            foreach (var pair in _dictionary)
            {
                array[index++] = pair.Value;
            }
        }

        public Enumerator GetEnumerator() => new(_dictionary.GetEnumerator());

        void ICollection<TValue>.Add(TValue item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        void ICollection<TValue>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        bool ICollection<TValue>.Remove(TValue item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        IEnumerator<TValue> IEnumerable<TValue>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public struct Enumerator : IEnumerator<TValue>
        {
            private SortedDictionary<TKey, TValue>.Enumerator _pairs;

            internal Enumerator(SortedDictionary<TKey, TValue>.Enumerator pairs)
            {
                _pairs = pairs;
            }

            public readonly TValue Current => _pairs.Current.Value;

            readonly object? IEnumerator.Current => ((KeyValuePair<TKey, TValue>)((IEnumerator)_pairs).Current!).Value;

            public bool MoveNext() => _pairs.MoveNext();

            void IEnumerator.Reset() => _pairs.Restart();

            public readonly void Dispose()
            {
            }
        }
    }
}
