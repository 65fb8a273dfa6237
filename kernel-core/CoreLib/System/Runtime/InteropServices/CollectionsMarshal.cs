using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>What is inside collections. It is wrong once the collection changes.</summary>
public static class CollectionsMarshal
{
    public static Span<T> AsSpan<T>(List<T>? list) => list is null ? default : new Span<T>(list._items, 0, list._size);

    /// <summary>Sets how many elements a list has. Those it gains are arbitrary values.</summary>
    public static void SetCount<T>(List<T> list, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        list._version++;
        if (count > list.Capacity)
        {
            list.Grow(count);
        }
        else if (count < list._size && RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            new Span<T>(list._items, count, list._size - count).Clear();
        }

        list._size = count;
    }

    public static ref TValue GetValueRefOrNullRef<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key)
        where TKey : notnull => ref dictionary.FindValue(key);

    public static ref TValue? GetValueRefOrAddDefault<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, out bool exists)
        where TKey : notnull => ref dictionary.FindOrAdd(key, out exists)!;
}
