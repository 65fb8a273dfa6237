using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.ObjectModel;

/// <summary>A dictionary seen through a window that lets nothing change. What others change in the dictionary is seen.</summary>
public class ReadOnlyDictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    private readonly IDictionary<TKey, TValue> _dictionary;

    public ReadOnlyDictionary(IDictionary<TKey, TValue> dictionary)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        _dictionary = dictionary;
    }

    public int Count => _dictionary.Count;

    public KeyCollection Keys => new(_dictionary.Keys);

    public ValueCollection Values => new(_dictionary.Values);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    protected IDictionary<TKey, TValue> Dictionary => _dictionary;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => true;

    public TValue this[TKey key] => _dictionary[key];

    TValue IDictionary<TKey, TValue>.this[TKey key]
    {
        get => _dictionary[key];
        set => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
    }

    public bool ContainsKey(TKey key) => _dictionary.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _dictionary.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _dictionary.GetEnumerator();

    void IDictionary<TKey, TValue>.Add(TKey key, TValue value) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    bool IDictionary<TKey, TValue>.Remove(TKey key)
    {
        ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
        return false;
    }

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) =>
        ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void ICollection<KeyValuePair<TKey, TValue>>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) => _dictionary.Contains(item);

    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        _dictionary.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item)
    {
        ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
        return false;
    }

    IEnumerator IEnumerable.GetEnumerator() => _dictionary.GetEnumerator();

    public sealed class KeyCollection : ICollection<TKey>, IReadOnlyCollection<TKey>
    {
        private readonly ICollection<TKey> _collection;

        internal KeyCollection(ICollection<TKey> collection)
        {
            _collection = collection;
        }

        public int Count => _collection.Count;

        bool ICollection<TKey>.IsReadOnly => true;

        public bool Contains(TKey item) => _collection.Contains(item);

        public void CopyTo(TKey[] array, int arrayIndex) => _collection.CopyTo(array, arrayIndex);

        public IEnumerator<TKey> GetEnumerator() => _collection.GetEnumerator();

        void ICollection<TKey>.Add(TKey item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        void ICollection<TKey>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        bool ICollection<TKey>.Remove(TKey item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        IEnumerator IEnumerable.GetEnumerator() => _collection.GetEnumerator();
    }

    public sealed class ValueCollection : ICollection<TValue>, IReadOnlyCollection<TValue>
    {
        private readonly ICollection<TValue> _collection;

        internal ValueCollection(ICollection<TValue> collection)
        {
            _collection = collection;
        }

        public int Count => _collection.Count;

        bool ICollection<TValue>.IsReadOnly => true;

        bool ICollection<TValue>.Contains(TValue item) => _collection.Contains(item);

        public void CopyTo(TValue[] array, int arrayIndex) => _collection.CopyTo(array, arrayIndex);

        public IEnumerator<TValue> GetEnumerator() => _collection.GetEnumerator();

        void ICollection<TValue>.Add(TValue item) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        void ICollection<TValue>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

        bool ICollection<TValue>.Remove(TValue item)
        {
            ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
            return false;
        }

        IEnumerator IEnumerable.GetEnumerator() => _collection.GetEnumerator();
    }
}
