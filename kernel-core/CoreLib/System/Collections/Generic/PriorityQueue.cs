using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// The element of least priority comes out first: a heap in an array, four children to a node (shallower than two, and they lie together).
/// Elements of equal priority come out in no particular order.
/// </summary>
public class PriorityQueue<TElement, TPriority>
{
    private const int Log2Arity = 2;
    private const int Arity = 1 << Log2Arity;
    private const int MinimumGrow = 4;

    private (TElement Element, TPriority Priority)[] _nodes;
    private readonly IComparer<TPriority> _comparer;
    private int _size;
    private int _version;
    private UnorderedItemsCollection? _unorderedItems;

    public PriorityQueue()
        : this(0, null)
    {
    }

    public PriorityQueue(int initialCapacity)
        : this(initialCapacity, null)
    {
    }

    public PriorityQueue(IComparer<TPriority>? comparer)
        : this(0, comparer)
    {
    }

    public PriorityQueue(int initialCapacity, IComparer<TPriority>? comparer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCapacity);
        _nodes = new (TElement, TPriority)[initialCapacity];
        _comparer = comparer ?? Comparer<TPriority>.Default;
    }

    public PriorityQueue(IEnumerable<(TElement Element, TPriority Priority)> items)
        : this(items, null)
    {
    }

    public PriorityQueue(IEnumerable<(TElement Element, TPriority Priority)> items, IComparer<TPriority>? comparer)
        : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(items);
        AddAll(items);
        Heapify();
    }

    public int Count => _size;

    public int Capacity => _nodes.Length;

    public IComparer<TPriority> Comparer => _comparer;

    public UnorderedItemsCollection UnorderedItems => _unorderedItems ??= new UnorderedItemsCollection(this);

    public void Enqueue(TElement element, TPriority priority)
    {
        var index = _size;
        _version++;
        if (_nodes.Length == index)
        {
            Grow(index + 1);
        }

        _size = index + 1;
        MoveUp((element, priority), index);
    }

    public TElement Peek()
    {
        if (_size == 0)
        {
            ThrowHelper.ThrowInvalidOperationException("Queue empty.");
        }

        return _nodes[0].Element;
    }

    public bool TryPeek([MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority)
    {
        if (_size == 0)
        {
            element = default;
            priority = default;
            return false;
        }

        (element, priority) = _nodes[0];
        return true;
    }

    public TElement Dequeue()
    {
        var element = Peek();
        RemoveRoot();
        return element;
    }

    public bool TryDequeue([MaybeNullWhen(false)] out TElement element, [MaybeNullWhen(false)] out TPriority priority)
    {
        if (!TryPeek(out element, out priority))
        {
            return false;
        }

        RemoveRoot();
        return true;
    }

    /// <summary>Takes the least element out, then adds one.</summary>
    public TElement DequeueEnqueue(TElement element, TPriority priority)
    {
        var root = Peek();
        ReplaceRoot(element, priority);
        return root;
    }

    /// <summary>Adds an element, then takes the least out.</summary>
    public TElement EnqueueDequeue(TElement element, TPriority priority)
    {
        if (_size == 0 || _comparer.Compare(priority, _nodes[0].Priority) <= 0)
        {
            return element;
        }

        var root = _nodes[0].Element;
        ReplaceRoot(element, priority);
        return root;
    }

    public void EnqueueRange(IEnumerable<(TElement Element, TPriority Priority)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (_size == 0)
        {
            AddAll(items);
            Heapify();
            _version++;
            return;
        }

        foreach (var (element, priority) in items)
        {
            Enqueue(element, priority);
        }
    }

    public void EnqueueRange(IEnumerable<TElement> elements, TPriority priority)
    {
        ArgumentNullException.ThrowIfNull(elements);
        foreach (var element in elements)
        {
            Enqueue(element, priority);
        }
    }

    /// <summary>Takes out the first element found that is equal to <paramref name="element"/>.</summary>
    public bool Remove(
        TElement element,
        [MaybeNullWhen(false)] out TElement removedElement,
        [MaybeNullWhen(false)] out TPriority priority,
        IEqualityComparer<TElement>? equalityComparer = null)
    {
        equalityComparer ??= EqualityComparer<TElement>.Default;
        for (var i = 0; i < _size; i++)
        {
            if (!equalityComparer.Equals(element, _nodes[i].Element))
            {
                continue;
            }

            (removedElement, priority) = _nodes[i];
            var last = _nodes[--_size];
            if (i < _size)
            {
                if (_comparer.Compare(last.Priority, priority) < 0)
                {
                    MoveUp(last, i);
                }
                else
                {
                    MoveDown(last, i);
                }
            }

            _nodes[_size] = default;
            _version++;
            return true;
        }

        removedElement = default;
        priority = default;
        return false;
    }

    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<(TElement, TPriority)>())
        {
            Array.Clear(_nodes, 0, _size);
        }

        _size = 0;
        _version++;
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (_nodes.Length < capacity)
        {
            Grow(capacity);
            _version++;
        }

        return _nodes.Length;
    }

    public void TrimExcess()
    {
        if (_size < (int)(_nodes.Length * 0.9))
        {
            Array.Resize(ref _nodes, _size);
            _version++;
        }
    }

    private void AddAll(IEnumerable<(TElement Element, TPriority Priority)> items)
    {
        foreach (var item in items)
        {
            if (_nodes.Length == _size)
            {
                Grow(_size + 1);
            }

            _nodes[_size++] = item;
        }
    }

    private void Grow(int capacity)
    {
        var doubled = Math.Min((uint)_nodes.Length * 2, (uint)Array.MaxLength);
        Array.Resize(ref _nodes, (int)Math.Max(Math.Max(doubled, (uint)_nodes.Length + MinimumGrow), (uint)capacity));
    }

    private void RemoveRoot()
    {
        var last = _nodes[--_size];
        _version++;
        if (_size > 0)
        {
            MoveDown(last, 0);
        }

        _nodes[_size] = default;
    }

    private void ReplaceRoot(TElement element, TPriority priority)
    {
        _version++;
        if (_comparer.Compare(priority, _nodes[0].Priority) > 0)
        {
            MoveDown((element, priority), 0);
        }
        else
        {
            _nodes[0] = (element, priority);
        }
    }

    private void Heapify()
    {
        for (var i = (_size - 2) >> Log2Arity; i >= 0 && _size > 1; i--)
        {
            MoveDown(_nodes[i], i);
        }
    }

    private void MoveUp((TElement Element, TPriority Priority) node, int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) >> Log2Arity;
            if (_comparer.Compare(node.Priority, _nodes[parent].Priority) >= 0)
            {
                break;
            }

            _nodes[index] = _nodes[parent];
            index = parent;
        }

        _nodes[index] = node;
    }

    private void MoveDown((TElement Element, TPriority Priority) node, int index)
    {
        for (int child; (child = (index << Log2Arity) + 1) < _size;)
        {
            var least = child;
            var end = Math.Min(child + Arity, _size);
            while (++child < end)
            {
                if (_comparer.Compare(_nodes[child].Priority, _nodes[least].Priority) < 0)
                {
                    least = child;
                }
            }

            if (_comparer.Compare(node.Priority, _nodes[least].Priority) <= 0)
            {
                break;
            }

            _nodes[index] = _nodes[least];
            index = least;
        }

        _nodes[index] = node;
    }

    public sealed class UnorderedItemsCollection : IReadOnlyCollection<(TElement Element, TPriority Priority)>
    {
        private readonly PriorityQueue<TElement, TPriority> _queue;

        internal UnorderedItemsCollection(PriorityQueue<TElement, TPriority> queue)
        {
            _queue = queue;
        }

        public int Count => _queue._size;

        public Enumerator GetEnumerator() => new(_queue);

        IEnumerator<(TElement Element, TPriority Priority)> IEnumerable<(TElement Element, TPriority Priority)>.GetEnumerator() =>
            GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public struct Enumerator : IEnumerator<(TElement Element, TPriority Priority)>
        {
            private readonly PriorityQueue<TElement, TPriority> _queue;
            private readonly int _version;
            private int _index;
            private (TElement Element, TPriority Priority) _current;

            internal Enumerator(PriorityQueue<TElement, TPriority> queue)
            {
                _queue = queue;
                _version = queue._version;
            }

            public readonly (TElement Element, TPriority Priority) Current => _current;

            readonly object IEnumerator.Current => _current;

            public bool MoveNext()
            {
                CheckVersion();
                if ((uint)_index < (uint)_queue._size)
                {
                    _current = _queue._nodes[_index++];
                    return true;
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
                if (_version != _queue._version)
                {
                    ThrowHelper.ThrowInvalidOperationException_ModifiedAfterEnumeration();
                }
            }
        }
    }
}
