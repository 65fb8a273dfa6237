namespace System.Collections.Generic;

public class LinkedList<T> : ICollection<T>, IReadOnlyCollection<T>, ICollection
{
    internal LinkedListNode<T>? _head;
    private int _count;
    private int _version;

    public LinkedList()
    {
    }

    public LinkedList(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        foreach (var item in collection)
        {
            AddLast(item);
        }
    }

    public int Count => _count;

    public LinkedListNode<T>? First => _head;

    public LinkedListNode<T>? Last => _head?._previous;

    bool ICollection<T>.IsReadOnly => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public LinkedListNode<T> AddFirst(T value)
    {
        var node = new LinkedListNode<T>(this, value);
        Link(node, _head);
        _head = node;
        return node;
    }

    public void AddFirst(LinkedListNode<T> node)
    {
        CheckNew(node);
        Link(node, _head);
        node._list = this;
        _head = node;
    }

    public LinkedListNode<T> AddLast(T value)
    {
        var node = new LinkedListNode<T>(this, value);
        Link(node, _head);
        return node;
    }

    public void AddLast(LinkedListNode<T> node)
    {
        CheckNew(node);
        Link(node, _head);
        node._list = this;
    }

    public LinkedListNode<T> AddBefore(LinkedListNode<T> node, T value)
    {
        CheckOwn(node);
        var added = new LinkedListNode<T>(this, value);
        Link(added, node);
        if (node == _head)
        {
            _head = added;
        }

        return added;
    }

    public void AddBefore(LinkedListNode<T> node, LinkedListNode<T> newNode)
    {
        CheckOwn(node);
        CheckNew(newNode);
        Link(newNode, node);
        newNode._list = this;
        if (node == _head)
        {
            _head = newNode;
        }
    }

    public LinkedListNode<T> AddAfter(LinkedListNode<T> node, T value)
    {
        CheckOwn(node);
        var added = new LinkedListNode<T>(this, value);
        Link(added, node._next);
        return added;
    }

    public void AddAfter(LinkedListNode<T> node, LinkedListNode<T> newNode)
    {
        CheckOwn(node);
        CheckNew(newNode);
        Link(newNode, node._next);
        newNode._list = this;
    }

    public void Clear()
    {
        var node = _head;
        while (node is not null)
        {
            var next = node.Next;
            node.Invalidate();
            node = next;
        }

        _head = null;
        _count = 0;
        _version++;
    }

    public bool Contains(T value) => Find(value) is not null;

    public LinkedListNode<T>? Find(T value)
    {
        var node = First;
        while (node is not null && !EqualityComparer<T>.Default.Equals(node._value, value))
        {
            node = node.Next;
        }

        return node;
    }

    public LinkedListNode<T>? FindLast(T value)
    {
        var node = Last;
        while (node is not null && !EqualityComparer<T>.Default.Equals(node._value, value))
        {
            node = node.Previous;
        }

        return node;
    }

    public bool Remove(T value)
    {
        var node = Find(value);
        if (node is null)
        {
            return false;
        }

        Unlink(node);
        return true;
    }

    public void Remove(LinkedListNode<T> node)
    {
        CheckOwn(node);
        Unlink(node);
    }

    public void RemoveFirst()
    {
        if (_head is null)
        {
            ThrowHelper.ThrowInvalidOperationException("The LinkedList is empty.");
        }

        Unlink(_head);
    }

    public void RemoveLast()
    {
        if (_head is null)
        {
            ThrowHelper.ThrowInvalidOperationException("The LinkedList is empty.");
        }

        Unlink(_head._previous!);
    }

    public void CopyTo(T[] array, int index)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index > array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        if (array.Length - index < _count)
        {
            ThrowHelper.ThrowOffsetLength();
        }

        foreach (var item in this)
        {
            array[index++] = item;
        }
    }

    public Enumerator GetEnumerator() => new(this);

    void ICollection<T>.Add(T value) => AddLast(value);

    void ICollection.CopyTo(Array array, int index)
    {
        var items = new T[_count];
        CopyTo(items, 0);
        Array.Copy(items, 0, array, index, _count);
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void CheckNew(LinkedListNode<T> node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node._list is not null)
        {
            ThrowHelper.ThrowInvalidOperationException("The LinkedList node already belongs to a LinkedList.");
        }
    }

    private void CheckOwn(LinkedListNode<T> node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node._list != this)
        {
            ThrowHelper.ThrowInvalidOperationException("The LinkedList node does not belong to current LinkedList.");
        }
    }

    // Before the head is after the last, too.
    private void Link(LinkedListNode<T> node, LinkedListNode<T>? before)
    {
        if (before is null)
        {
            node._next = node;
            node._previous = node;
            _head = node;
        }
        else
        {
            node._next = before;
            node._previous = before._previous;
            before._previous!._next = node;
            before._previous = node;
        }

        _version++;
        _count++;
    }

    private void Unlink(LinkedListNode<T> node)
    {
        if (node._next == node)
        {
            _head = null;
        }
        else
        {
            node._next!._previous = node._previous;
            node._previous!._next = node._next;
            if (_head == node)
            {
                _head = node._next;
            }
        }

        node.Invalidate();
        _count--;
        _version++;
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly LinkedList<T> _list;
        private readonly int _version;
        private LinkedListNode<T>? _node;
        private T? _current;
        private int _index;

        internal Enumerator(LinkedList<T> list)
        {
            _list = list;
            _version = list._version;
            _node = list._head;
        }

        public readonly T Current => _current!;

        readonly object? IEnumerator.Current
        {
            get
            {
                if (_index == 0 || _index == _list._count + 1)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return _current;
            }
        }

        public bool MoveNext()
        {
            CheckVersion();
            if (_node is null)
            {
                _index = _list._count + 1;
                return false;
            }

            _index++;
            _current = _node._value;
            _node = _node.Next;
            return true;
        }

        void IEnumerator.Reset()
        {
            CheckVersion();
            _current = default;
            _node = _list._head;
            _index = 0;
        }

        public readonly void Dispose()
        {
        }

        private readonly void CheckVersion()
        {
            if (_version != _list._version)
            {
                ThrowHelper.ThrowInvalidOperationException_ModifiedAfterEnumeration();
            }
        }
    }
}
