using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace System;

public abstract partial class Array
{
    public static ReadOnlyCollection<T> AsReadOnly<T>(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new ReadOnlyCollection<T>(array);
    }

    public static int IndexOf<T>(T[] array, T value)
    {
        ArgumentNullException.ThrowIfNull(array);
        return IndexOf(array, value, 0, array.Length);
    }

    public static int IndexOf<T>(T[] array, T value, int startIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        return IndexOf(array, value, startIndex, array.Length - startIndex);
    }

    public static int IndexOf<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRange(array, startIndex, count);
        for (var i = startIndex; i < startIndex + count && (uint)i < (uint)array.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(array[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOf<T>(T[] array, T value)
    {
        ArgumentNullException.ThrowIfNull(array);
        return LastIndexOf(array, value, array.Length - 1, array.Length);
    }

    public static int LastIndexOf<T>(T[] array, T value, int startIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        return LastIndexOf(array, value, startIndex, array.Length == 0 ? 0 : startIndex + 1);
    }

    public static int LastIndexOf<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRangeBackwards(array, startIndex, count);
        for (var i = startIndex; i > startIndex - count && (uint)i < (uint)array.Length; i--)
        {
            if (EqualityComparer<T>.Default.Equals(array[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) != -1;

    public static T? Find<T>(T[] array, Predicate<T> match)
    {
        var index = FindIndex(array, match);
        return index < 0 ? default : array[index];
    }

    public static T[] FindAll<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(match);
        var found = new List<T>();
        foreach (var element in array)
        {
            if (match(element))
            {
                found.Add(element);
            }
        }

        return found.ToArray();
    }

    public static int FindIndex<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        return FindIndex(array, 0, array.Length, match);
    }

    public static int FindIndex<T>(T[] array, int startIndex, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        return FindIndex(array, startIndex, array.Length - startIndex, match);
    }

    public static int FindIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)
    {
        CheckRange(array, startIndex, count);
        ArgumentNullException.ThrowIfNull(match);
        for (var i = startIndex; i < startIndex + count; i++)
        {
            if (match(array[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static T? FindLast<T>(T[] array, Predicate<T> match)
    {
        var index = FindLastIndex(array, match);
        return index < 0 ? default : array[index];
    }

    public static int FindLastIndex<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        return FindLastIndex(array, array.Length - 1, array.Length, match);
    }

    public static int FindLastIndex<T>(T[] array, int startIndex, Predicate<T> match) =>
        FindLastIndex(array, startIndex, startIndex + 1, match);

    public static int FindLastIndex<T>(T[] array, int startIndex, int count, Predicate<T> match)
    {
        CheckRangeBackwards(array, startIndex, count);
        ArgumentNullException.ThrowIfNull(match);
        for (var i = startIndex; i > startIndex - count; i--)
        {
            if (match(array[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool TrueForAll<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(match);
        foreach (var element in array)
        {
            if (!match(element))
            {
                return false;
            }
        }

        return true;
    }

    public static void ForEach<T>(T[] array, Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(action);
        foreach (var element in array)
        {
            action(element);
        }
    }

    public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(converter);
        var result = new TOutput[array.Length];
        for (var i = 0; i < array.Length; i++)
        {
            result[i] = converter(array[i]);
        }

        return result;
    }

    public static int BinarySearch<T>(T[] array, T value) => BinarySearch(array, value, null);

    public static int BinarySearch<T>(T[] array, T value, IComparer<T>? comparer)
    {
        ArgumentNullException.ThrowIfNull(array);
        return BinarySearch(array, 0, array.Length, value, comparer);
    }

    public static int BinarySearch<T>(T[] array, int index, int length, T value) => BinarySearch(array, index, length, value, null);

    /// <returns>The index of an element that is equal; the complement of the index of the first greater one where none is.</returns>
    public static int BinarySearch<T>(T[] array, int index, int length, T value, IComparer<T>? comparer)
    {
        CheckPart(array, index, length);
        comparer ??= Comparer<T>.Default;
        var low = index;
        var high = index + length - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) >> 1);
            int order;
            try
            {
                order = comparer.Compare(array[middle], value);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("Failed to compare two elements in the array.", exception);
            }

            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    public static void Fill<T>(T[] array, T value)
    {
        ArgumentNullException.ThrowIfNull(array);
        Fill(array, value, 0, array.Length);
    }

    public static void Fill<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRange(array, startIndex, count);
        for (var i = startIndex; i < startIndex + count; i++)
        {
            array[i] = value;
        }
    }

    public static void Reverse<T>(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        Reverse(array, 0, array.Length);
    }

    public static void Reverse<T>(T[] array, int index, int length)
    {
        CheckPart(array, index, length);
        for (var last = index + length - 1; index < last; index++, last--)
        {
            (array[index], array[last]) = (array[last], array[index]);
        }
    }

    // For methods that search: an index that is out of range.
    private static void CheckRange([NotNull] Array? array, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        if ((uint)startIndex > (uint)array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        if ((uint)count > (uint)(array.Length - startIndex))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }
    }

    private static void CheckRangeBackwards([NotNull] Array? array, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.Length == 0 ? startIndex is not (-1 or 0) : (uint)startIndex >= (uint)array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        if (count < 0 || (array.Length != 0 ? startIndex - count + 1 < 0 : count != 0))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }
    }

    // For methods that work on a part: one that does not lie within the array.
    private static void CheckPart([NotNull] Array? array, int index, int length)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (index < 0 || length < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(index < 0 ? nameof(index) : nameof(length));
        }

        if (array.Length - index < length)
        {
            ThrowHelper.ThrowOffsetLength();
        }
    }
}
