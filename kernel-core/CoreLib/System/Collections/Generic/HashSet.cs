using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// A hash table with chains. Elements are enumerated in the order they were added, except that what is added after a removal takes the
/// place of what was removed last, as in .NET.
/// </summary>
public class HashSet<T> : ISet<T>, IReadOnlySet<T>
{
    // An entry in use has a `Next` of at least -1. Free ones form a list of their own, whose links are stored as FreeListStart - link.
    private const int FreeListStart = -3;

    // A set made from elements that come more than once gives room back.
    private const int ShrinkThreshold = 3;

    private HashBuckets _buckets;
    private Entry[]? _entries;
    private int _count;
    private int _freeList;
    private int _freeCount;
    private int _version;

    // Null where elements are values and compare by their default: that comparison is compiled in place.
    private readonly IEqualityComparer<T>? _comparer;

    public HashSet()
        : this(0, null)
    {
    }

    public HashSet(int capacity)
        : this(capacity, null)
    {
    }

    public HashSet(IEqualityComparer<T>? comparer)
        : this(0, comparer)
    {
    }

    public HashSet(int capacity, IEqualityComparer<T>? comparer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (default(T) is null)
        {
            _comparer = comparer ?? EqualityComparer<T>.Default;
        }
        else if (comparer is not null && comparer != EqualityComparer<T>.Default)
        {
            _comparer = comparer;
        }

        if (capacity > 0)
        {
            Initialize(capacity);
        }
    }

    public HashSet(IEnumerable<T> collection)
        : this(collection, null)
    {
    }

    public HashSet(IEnumerable<T> collection, IEqualityComparer<T>? comparer)
        : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        if (IsSetLikeThis(collection))
        {
            CopyFrom((HashSet<T>)collection);
            return;
        }

        if (collection is ICollection<T> { Count: > 0 and var count })
        {
            Initialize(count);
        }

        UnionWith(collection);
        if (_count > 0 && _entries!.Length / _count > ShrinkThreshold)
        {
            TrimExcess();
        }
    }

    public IEqualityComparer<T> Comparer => _comparer ?? EqualityComparer<T>.Default;

    public int Count => _count - _freeCount;

    public int Capacity => _entries is null ? 0 : _entries.Length;

    bool ICollection<T>.IsReadOnly => false;

    public bool Add(T item)
    {
        if (_entries is null)
        {
            Initialize(0);
        }

        var hash = Hash(item);
        if (Find(item, hash) >= 0)
        {
            return false;
        }

        int index;
        if (_freeCount > 0)
        {
            index = _freeList;
            _freeList = FreeListStart - _entries[index].Next;
            _freeCount--;
        }
        else
        {
            if (_count == _entries.Length)
            {
                Resize(HashCapacity.After(_count));
            }

            index = _count++;
        }

        ref var head = ref _buckets[hash];
        ref var entry = ref _entries[index];
        entry.Hash = hash;
        entry.Next = head - 1;
        entry.Value = item;
        head = index + 1;
        _version++;
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

    public bool Contains(T item) => _entries is not null && Find(item, Hash(item)) >= 0;

    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        if (_entries is not null)
        {
            var index = Find(equalValue, Hash(equalValue));
            if (index >= 0)
            {
                actualValue = _entries[index].Value;
                return true;
            }
        }

        actualValue = default;
        return false;
    }

    public bool Remove(T item)
    {
        if (_entries is not { } entries)
        {
            return false;
        }

        var hash = Hash(item);
        ref var link = ref _buckets[hash];
        var last = -1;
        for (var i = link - 1; (uint)i < (uint)entries.Length;)
        {
            ref var entry = ref entries[i];
            if (entry.Hash == hash && AreEqual(entry.Value, item))
            {
                if (last < 0)
                {
                    link = entry.Next + 1;
                }
                else
                {
                    entries[last].Next = entry.Next;
                }

                entry = default;
                entry.Next = FreeListStart - _freeList;
                _freeList = i;
                _freeCount++;
                return true;
            }

            last = i;
            i = entry.Next;
        }

        return false;
    }

    public int RemoveWhere(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var removed = 0;
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref _entries![i];
            if (entry.Next >= -1)
            {
                var value = entry.Value;
                if (match(value) && Remove(value))
                {
                    removed++;
                }
            }
        }

        return removed;
    }

    public void UnionWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var item in other)
        {
            Add(item);
        }
    }

    public void ExceptWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Count == 0)
        {
            return;
        }

        if (other == this)
        {
            Clear();
            return;
        }

        foreach (var item in other)
        {
            Remove(item);
        }
    }

    public void IntersectWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Count == 0 || other == this)
        {
            return;
        }

        var kept = AsSet(other);
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref _entries![i];
            if (entry.Next >= -1 && !kept.Contains(entry.Value))
            {
                Remove(entry.Value);
            }
        }
    }

    public void SymmetricExceptWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Count == 0)
        {
            UnionWith(other);
            return;
        }

        if (other == this)
        {
            Clear();
            return;
        }

        if (IsSetLikeThis(other))
        {
            foreach (var item in other)
            {
                if (!Remove(item))
                {
                    Add(item);
                }
            }

            return;
        }

        // An element that comes twice counts once.
        var added = new HashSet<T>(_comparer);
        var shared = new HashSet<T>(_comparer);
        foreach (var item in other)
        {
            if (Add(item))
            {
                added.Add(item);
            }
            else if (!added.Contains(item))
            {
                shared.Add(item);
            }
        }

        RemoveWhere(shared.Contains);
    }

    public bool IsSubsetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count == 0 || other == this || IsSubsetOf(AsSet(other));
    }

    public bool IsProperSubsetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other == this)
        {
            return false;
        }

        var set = AsSet(other);
        return Count < set.Count && IsSubsetOf(set);
    }

    public bool IsSupersetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var item in other)
        {
            if (!Contains(item))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsProperSupersetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Count == 0 || other == this)
        {
            return false;
        }

        var set = AsSet(other);
        return Count > set.Count && set.IsSubsetOf(this);
    }

    public bool Overlaps(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var item in other)
        {
            if (Contains(item))
            {
                return true;
            }
        }

        return false;
    }

    public bool SetEquals(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other == this)
        {
            return true;
        }

        var set = AsSet(other);
        return Count == set.Count && IsSubsetOf(set);
    }

    public void CopyTo(T[] array) => CopyTo(array, 0, Count);

    public void CopyTo(T[] array, int arrayIndex) => CopyTo(array, arrayIndex, Count);

    public void CopyTo(T[] array, int arrayIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfNegative(arrayIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (arrayIndex > array.Length || count > array.Length - arrayIndex)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        foreach (var item in this)
        {
            if (count-- == 0)
            {
                break;
            }

            array[arrayIndex++] = item;
        }
    }

    /// <summary>Makes room for <paramref name="capacity"/> elements, and returns for how many there is room then.</summary>
    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (Capacity < capacity)
        {
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
            if (old[i].Next >= -1)
            {
                Add(old[i].Value);
            }
        }
    }

    public Enumerator GetEnumerator() => new(this);

    void ICollection<T>.Add(T item) => Add(item);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A set that is full enough is copied with its gaps, so that both fill them alike.
    private void CopyFrom(HashSet<T> source)
    {
        if (source.Count == 0)
        {
            return;
        }

        if (HashCapacity.After(source.Count + 1) < source.Capacity)
        {
            Initialize(source.Count);
            UnionWith(source);
            return;
        }

        _entries = (Entry[])source._entries!.Clone();
        _count = source._count;
        _freeList = source._freeList;
        _freeCount = source._freeCount;
        Rechain();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Hash(T item)
    {
        if (default(T) is not null && _comparer is null)
        {
            return item!.GetHashCode();
        }

        return item is null ? 0 : _comparer!.GetHashCode(item);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AreEqual(T a, T b) =>
        default(T) is not null && _comparer is null ? EqualityComparer<T>.Default.Equals(a, b) : _comparer!.Equals(a, b);

    private int Find(T item, int hash)
    {
        var entries = _entries!;
        for (var i = _buckets[hash] - 1; (uint)i < (uint)entries.Length;)
        {
            ref var entry = ref entries[i];
            if (entry.Hash == hash && AreEqual(entry.Value, item))
            {
                return i;
            }

            i = entry.Next;
        }

        return -1;
    }

    private bool IsSetLikeThis(IEnumerable<T> other) => other is HashSet<T> set && set.Comparer.Equals(Comparer);

    private HashSet<T> AsSet(IEnumerable<T> other) => IsSetLikeThis(other) ? (HashSet<T>)other : new HashSet<T>(other, _comparer);

    private bool IsSubsetOf(HashSet<T> set)
    {
        if (Count > set.Count)
        {
            return false;
        }

        foreach (var item in this)
        {
            if (!set.Contains(item))
            {
                return false;
            }
        }

        return true;
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
        Array.Resize(ref _entries, length);
        Rechain();
    }

    private void Rechain()
    {
        var entries = _entries!;
        _buckets = new HashBuckets(entries.Length);
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref entries[i];
            if (entry.Next >= -1)
            {
                ref var head = ref _buckets[entry.Hash];
                entry.Next = head - 1;
                head = i + 1;
            }
        }
    }

    private struct Entry
    {
        public int Hash;
        public int Next;
        public T Value;
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly HashSet<T> _set;
        private readonly int _version;
        private int _index;
        private T _current;

        internal Enumerator(HashSet<T> set)
        {
            _set = set;
            _version = set._version;
            _current = default!;
        }

        public readonly T Current => _current;

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
            CheckVersion();
            var set = _set;
            while ((uint)_index < (uint)set._count)
            {
                ref var entry = ref set._entries![_index++];
                if (entry.Next >= -1)
                {
                    _current = entry.Value;
                    return true;
                }
            }

            _index = -1;
            _current = default!;
            return false;
        }

        void IEnumerator.Reset()
        {
            CheckVersion();
            _index = 0;
            _current = default!;
        }

        public readonly void Dispose()
        {
        }

        private readonly void CheckVersion()
        {
            if (_version != _set._version)
            {
                ThrowHelper.ThrowInvalidOperationException_EnumerationVersionChanged();
            }
        }
    }
}
