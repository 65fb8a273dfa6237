using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Threading.Channels;

/// <summary>A queue that gives up its last item, too. Grows as items come, and never shrinks.</summary>
internal sealed class ItemQueue<T>
{
    private const int FirstCapacity = 4;

    private T[] _items = [];
    private int _first;

    internal int Count { get; private set; }

    internal void Enqueue(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[IndexOf(Count)] = item;
        Count++;
    }

    internal bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        if (!TryPeek(out item))
        {
            return false;
        }

        Clear(_first);
        _first = IndexOf(1);
        Count--;
        return true;
    }

    internal T Dequeue() => TryDequeue(out var item) ? item : throw new InvalidOperationException("Queue empty.");

    internal bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        if (Count == 0)
        {
            item = default;
            return false;
        }

        item = _items[_first];
        return true;
    }

    /// <summary>Takes the item that came last. There must be one.</summary>
    internal T RemoveLast()
    {
        var index = IndexOf(Count - 1);
        var item = _items[index];
        Clear(index);
        Count--;
        return item;
    }

    private int IndexOf(int position)
    {
        var index = _first + position;
        return index < _items.Length ? index : index - _items.Length;
    }

    private void Clear(int index)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _items[index] = default!;
        }
    }

    private void Grow()
    {
        var items = new T[Math.Max(FirstCapacity, Count * 2)];
        for (var position = 0; position < Count; position++)
        {
            items[position] = _items[IndexOf(position)];
        }

        _items = items;
        _first = 0;
    }
}
