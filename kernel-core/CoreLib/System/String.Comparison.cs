using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public sealed partial class String
{
    public static int Compare(string? strA, string? strB) => Compare(strA, strB, ignoreCase: false);

    public static int Compare(string? strA, string? strB, bool ignoreCase)
    {
        if (ReferenceEquals(strA, strB))
        {
            return 0;
        }

        if (strA is null)
        {
            return -1;
        }

        return strB is null ? 1 : Ordinal.Compare(strA.Span, strB.Span, ignoreCase);
    }

    public static int Compare(string? strA, string? strB, StringComparison comparisonType) =>
        Compare(strA, strB, Ordinal.IgnoresCase(comparisonType));

    public static int Compare(string? strA, string? strB, bool ignoreCase, CultureInfo? culture) => Compare(strA, strB, ignoreCase);

    public static int Compare(string? strA, int indexA, string? strB, int indexB, int length) =>
        Compare(strA, indexA, strB, indexB, length, ignoreCase: false);

    public static int Compare(string? strA, int indexA, string? strB, int indexB, int length, StringComparison comparisonType) =>
        Compare(strA, indexA, strB, indexB, length, Ordinal.IgnoresCase(comparisonType));

    public static int Compare(string? strA, int indexA, string? strB, int indexB, int length, bool ignoreCase)
    {
        if (strA is null || strB is null)
        {
            return ReferenceEquals(strA, strB) ? 0 : strA is null ? -1 : 1;
        }

        if (length < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(length));
        }

        if ((uint)indexA > (uint)strA.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(indexA));
        }

        if ((uint)indexB > (uint)strB.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(indexB));
        }

        return Ordinal.Compare(
            strA.Span.Slice(indexA, Math.Min(length, strA.Length - indexA)),
            strB.Span.Slice(indexB, Math.Min(length, strB.Length - indexB)),
            ignoreCase);
    }

    public static int CompareOrdinal(string? strA, string? strB) => Compare(strA, strB, ignoreCase: false);

    public static int CompareOrdinal(string? strA, int indexA, string? strB, int indexB, int length) =>
        Compare(strA, indexA, strB, indexB, length, ignoreCase: false);

    public int CompareTo(object? value)
    {
        if (value is null)
        {
            return 1;
        }

        if (value is not string other)
        {
            ThrowHelper.ThrowWrongValueType();
            return 0;
        }

        return CompareTo(other);
    }

    public int CompareTo(string? strB) => Compare(this, strB);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is string other && EqualsNotNull(this, other);

    [Intrinsic]
    public bool Equals([NotNullWhen(true)] string? value) => value is not null && EqualsNotNull(this, value);

    public bool Equals([NotNullWhen(true)] string? value, StringComparison comparisonType) => Equals(this, value, comparisonType);

    // The compiler compares with literals in place where it is shorter, and calls this in a `switch` (tests/Contract).
    [Intrinsic]
    public static bool Equals(string? a, string? b) => ReferenceEquals(a, b) || (a is not null && b is not null && EqualsNotNull(a, b));

    public static bool Equals(string? a, string? b, StringComparison comparisonType)
    {
        var ignoreCase = Ordinal.IgnoresCase(comparisonType);
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (a is null || b is null || a.Length != b.Length)
        {
            return false;
        }

        return ignoreCase ? Ordinal.EqualsIgnoreCase(a.Span, b.Span) : EqualsNotNull(a, b);
    }

    [Intrinsic]
    public static bool operator ==(string? a, string? b) => Equals(a, b);

    public static bool operator !=(string? a, string? b) => !Equals(a, b);

    /// <summary>Depends on the characters alone, so that two runs of one image behave alike.</summary>
    public override int GetHashCode() => Ordinal.GetHashCode(Span);

    public int GetHashCode(StringComparison comparisonType) => GetHashCode(Span, comparisonType);

    public static int GetHashCode(ReadOnlySpan<char> value) => Ordinal.GetHashCode(value);

    public static int GetHashCode(ReadOnlySpan<char> value, StringComparison comparisonType) =>
        Ordinal.IgnoresCase(comparisonType) ? Ordinal.GetHashCodeIgnoreCase(value) : Ordinal.GetHashCode(value);

    public bool StartsWith(char value) => Length != 0 && _firstChar == value;

    [Intrinsic]
    public bool StartsWith(string value) => StartsWith(value, StringComparison.CurrentCulture);

    [Intrinsic]
    public bool StartsWith(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return MemoryExtensions.StartsWith(Span, value.Span, comparisonType);
    }

    public bool StartsWith(string value, bool ignoreCase, CultureInfo? culture) =>
        StartsWith(value, ignoreCase ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture);

    public bool EndsWith(char value) => Length != 0 && this[Length - 1] == value;

    public bool EndsWith(string value) => EndsWith(value, StringComparison.CurrentCulture);

    [Intrinsic]
    public bool EndsWith(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return MemoryExtensions.EndsWith(Span, value.Span, comparisonType);
    }

    public bool EndsWith(string value, bool ignoreCase, CultureInfo? culture) =>
        EndsWith(value, ignoreCase ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EqualsNotNull(string a, string b) =>
        a.Length == b.Length &&
        SpanHelpers.SequenceEqual(
            ref Unsafe.As<char, byte>(ref a._firstChar), ref Unsafe.As<char, byte>(ref b._firstChar), (nuint)(uint)a.Length * sizeof(char));
}
