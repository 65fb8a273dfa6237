using System.Numerics;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// Introspective sort (D. R. Musser, 1997): quicksort by the median of three, insertion sort for what is short, heap sort where quicksort
/// would take too many rounds. Not stable; no more than O(n log n) comparisons and O(log n) stack. Items follow their keys.
/// </summary>
/// <typeparam name="TKey">What is sorted.</typeparam>
/// <typeparam name="TItem">What moves along; <see cref="None"/> for nothing, which then costs nothing.</typeparam>
/// <typeparam name="TOrder">How keys compare.</typeparam>
internal static class IntroSorter<TKey, TItem, TOrder>
    where TOrder : IComparer<TKey>
{
    private const int LongestForInsertion = 16;

    public static void Sort(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        if (keys.Length <= 1)
        {
            return;
        }

        try
        {
            Sort(keys, items, order, 2 * (BitOperations.Log2((uint)keys.Length) + 1));
        }
        catch (IndexOutOfRangeException)
        {
            throw new ArgumentException("The comparer contradicts itself.", "comparer");
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("Failed to compare two elements in the array.", exception);
        }
    }

    private static void Sort(Span<TKey> keys, Span<TItem> items, TOrder order, int roundsLeft)
    {
        // The left part stays in the loop, so that the depth of the recursion is bounded by the rounds.
        while (keys.Length > LongestForInsertion)
        {
            if (roundsLeft == 0)
            {
                HeapSort(keys, items, order);
                return;
            }

            roundsLeft--;
            var pivot = Partition(keys, items, order);
            Sort(keys.Slice(pivot + 1), From(items, pivot + 1), order, roundsLeft);
            keys = keys.Slice(0, pivot);
        }

        if (keys.Length <= 3)
        {
            if (keys.Length > 1)
            {
                SortTwo(keys, items, order, 0, 1);
            }

            if (keys.Length > 2)
            {
                SortTwo(keys, items, order, 0, 2);
                SortTwo(keys, items, order, 1, 2);
            }

            return;
        }

        InsertionSort(keys, items, order);
    }

    private static int Partition(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        // The ends and the middle in order; the median waits before the last, which is known not to be less.
        var last = keys.Length - 1;
        var middle = last >> 1;
        SortTwo(keys, items, order, 0, middle);
        SortTwo(keys, items, order, 0, last);
        SortTwo(keys, items, order, middle, last);
        var pivot = keys[middle];
        Swap(keys, items, middle, last - 1);

        var left = 0;
        var right = last - 1;
        while (left < right)
        {
            while (order.Compare(keys[++left], pivot) < 0)
            {
            }

            while (order.Compare(pivot, keys[--right]) < 0)
            {
            }

            if (left >= right)
            {
                break;
            }

            Swap(keys, items, left, right);
        }

        if (left != last - 1)
        {
            Swap(keys, items, left, last - 1);
        }

        return left;
    }

    private static void InsertionSort(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var key = keys[i];
            var item = At(items, i);
            var hole = i;
            while (hole > 0 && order.Compare(key, keys[hole - 1]) < 0)
            {
                keys[hole] = keys[hole - 1];
                Put(items, hole, At(items, hole - 1));
                hole--;
            }

            keys[hole] = key;
            Put(items, hole, item);
        }
    }

    private static void HeapSort(Span<TKey> keys, Span<TItem> items, TOrder order)
    {
        var count = keys.Length;
        for (var i = count >> 1; i >= 1; i--)
        {
            SiftDown(keys, items, order, i, count);
        }

        for (var i = count; i > 1; i--)
        {
            Swap(keys, items, 0, i - 1);
            SiftDown(keys, items, order, 1, i - 1);
        }
    }

    // Nodes are counted from 1: the children of n are 2n and 2n + 1.
    private static void SiftDown(Span<TKey> keys, Span<TItem> items, TOrder order, int node, int count)
    {
        var key = keys[node - 1];
        var item = At(items, node - 1);
        while (node <= count >> 1)
        {
            var child = 2 * node;
            if (child < count && order.Compare(keys[child - 1], keys[child]) < 0)
            {
                child++;
            }

            if (!(order.Compare(key, keys[child - 1]) < 0))
            {
                break;
            }

            keys[node - 1] = keys[child - 1];
            Put(items, node - 1, At(items, child - 1));
            node = child;
        }

        keys[node - 1] = key;
        Put(items, node - 1, item);
    }

    private static void SortTwo(Span<TKey> keys, Span<TItem> items, TOrder order, int low, int high)
    {
        if (order.Compare(keys[low], keys[high]) > 0)
        {
            Swap(keys, items, low, high);
        }
    }

    private static void Swap(Span<TKey> keys, Span<TItem> items, int i, int j)
    {
        (keys[i], keys[j]) = (keys[j], keys[i]);
        if (typeof(TItem) != typeof(None))
        {
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static Span<TItem> From(Span<TItem> items, int start) => typeof(TItem) == typeof(None) ? items : items.Slice(start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TItem At(Span<TItem> items, int index) => typeof(TItem) == typeof(None) ? default! : items[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<TItem> items, int index, TItem item)
    {
        if (typeof(TItem) != typeof(None))
        {
            items[index] = item;
        }
    }
}
