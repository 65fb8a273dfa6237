namespace System.Collections.Generic;

public sealed class LinkedListNode<T>
{
    internal LinkedList<T>? _list;
    internal LinkedListNode<T>? _next;
    internal LinkedListNode<T>? _previous;
    internal T _value;

    public LinkedListNode(T value)
    {
        _value = value;
    }

    internal LinkedListNode(LinkedList<T> list, T value)
    {
        _list = list;
        _value = value;
    }

    public LinkedList<T>? List => _list;

    // The list is a ring: its last node leads to its first.
    public LinkedListNode<T>? Next => _next is null || _next == _list!._head ? null : _next;

    public LinkedListNode<T>? Previous => _previous is null || this == _list!._head ? null : _previous;

    public T Value
    {
        get => _value;
        set => _value = value;
    }

    public ref T ValueRef => ref _value;

    internal void Invalidate()
    {
        _list = null;
        _next = null;
        _previous = null;
    }
}
