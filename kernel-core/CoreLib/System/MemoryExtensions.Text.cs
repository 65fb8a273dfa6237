using System.Globalization;
using System.Text;

namespace System;

public static partial class MemoryExtensions
{
    public static bool Equals(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        Ordinal.Equals(span, other, comparisonType);

    public static int CompareTo(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        Ordinal.Compare(span, other, comparisonType);

    public static bool Contains(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        IndexOf(span, value, comparisonType) >= 0;

    public static int IndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        Ordinal.IndexOf(span, value, Ordinal.IgnoresCase(comparisonType));

    public static int LastIndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        Ordinal.LastIndexOf(span, value, Ordinal.IgnoresCase(comparisonType));

    public static bool StartsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        var ignoreCase = Ordinal.IgnoresCase(comparisonType);
        if (value.Length > span.Length)
        {
            return false;
        }

        span = span.Slice(0, value.Length);
        return ignoreCase ? Ordinal.EqualsIgnoreCase(span, value) : Ordinal.Equals(span, value);
    }

    public static bool EndsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        var ignoreCase = Ordinal.IgnoresCase(comparisonType);
        if (value.Length > span.Length)
        {
            return false;
        }

        span = span.Slice(span.Length - value.Length);
        return ignoreCase ? Ordinal.EqualsIgnoreCase(span, value) : Ordinal.Equals(span, value);
    }

    /// <returns>How many characters were written; -1 where the destination is too short.</returns>
    public static int ToUpperInvariant(this ReadOnlySpan<char> source, Span<char> destination)
    {
        if (source.Length > destination.Length)
        {
            return -1;
        }

        for (var i = 0; i < source.Length && (uint)i < (uint)destination.Length; i++)
        {
            destination[i] = Ordinal.ToUpper(source, i);
        }

        return source.Length;
    }

    public static int ToUpper(this ReadOnlySpan<char> source, Span<char> destination, CultureInfo? culture) =>
        ToUpperInvariant(source, destination);

    /// <returns>How many characters were written; -1 where the destination is too short.</returns>
    public static int ToLowerInvariant(this ReadOnlySpan<char> source, Span<char> destination)
    {
        if (source.Length > destination.Length)
        {
            return -1;
        }

        for (var i = 0; i < source.Length && (uint)i < (uint)destination.Length; i++)
        {
            destination[i] = Ordinal.ToLower(source, i);
        }

        return source.Length;
    }

    public static int ToLower(this ReadOnlySpan<char> source, Span<char> destination, CultureInfo? culture) =>
        ToLowerInvariant(source, destination);

    public static bool IsWhiteSpace(this ReadOnlySpan<char> span)
    {
        foreach (var c in span)
        {
            if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span) => span.TrimStart().TrimEnd();

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span)
    {
        var start = 0;
        while ((uint)start < (uint)span.Length && char.IsWhiteSpace(span[start]))
        {
            start++;
        }

        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span)
    {
        var end = span.Length - 1;
        while ((uint)end < (uint)span.Length && char.IsWhiteSpace(span[end]))
        {
            end--;
        }

        return span.Slice(0, end + 1);
    }

    /// <summary>
    /// Without leading and trailing characters that are among <paramref name="trimChars"/>; without white space where those are none.
    /// </summary>
    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars) =>
        trimChars.IsEmpty ? Trim(span) : Trim<char>(span, trimChars);

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars) =>
        trimChars.IsEmpty ? TrimStart(span) : TrimStart<char>(span, trimChars);

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars) =>
        trimChars.IsEmpty ? TrimEnd(span) : TrimEnd<char>(span, trimChars);

    public static Span<char> Trim(this Span<char> span) => span.TrimStart().TrimEnd();

    public static Span<char> TrimStart(this Span<char> span) => span.Slice(span.Length - ((ReadOnlySpan<char>)span).TrimStart().Length);

    public static Span<char> TrimEnd(this Span<char> span) => span.Slice(0, ((ReadOnlySpan<char>)span).TrimEnd().Length);

    public static ReadOnlyMemory<char> Trim(this ReadOnlyMemory<char> memory) => memory.TrimStart().TrimEnd();

    public static ReadOnlyMemory<char> TrimStart(this ReadOnlyMemory<char> memory) =>
        memory.Slice(memory.Length - memory.Span.TrimStart().Length);

    public static ReadOnlyMemory<char> TrimEnd(this ReadOnlyMemory<char> memory) => memory.Slice(0, memory.Span.TrimEnd().Length);

    public static SpanRuneEnumerator EnumerateRunes(this ReadOnlySpan<char> span) => new(span);

    public static SpanLineEnumerator EnumerateLines(this ReadOnlySpan<char> span) => new(span);
}
