using System.Collections.Generic;

namespace System;

public abstract partial class Array
{
    public static void Sort<T>(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        MemoryExtensions.Sort(new Span<T>(array));
    }

    public static void Sort<T>(T[] array, IComparer<T>? comparer)
    {
        ArgumentNullException.ThrowIfNull(array);
        Sort(array, 0, array.Length, comparer);
    }

    public static void Sort<T>(T[] array, Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(array);
        MemoryExtensions.Sort(new Span<T>(array), comparison);
    }

    public static void Sort<T>(T[] array, int index, int length) => Sort(array, index, length, null);

    public static void Sort<T>(T[] array, int index, int length, IComparer<T>? comparer)
    {
        CheckPart(array, index, length);
        var span = new Span<T>(array, index, length);
        if (comparer is null)
        {
            MemoryExtensions.Sort(span);
        }
        else
        {
            MemoryExtensions.Sort(span, comparer);
        }
    }

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items) => Sort(keys, items, null);

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, IComparer<TKey>? comparer)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Sort(keys, items, 0, keys.Length, comparer);
    }

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length) => Sort(keys, items, index, length, null);

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length, IComparer<TKey>? comparer)
    {
        CheckPart(keys, index, length);
        if (items is null)
        {
            Sort(keys, index, length, comparer);
            return;
        }

        CheckPart(items, index, length);
        MemoryExtensions.Sort(new Span<TKey>(keys, index, length), new Span<TValue>(items, index, length), comparer);
    }
}
