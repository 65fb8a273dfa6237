using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>
/// Elements in order: an AA tree (A. Andersson, Balanced search trees made simple, 1993), whose operations take O(log n).
/// </summary>
/// <remarks>Views of a range (<c>GetViewBetween</c>) are not here.</remarks>
public class SortedSet<T> : ISet<T>, IReadOnlySet<T>, ICollection
{
    private readonly IComparer<T> _comparer;
    private Node? _root;
    private int _count;
    private int _version;

    public SortedSet()
        : this((IComparer<T>?)null)
    {
    }

    public SortedSet(IComparer<T>? comparer)
    {
        _comparer = comparer ?? Comparer<T>.Default;
    }

    public SortedSet(IEnumerable<T> collection)
        : this(collection, null)
    {
    }

    public SortedSet(IEnumerable<T> collection, IComparer<T>? comparer)
        : this(comparer)
    {
        UnionWith(collection);
    }

    public int Count => _count;

    public IComparer<T> Comparer => _comparer;

    public T? Min
    {
        get
        {
            var node = _root;
            while (node?.Left is { } left)
            {
                node = left;
            }

            return node is null ? default : node.Item;
        }
    }

    public T? Max
    {
        get
        {
            var node = _root;
            while (node?.Right is { } right)
            {
                node = right;
            }

            return node is null ? default : node.Item;
        }
    }

    bool ICollection<T>.IsReadOnly => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public bool Add(T item)
    {
        var count = _count;
        _root = Insert(_root, item);
        return _count != count;
    }

    public bool Remove(T item)
    {
        var count = _count;
        _root = Delete(_root, item);
        return _count != count;
    }

    public void Clear()
    {
        _root = null;
        _count = 0;
        _version++;
    }

    public bool Contains(T item) => Find(item) is not null;

    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        var node = Find(equalValue);
        actualValue = node is null ? default : node.Item;
        return node is not null;
    }

    public int RemoveWhere(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var matches = new List<T>();
        foreach (var item in this)
        {
            if (match(item))
            {
                matches.Add(item);
            }
        }

        foreach (var item in matches)
        {
            Remove(item);
        }

        return matches.Count;
    }

    public IEnumerable<T> Reverse()
    {
        var enumerator = new Enumerator(this, reverse: true);
        while (enumerator.MoveNext())
        {
            yield return enumerator.Current;
        }
    }

    public void UnionWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var item in other == this ? [] : other)
        {
            Add(item);
        }
    }

    public void ExceptWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
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
        var kept = AsSet(other);
        RemoveWhere(item => !kept.Contains(item));
    }

    public void SymmetricExceptWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other == this)
        {
            Clear();
            return;
        }

        foreach (var item in AsSet(other))
        {
            if (!Remove(item))
            {
                Add(item);
            }
        }
    }

    public bool IsSubsetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsWithin(AsSet(other));
    }

    public bool IsProperSubsetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var set = AsSet(other);
        return _count < set._count && IsWithin(set);
    }

    public bool IsSupersetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return AsSet(other).IsWithin(this);
    }

    public bool IsProperSupersetOf(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var set = AsSet(other);
        return _count > set._count && set.IsWithin(this);
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
        var set = AsSet(other);
        return _count == set._count && IsWithin(set);
    }

    public void CopyTo(T[] array) => CopyTo(array, 0, _count);

    public void CopyTo(T[] array, int index) => CopyTo(array, index, _count);

    public void CopyTo(T[] array, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > array.Length - index)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        foreach (var item in this)
        {
            if (count-- == 0)
            {
                break;
            }

            array[index++] = item;
        }
    }

    public Enumerator GetEnumerator() => new(this, reverse: false);

    void ICollection<T>.Add(T item) => Add(item);

    void ICollection.CopyTo(Array array, int index)
    {
        var items = new T[_count];
        CopyTo(items);
        Array.Copy(items, 0, array, index, _count);
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // SortedDictionary changes the value of a pair, and with it no order.
    internal Node? Find(T item)
    {
        var node = _root;
        while (node is not null)
        {
            var order = _comparer.Compare(item, node.Item);
            if (order == 0)
            {
                break;
            }

            node = order < 0 ? node.Left : node.Right;
        }

        return node;
    }

    internal void NoteChange() => _version++;

    // Levels: a left child is one below its parent, a right child may be level with it, and a right child's right child is below.
    private static Node Skew(Node node)
    {
        if (node.Left is { } left && left.Level == node.Level)
        {
            node.Left = left.Right;
            left.Right = node;
            return left;
        }

        return node;
    }

    private static Node Split(Node node)
    {
        if (node.Right is { } right && right.Right is { } outer && outer.Level == node.Level)
        {
            node.Right = right.Left;
            right.Left = node;
            right.Level++;
            return right;
        }

        return node;
    }

    private static Node Rebalance(Node node)
    {
        var level = Math.Min(LevelOf(node.Left), LevelOf(node.Right)) + 1;
        if (level < node.Level)
        {
            node.Level = level;
            if (node.Right is { } right && level < right.Level)
            {
                right.Level = level;
            }
        }

        node = Skew(node);
        if (node.Right is { } child)
        {
            node.Right = child = Skew(child);
            if (child.Right is { } grandchild)
            {
                child.Right = Skew(grandchild);
            }
        }

        node = Split(node);
        if (node.Right is { } last)
        {
            node.Right = Split(last);
        }

        return node;
    }

    private static int LevelOf(Node? node) => node is null ? 0 : node.Level;

    // Recursion goes as deep as the tree is high, at most twice the logarithm of the number of elements.
    private Node Insert(Node? node, T item)
    {
        if (node is null)
        {
            _count++;
            _version++;
            return new Node(item);
        }

        var order = _comparer.Compare(item, node.Item);
        if (order == 0)
        {
            return node;
        }

        if (order < 0)
        {
            node.Left = Insert(node.Left, item);
        }
        else
        {
            node.Right = Insert(node.Right, item);
        }

        return Split(Skew(node));
    }

    private Node? Delete(Node? node, T item)
    {
        if (node is null)
        {
            return null;
        }

        var order = _comparer.Compare(item, node.Item);
        if (order < 0)
        {
            node.Left = Delete(node.Left, item);
        }
        else if (order > 0)
        {
            node.Right = Delete(node.Right, item);
        }
        else if (node.Left is null || node.Right is null)
        {
            _count--;
            _version++;
            return node.Left ?? node.Right;
        }
        else
        {
            // The next greater element takes its place.
            var next = node.Right;
            while (next.Left is { } left)
            {
                next = left;
            }

            node.Item = next.Item;
            node.Right = Delete(node.Right, next.Item);
        }

        return Rebalance(node);
    }

    private SortedSet<T> AsSet(IEnumerable<T> other) =>
        other is SortedSet<T> set && set._comparer.Equals(_comparer) ? set : new SortedSet<T>(other, _comparer);

    private bool IsWithin(SortedSet<T> set)
    {
        if (_count > set._count)
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

    internal sealed class Node
    {
        public Node(T item)
        {
            Item = item;
            Level = 1;
        }

        // A field: SortedDictionary hands out references to what is in it.
        public T Item;

        public Node? Left { get; set; }

        public Node? Right { get; set; }

        public int Level { get; set; }
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly SortedSet<T> _set;
        private readonly int _version;
        private readonly bool _reverse;
        private readonly Stack<Node> _pending;
        private Node? _current;

        internal Enumerator(SortedSet<T> set, bool reverse)
        {
            _set = set;
            _version = set._version;
            _reverse = reverse;
            _pending = new Stack<Node>();
            Descend(set._root);
        }

        public readonly T Current => _current is null ? default! : _current.Item;

        readonly object? IEnumerator.Current
        {
            get
            {
                if (_current is null)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return _current.Item;
            }
        }

        public bool MoveNext()
        {
            CheckVersion();
            if (!_pending.TryPop(out _current))
            {
                return false;
            }

            Descend(_reverse ? _current.Left : _current.Right);
            return true;
        }

        void IEnumerator.Reset() => Restart();

        public readonly void Dispose()
        {
        }

        internal void Restart()
        {
            CheckVersion();
            _current = null;
            _pending.Clear();
            Descend(_set._root);
        }

        private readonly void Descend(Node? node)
        {
            while (node is not null)
            {
                _pending.Push(node);
                node = _reverse ? node.Right : node.Left;
            }
        }

        private readonly void CheckVersion()
        {
            if (_version != _set._version)
            {
                ThrowHelper.ThrowInvalidOperationException_ModifiedAfterEnumeration();
            }
        }
    }
}
