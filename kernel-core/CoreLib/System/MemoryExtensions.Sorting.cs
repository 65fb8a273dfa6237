using System.Collections.Generic;

namespace System;

public static partial class MemoryExtensions
{
    /// <summary>Sorts in place, not stably.</summary>
    public static void Sort<T>(this Span<T> span) => IntroSorter<T, None, DefaultOrder<T>>.Sort(span, default, default);

    public static void Sort<T, TComparer>(this Span<T> span, TComparer comparer)
        where TComparer : IComparer<T>?
    {
        if (comparer is null)
        {
            Sort(span);
        }
        else
        {
#pragma warning disable CS8631 // The constraint allows null, which was ruled out.
            IntroSorter<T, None, TComparer>.Sort(span, default, comparer);
#pragma warning restore CS8631
        }
    }

    public static void Sort<T>(this Span<T> span, Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        IntroSorter<T, None, ComparisonOrder<T>>.Sort(span, default, new ComparisonOrder<T>(comparison));
    }

    /// <summary>Sorts keys, and items by their keys.</summary>
    public static void Sort<TKey, TValue>(this Span<TKey> keys, Span<TValue> items)
    {
        CheckSameLength(keys.Length, items.Length);
        IntroSorter<TKey, TValue, DefaultOrder<TKey>>.Sort(keys, items, default);
    }

    public static void Sort<TKey, TValue, TComparer>(this Span<TKey> keys, Span<TValue> items, TComparer comparer)
        where TComparer : IComparer<TKey>?
    {
        if (comparer is null)
        {
            Sort(keys, items);
            return;
        }

        CheckSameLength(keys.Length, items.Length);
#pragma warning disable CS8631 // The constraint allows null, which was ruled out.
        IntroSorter<TKey, TValue, TComparer>.Sort(keys, items, comparer);
#pragma warning restore CS8631
    }

    public static void Sort<TKey, TValue>(this Span<TKey> keys, Span<TValue> items, Comparison<TKey> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        CheckSameLength(keys.Length, items.Length);
        IntroSorter<TKey, TValue, ComparisonOrder<TKey>>.Sort(keys, items, new ComparisonOrder<TKey>(comparison));
    }

    private static void CheckSameLength(int keys, int items)
    {
        if (keys != items)
        {
            ThrowHelper.ThrowArgumentException("There are not as many items as keys.", nameof(items));
        }
    }
}
