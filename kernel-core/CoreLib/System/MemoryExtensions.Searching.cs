using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

public static partial class MemoryExtensions
{
    public static bool SequenceEqual<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
        where T : IEquatable<T>?
    {
        if (span.Length != other.Length)
        {
            return false;
        }

        if (RuntimeHelpers.IsBitwiseEquatable<T>())
        {
            return SpanHelpers.SequenceEqual(
                ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span)),
                ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(other)),
                (nuint)(uint)span.Length * (nuint)Unsafe.SizeOf<T>());
        }

        for (var i = 0; i < span.Length && (uint)i < (uint)other.Length; i++)
        {
            if (!AreEqual(span[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    // What C# calls to match a span of characters with a literal.
    [OverloadResolutionPriority(-1)]
    public static bool SequenceEqual<T>(this Span<T> span, ReadOnlySpan<T> other)
        where T : IEquatable<T>? =>
        SequenceEqual((ReadOnlySpan<T>)span, other);

    public static bool SequenceEqual<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other, IEqualityComparer<T>? comparer = null)
    {
        if (span.Length != other.Length)
        {
            return false;
        }

        comparer ??= EqualityComparer<T>.Default;
        for (var i = 0; i < span.Length; i++)
        {
            if (!comparer.Equals(span[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static int SequenceCompareTo<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
        where T : IComparable<T>?
    {
        for (var i = 0; i < span.Length && (uint)i < (uint)other.Length; i++)
        {
            var order = span[i]?.CompareTo(other[i]) ?? (other[i] is null ? 0 : -1);
            if (order != 0)
            {
                return order;
            }
        }

        return span.Length - other.Length;
    }

    public static bool StartsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? =>
        value.Length <= span.Length && span.Slice(0, value.Length).SequenceEqual(value);

    public static bool StartsWith<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? =>
        span.Length != 0 && AreEqual(span[0], value);

    public static bool EndsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? =>
        value.Length <= span.Length && span.Slice(span.Length - value.Length).SequenceEqual(value);

    public static bool EndsWith<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? =>
        span.Length != 0 && AreEqual(span[^1], value);

    public static int CommonPrefixLength<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
    {
        var i = 0;
        while ((uint)i < (uint)span.Length && (uint)i < (uint)other.Length && EqualityComparer<T>.Default.Equals(span[i], other[i]))
        {
            i++;
        }

        return i;
    }

    public static bool Contains<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? =>
        IndexOf(span, value) >= 0;

    public static bool Contains<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null) =>
        IndexOf(span, value, comparer) >= 0;

    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (AreEqual(span[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null)
    {
        comparer ??= EqualityComparer<T>.Default;
        for (var i = 0; i < span.Length; i++)
        {
            if (comparer.Equals(span[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    public static int IndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>?
    {
        for (var i = 0; i <= span.Length - value.Length; i++)
        {
            if (span.Slice(i, value.Length).SequenceEqual(value))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        var i = span.Length - 1;
        while ((uint)i < (uint)span.Length && !AreEqual(span[i], value))
        {
            i--;
        }

        return i;
    }

    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>?
    {
        for (var i = span.Length - value.Length; i >= 0; i--)
        {
            if (span.Slice(i, value.Length).SequenceEqual(value))
            {
                return i;
            }
        }

        return -1;
    }

    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>? =>
        IndexOfAny(span, value0, value1) >= 0;

    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2)
        where T : IEquatable<T>? =>
        IndexOfAny(span, value0, value1, value2) >= 0;

    public static bool ContainsAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>? =>
        IndexOfAny(span, values) >= 0;

    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? =>
        IndexOfAnyExcept(span, value) >= 0;

    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>? =>
        IndexOfAnyExcept(span, value0, value1) >= 0;

    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2)
        where T : IEquatable<T>? =>
        IndexOfAnyExcept(span, value0, value1, value2) >= 0;

    public static bool ContainsAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>? =>
        IndexOfAnyExcept(span, values) >= 0;

    public static bool ContainsAnyInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive)
        where T : IComparable<T> =>
        IndexOfAnyInRange(span, lowInclusive, highInclusive) >= 0;

    public static bool ContainsAnyExceptInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive)
        where T : IComparable<T> =>
        IndexOfAnyExceptInRange(span, lowInclusive, highInclusive) >= 0;

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>? =>
        IndexOfAny(span, [value0, value1]);

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2)
        where T : IEquatable<T>? =>
        IndexOfAny(span, [value0, value1, value2]);

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>?
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (values.Contains(span[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static int IndexOfAnyInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive)
        where T : IComparable<T>
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (IsInRange(span[i], lowInclusive, highInclusive))
            {
                return i;
            }
        }

        return -1;
    }

    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (!AreEqual(span[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>? =>
        IndexOfAnyExcept(span, [value0, value1]);

    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2)
        where T : IEquatable<T>? =>
        IndexOfAnyExcept(span, [value0, value1, value2]);

    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>?
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (!values.Contains(span[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static int IndexOfAnyExceptInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive)
        where T : IComparable<T>
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (!IsInRange(span[i], lowInclusive, highInclusive))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>? =>
        LastIndexOfAny(span, [value0, value1]);

    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2)
        where T : IEquatable<T>? =>
        LastIndexOfAny(span, [value0, value1, value2]);

    public static int LastIndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>?
    {
        for (var i = span.Length - 1; (uint)i < (uint)span.Length; i--)
        {
            if (values.Contains(span[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOfAnyInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive)
        where T : IComparable<T>
    {
        for (var i = span.Length - 1; (uint)i < (uint)span.Length; i--)
        {
            if (IsInRange(span[i], lowInclusive, highInclusive))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        for (var i = span.Length - 1; (uint)i < (uint)span.Length; i--)
        {
            if (!AreEqual(span[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>? =>
        LastIndexOfAnyExcept(span, [value0, value1]);

    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value0, T value1, T value2)
        where T : IEquatable<T>? =>
        LastIndexOfAnyExcept(span, [value0, value1, value2]);

    public static int LastIndexOfAnyExcept<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>?
    {
        for (var i = span.Length - 1; (uint)i < (uint)span.Length; i--)
        {
            if (!values.Contains(span[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOfAnyExceptInRange<T>(this ReadOnlySpan<T> span, T lowInclusive, T highInclusive)
        where T : IComparable<T>
    {
        for (var i = span.Length - 1; (uint)i < (uint)span.Length; i--)
        {
            if (!IsInRange(span[i], lowInclusive, highInclusive))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc cref="Count{T}(ReadOnlySpan{T}, T)"/>
    public static int Count<T>(this ReadOnlySpan<T> span, T value, IEqualityComparer<T>? comparer = null)
    {
        comparer ??= EqualityComparer<T>.Default;
        var count = 0;
        foreach (var item in span)
        {
            count += comparer.Equals(item, value) ? 1 : 0;
        }

        return count;
    }

    public static int Count<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        var count = 0;
        foreach (var element in span)
        {
            if (AreEqual(element, value))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>How often a sequence occurs, counting no element twice.</summary>
    public static int Count<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>?
    {
        if (value.Length == 0)
        {
            return 0;
        }

        var count = 0;
        for (int index; (index = span.IndexOf(value)) >= 0; span = span.Slice(index + value.Length))
        {
            count++;
        }

        return count;
    }

    public static int CountAny<T>(this ReadOnlySpan<T> span, params ReadOnlySpan<T> values)
        where T : IEquatable<T>?
    {
        var count = 0;
        foreach (var element in span)
        {
            if (values.Contains(element))
            {
                count++;
            }
        }

        return count;
    }

    public static void Replace<T>(this Span<T> span, T oldValue, T newValue)
        where T : IEquatable<T>?
    {
        foreach (ref var element in span)
        {
            if (AreEqual(element, oldValue))
            {
                element = newValue;
            }
        }
    }

    public static void Replace<T>(this ReadOnlySpan<T> source, Span<T> destination, T oldValue, T newValue)
        where T : IEquatable<T>?
    {
        source.CopyTo(destination);
        Replace(destination.Slice(0, source.Length), oldValue, newValue);
    }

    public static ReadOnlySpan<T> Trim<T>(this ReadOnlySpan<T> span, T trimElement)
        where T : IEquatable<T>? =>
        span.TrimStart(trimElement).TrimEnd(trimElement);

    public static ReadOnlySpan<T> TrimStart<T>(this ReadOnlySpan<T> span, T trimElement)
        where T : IEquatable<T>?
    {
        var start = span.IndexOfAnyExcept(trimElement);
        return start < 0 ? default : span.Slice(start);
    }

    public static ReadOnlySpan<T> TrimEnd<T>(this ReadOnlySpan<T> span, T trimElement)
        where T : IEquatable<T>? =>
        span.Slice(0, span.LastIndexOfAnyExcept(trimElement) + 1);

    /// <summary>Without leading and trailing elements that are among <paramref name="trimElements"/>.</summary>
    public static ReadOnlySpan<T> Trim<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> trimElements)
        where T : IEquatable<T>? =>
        span.TrimStart(trimElements).TrimEnd(trimElements);

    public static ReadOnlySpan<T> TrimStart<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> trimElements)
        where T : IEquatable<T>?
    {
        var start = span.IndexOfAnyExcept(trimElements);
        return start < 0 ? default : span.Slice(start);
    }

    public static ReadOnlySpan<T> TrimEnd<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> trimElements)
        where T : IEquatable<T>? =>
        span.Slice(0, span.LastIndexOfAnyExcept(trimElements) + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual<T>(T a, T b)
        where T : IEquatable<T>? =>
        a is null ? b is null : a.Equals(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInRange<T>(T value, T low, T high)
        where T : IComparable<T> =>
        value.CompareTo(low) >= 0 && value.CompareTo(high) <= 0;
}
