using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

/// <summary>
/// What spans and memories can do. Methods that only read take a <see cref="ReadOnlySpan{T}"/>: C# converts spans, arrays and strings
/// to it.
/// </summary>
public static partial class MemoryExtensions
{
    [Intrinsic]
    public static ReadOnlySpan<char> AsSpan(this string? text) => text is null ? default : text.Span;

    public static ReadOnlySpan<char> AsSpan(this string? text, int start)
    {
        if (text is null)
        {
            if (start != 0)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(start));
            }

            return default;
        }

        return text.Span.Slice(start);
    }

    public static ReadOnlySpan<char> AsSpan(this string? text, int start, int length)
    {
        if (text is null)
        {
            if (start != 0 || length != 0)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException(nameof(start));
            }

            return default;
        }

        return text.Span.Slice(start, length);
    }

    public static ReadOnlySpan<char> AsSpan(this string? text, Index startIndex) =>
        text.AsSpan(startIndex.GetOffset(text is null ? 0 : text.Length));

    public static ReadOnlySpan<char> AsSpan(this string? text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text is null ? 0 : text.Length);
        return text.AsSpan(start, length);
    }

    public static ReadOnlyMemory<char> AsMemory(this string? text) =>
        text is null ? default : new ReadOnlyMemory<char>(text, 0, text.Length);

    public static ReadOnlyMemory<char> AsMemory(this string? text, int start) => text.AsMemory().Slice(start);

    public static ReadOnlyMemory<char> AsMemory(this string? text, int start, int length) => text.AsMemory().Slice(start, length);

    public static ReadOnlyMemory<char> AsMemory(this string? text, Index startIndex) =>
        text.AsMemory(startIndex.GetOffset(text is null ? 0 : text.Length));

    public static ReadOnlyMemory<char> AsMemory(this string? text, Range range) => text.AsMemory()[range];

    public static Span<T> AsSpan<T>(this T[]? array) => new(array);

    public static Span<T> AsSpan<T>(this T[]? array, int start) =>
        array is null && start == 0 ? default : new Span<T>(array, start, (array is null ? 0 : array.Length) - start);

    public static Span<T> AsSpan<T>(this T[]? array, int start, int length) => new(array, start, length);

    public static Span<T> AsSpan<T>(this T[]? array, Index startIndex) =>
        array.AsSpan(startIndex.GetOffset(array is null ? 0 : array.Length));

    public static Span<T> AsSpan<T>(this T[]? array, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(array is null ? 0 : array.Length);
        return new Span<T>(array, start, length);
    }

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment) => new(segment.Array, segment.Offset, segment.Count);

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, int start) => segment.AsSpan().Slice(start);

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, int start, int length) => segment.AsSpan().Slice(start, length);

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, Index startIndex) =>
        segment.AsSpan().Slice(startIndex.GetOffset(segment.Count));

    public static Span<T> AsSpan<T>(this ArraySegment<T> segment, Range range) => segment.AsSpan()[range];

    public static Memory<T> AsMemory<T>(this T[]? array) => new(array);

    public static Memory<T> AsMemory<T>(this T[]? array, int start) => new Memory<T>(array).Slice(start);

    public static Memory<T> AsMemory<T>(this T[]? array, int start, int length) => new(array, start, length);

    public static Memory<T> AsMemory<T>(this T[]? array, Index startIndex) =>
        array.AsMemory(startIndex.GetOffset(array is null ? 0 : array.Length));

    public static Memory<T> AsMemory<T>(this T[]? array, Range range) => new Memory<T>(array)[range];

    public static Memory<T> AsMemory<T>(this ArraySegment<T> segment) => new(segment.Array, segment.Offset, segment.Count);

    public static Memory<T> AsMemory<T>(this ArraySegment<T> segment, int start) => segment.AsMemory().Slice(start);

    public static Memory<T> AsMemory<T>(this ArraySegment<T> segment, int start, int length) => segment.AsMemory().Slice(start, length);

    public static void CopyTo<T>(this T[]? source, Span<T> destination) => new ReadOnlySpan<T>(source).CopyTo(destination);

    public static void CopyTo<T>(this T[]? source, Memory<T> destination) => source.CopyTo(destination.Span);

    public static void Reverse<T>(this Span<T> span)
    {
        for (int first = 0, last = span.Length - 1; first < last; first++, last--)
        {
            (span[first], span[last]) = (span[last], span[first]);
        }
    }

    /// <summary>Whether the two share any memory.</summary>
    public static bool Overlaps<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other) => Overlaps(span, other, out _);

    /// <param name="span">One span.</param>
    /// <param name="other">The other span.</param>
    /// <param name="elementOffset">How many elements the other begins after the first.</param>
    /// <exception cref="ArgumentException">They overlap by a part of an element.</exception>
    public static bool Overlaps<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other, out int elementOffset)
    {
        elementOffset = 0;
        if (span.IsEmpty || other.IsEmpty)
        {
            return false;
        }

        var byteOffset = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(span), ref MemoryMarshal.GetReference(other));
        var size = (nint)Unsafe.SizeOf<T>();
        if ((nuint)byteOffset >= (nuint)(span.Length * size) && (nuint)byteOffset <= (nuint)(-(other.Length * size)))
        {
            return false;
        }

        if (byteOffset % size != 0)
        {
            ThrowHelper.ThrowArgumentException("The spans overlap by a part of an element.");
        }

        elementOffset = (int)(byteOffset / size);
        return true;
    }

    public static int BinarySearch<T>(this ReadOnlySpan<T> span, IComparable<T> comparable)
    {
        ArgumentNullException.ThrowIfNull(comparable);
        return BinarySearch<T, IComparable<T>>(span, comparable);
    }

    /// <returns>The index of an element that is equal; the complement of the index of the first greater one where none is.</returns>
    public static int BinarySearch<T, TComparable>(this ReadOnlySpan<T> span, TComparable comparable)
        where TComparable : IComparable<T>, allows ref struct
    {
        var low = 0;
        var high = span.Length - 1;
        while (low <= high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            var order = comparable.CompareTo(span[middle]);
            if (order == 0)
            {
                return middle;
            }

            if (order > 0)
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

    public static int BinarySearch<T, TComparer>(this ReadOnlySpan<T> span, T value, TComparer comparer)
        where TComparer : Collections.Generic.IComparer<T>, allows ref struct
    {
        var low = 0;
        var high = span.Length - 1;
        while (low <= high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            var order = comparer.Compare(value, span[middle]);
            if (order == 0)
            {
                return middle;
            }

            if (order > 0)
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
}
