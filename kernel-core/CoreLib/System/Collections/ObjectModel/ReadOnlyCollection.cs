using System.Collections.Generic;

namespace System.Collections.ObjectModel;

/// <summary>A list seen through a window that lets nothing change. What others change in the list is seen.</summary>
public class ReadOnlyCollection<T> : IList<T>, IList, IReadOnlyList<T>
{
    private readonly IList<T> _list;

    public ReadOnlyCollection(IList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        _list = list;
    }

    public static ReadOnlyCollection<T> Empty => new([]);

    public int Count => _list.Count;

    protected IList<T> Items => _list;

    bool ICollection<T>.IsReadOnly => true;

    bool IList.IsReadOnly => true;

    bool IList.IsFixedSize => true;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public T this[int index] => _list[index];

    T IList<T>.this[int index]
    {
        get => _list[index];
        set => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
    }

    object? IList.this[int index]
    {
        get => _list[index];
        set => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
    }

    public bool Contains(T value) => _list.Contains(value);

    public void CopyTo(T[] array, int index) => _list.CopyTo(array, index);

    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    public int IndexOf(T value) => _list.IndexOf(value);

    void ICollection<T>.Add(T value) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void ICollection<T>.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void IList<T>.Insert(int index, T value) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    bool ICollection<T>.Remove(T value)
    {
        ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
        return false;
    }

    void IList<T>.RemoveAt(int index) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    int IList.Add(object? value)
    {
        ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();
        return -1;
    }

    void IList.Clear() => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    bool IList.Contains(object? value) => IsCompatible(value) && Contains((T)value!);

    int IList.IndexOf(object? value) => IsCompatible(value) ? IndexOf((T)value!) : -1;

    void IList.Insert(int index, object? value) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void IList.Remove(object? value) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void IList.RemoveAt(int index) => ThrowHelper.ThrowNotSupportedException_ReadOnlyCollection();

    void ICollection.CopyTo(Array array, int index)
    {
        var items = new T[_list.Count];
        _list.CopyTo(items, 0);
        Array.Copy(items, 0, array, index, items.Length);
    }

    IEnumerator IEnumerable.GetEnumerator() => _list.GetEnumerator();

    private static bool IsCompatible(object? value) => value is T || (value is null && default(T) is null);
}
