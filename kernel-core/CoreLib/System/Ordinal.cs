using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

/// <summary>
/// Comparison and search by code units, with or without regard to case: what every <see cref="StringComparison"/> comes down to.
/// </summary>
internal static class Ordinal
{
    public static bool IgnoresCase(StringComparison comparisonType)
    {
        if ((uint)comparisonType > (uint)StringComparison.OrdinalIgnoreCase)
        {
            ThrowHelper.ThrowArgumentException("The comparison is not one of StringComparison.", nameof(comparisonType));
        }

        return ((int)comparisonType & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char ToUpper(char c) => c < 0x80 ? (uint)(c - 'a') <= 'z' - 'a' ? (char)(c & ~0x20) : c : char.ToUpperInvariant(c);

    /// <summary>What stands at an index of a text whose letters are all uppercase.</summary>
    public static char ToUpper(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        return IsSecondOfPair(text, index) ? Globalization.CharUnicodeInfo.ToUpper(text[index - 1], c) : ToUpper(c);
    }

    /// <summary>What stands at an index of a text whose letters are all lowercase.</summary>
    public static char ToLower(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        return IsSecondOfPair(text, index) ? Globalization.CharUnicodeInfo.ToLower(text[index - 1], c) : char.ToLowerInvariant(c);
    }

    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right, StringComparison comparisonType) =>
        IgnoresCase(comparisonType) ? EqualsIgnoreCase(left, right) : Equals(left, right);

    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length == right.Length &&
        SpanHelpers.SequenceEqual(
            ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(left)),
            ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(right)),
            (nuint)(uint)left.Length * sizeof(char));

    public static bool EqualsIgnoreCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length && (uint)i < (uint)right.Length; i++)
        {
            var a = left[i];
            var b = right[i];
            if (a != b && ToUpper(left, i) != ToUpper(right, i))
            {
                return false;
            }
        }

        return true;
    }

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right, StringComparison comparisonType) =>
        Compare(left, right, IgnoresCase(comparisonType));

    /// <summary>
    /// As in .NET, characters beyond the Basic Multilingual Plane sort behind it where case is ignored, and by their surrogates where it
    /// is not.
    /// </summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoreCase)
    {
        for (var i = 0; i < left.Length && (uint)i < (uint)right.Length; i++)
        {
            var a = left[i];
            var b = right[i];
            if (a == b)
            {
                continue;
            }

            if (ignoreCase)
            {
                a = ToUpper(left, i);
                b = ToUpper(right, i);
                if (a == b)
                {
                    continue;
                }

                if (char.IsSurrogate(a) || char.IsSurrogate(b))
                {
                    // High surrogates are equal up to here: a character that began with one is compared as a whole.
                    var start = IsSecondOfPair(left, i) || IsSecondOfPair(right, i) ? i - 1 : i;
                    return UpperScalarAt(left, start) - UpperScalarAt(right, start);
                }
            }

            return a - b;
        }

        return left.Length - right.Length;
    }

    public static int IndexOf(ReadOnlySpan<char> text, char value)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    public static int LastIndexOf(ReadOnlySpan<char> text, char value)
    {
        var i = text.Length - 1;
        while ((uint)i < (uint)text.Length && text[i] != value)
        {
            i--;
        }

        return i;
    }

    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> value, bool ignoreCase)
    {
        if (value.Length == 0)
        {
            return 0;
        }

        var first = value[0];
        var firstUpper = ToUpper(first);
        var last = text.Length - value.Length;
        for (var i = 0; i <= last; i++)
        {
            var c = text[i];
            if (c == first || (ignoreCase && ToUpper(c) == firstUpper))
            {
                var candidate = text.Slice(i, value.Length);
                if (ignoreCase ? EqualsIgnoreCase(candidate, value) : Equals(candidate, value))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    public static int LastIndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> value, bool ignoreCase)
    {
        for (var i = text.Length - value.Length; i >= 0; i--)
        {
            var candidate = text.Slice(i, value.Length);
            if (ignoreCase ? EqualsIgnoreCase(candidate, value) : Equals(candidate, value))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Depends on the characters alone, so that two runs of one image behave alike.</summary>
    public static int GetHashCode(ReadOnlySpan<char> text)
    {
        // Two characters at a time into two lanes that do not wait for each other.
        uint a = 5381;
        uint b = 0x9E3779B9;
        while (text.Length >= 2)
        {
            a = ((a << 5) + a) ^ text[0];
            b = ((b << 5) + b) ^ text[1];
            text = text.Slice(2);
        }

        if (text.Length != 0)
        {
            a = ((a << 5) + a) ^ text[0];
        }

        return (int)(a + (b * 1566083941));
    }

    public static int GetHashCodeIgnoreCase(ReadOnlySpan<char> text)
    {
        uint hash = 5381;
        for (var i = 0; i < text.Length; i++)
        {
            hash = ((hash << 5) + hash) ^ ToUpper(text, i);
        }

        return (int)(hash * 1566083941);
    }

    private static bool IsSecondOfPair(ReadOnlySpan<char> text, int index) =>
        char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]);

    private static int UpperScalarAt(ReadOnlySpan<char> text, int index)
    {
        var c = text[index];
        return index + 1 < text.Length && char.IsSurrogatePair(c, text[index + 1])
            ? char.ConvertToUtf32(c, ToUpper(text, index + 1))
            : ToUpper(c);
    }
}
