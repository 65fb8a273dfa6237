namespace System;

public sealed partial class String
{
    public bool Contains(char value) => Ordinal.IndexOf(Span, value) >= 0;

    public bool Contains(char value, StringComparison comparisonType) => IndexOf(value, comparisonType) >= 0;

    public bool Contains(string value) => IndexOf(value, StringComparison.Ordinal) >= 0;

    public bool Contains(string value, StringComparison comparisonType) => IndexOf(value, comparisonType) >= 0;

    public int IndexOf(char value) => Ordinal.IndexOf(Span, value);

    public int IndexOf(char value, StringComparison comparisonType) =>
        Ordinal.IndexOf(Span, new ReadOnlySpan<char>(in value), Ordinal.IgnoresCase(comparisonType));

    public int IndexOf(char value, int startIndex) => IndexOf(value, startIndex, Length - startIndex);

    public int IndexOf(char value, int startIndex, int count) => Offset(Ordinal.IndexOf(Part(startIndex, count), value), startIndex);

    public int IndexOf(string value) => IndexOf(value, StringComparison.CurrentCulture);

    public int IndexOf(string value, int startIndex) => IndexOf(value, startIndex, StringComparison.CurrentCulture);

    public int IndexOf(string value, int startIndex, int count) => IndexOf(value, startIndex, count, StringComparison.CurrentCulture);

    public int IndexOf(string value, StringComparison comparisonType) => IndexOf(value, 0, Length, comparisonType);

    public int IndexOf(string value, int startIndex, StringComparison comparisonType) =>
        IndexOf(value, startIndex, Length - startIndex, comparisonType);

    public int IndexOf(string value, int startIndex, int count, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        var ignoreCase = Ordinal.IgnoresCase(comparisonType);
        return Offset(Ordinal.IndexOf(Part(startIndex, count), value.Span, ignoreCase), startIndex);
    }

    public int IndexOfAny(char[] anyOf) => IndexOfAny(anyOf, 0, Length);

    public int IndexOfAny(char[] anyOf, int startIndex) => IndexOfAny(anyOf, startIndex, Length - startIndex);

    public int IndexOfAny(char[] anyOf, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(anyOf);
        return Offset(Part(startIndex, count).IndexOfAny(new ReadOnlySpan<char>(anyOf)), startIndex);
    }

    public int LastIndexOf(char value) => Ordinal.LastIndexOf(Span, value);

    public int LastIndexOf(char value, int startIndex) => LastIndexOf(value, startIndex, startIndex + 1);

    /// <param name="value">What to find.</param>
    /// <param name="startIndex">Where the search begins; it proceeds towards the start.</param>
    /// <param name="count">How many characters it looks at.</param>
    public int LastIndexOf(char value, int startIndex, int count)
    {
        if (Length == 0)
        {
            return -1;
        }

        return Offset(Ordinal.LastIndexOf(PartBefore(startIndex, count), value), startIndex - count + 1);
    }

    public int LastIndexOf(string value) => LastIndexOf(value, Length - 1, Length, StringComparison.CurrentCulture);

    public int LastIndexOf(string value, int startIndex) => LastIndexOf(value, startIndex, startIndex + 1, StringComparison.CurrentCulture);

    public int LastIndexOf(string value, int startIndex, int count) =>
        LastIndexOf(value, startIndex, count, StringComparison.CurrentCulture);

    public int LastIndexOf(string value, StringComparison comparisonType) => LastIndexOf(value, Length - 1, Length, comparisonType);

    public int LastIndexOf(string value, int startIndex, StringComparison comparisonType) =>
        LastIndexOf(value, startIndex, startIndex + 1, comparisonType);

    public int LastIndexOf(string value, int startIndex, int count, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        var ignoreCase = Ordinal.IgnoresCase(comparisonType);
        if (Length == 0 && startIndex == -1)
        {
            // What an empty string's `Length - 1` gives.
            return value.Length == 0 ? 0 : -1;
        }

        if (startIndex == Length)
        {
            // One past the last character has always been allowed.
            startIndex--;
            if (count > 0)
            {
                count--;
            }

            if (startIndex < 0)
            {
                return value.Length == 0 ? 0 : -1;
            }
        }

        return Offset(Ordinal.LastIndexOf(PartBefore(startIndex, count), value.Span, ignoreCase), startIndex - count + 1);
    }

    public int LastIndexOfAny(char[] anyOf) => LastIndexOfAny(anyOf, Length - 1, Length);

    public int LastIndexOfAny(char[] anyOf, int startIndex) => LastIndexOfAny(anyOf, startIndex, startIndex + 1);

    public int LastIndexOfAny(char[] anyOf, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(anyOf);
        if (Length == 0)
        {
            return -1;
        }

        return Offset(PartBefore(startIndex, count).LastIndexOfAny(new ReadOnlySpan<char>(anyOf)), startIndex - count + 1);
    }

    private static int Offset(int index, int start) => index < 0 ? index : index + start;

    private ReadOnlySpan<char> Part(int startIndex, int count)
    {
        if ((uint)startIndex > (uint)Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        if ((uint)count > (uint)(Length - startIndex))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        return Span.Slice(startIndex, count);
    }

    // The `count` characters that end with the one at `startIndex`.
    private ReadOnlySpan<char> PartBefore(int startIndex, int count)
    {
        if ((uint)startIndex >= (uint)Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(startIndex));
        }

        if ((uint)count > (uint)startIndex + 1)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(count));
        }

        return Span.Slice(startIndex - count + 1, count);
    }
}
