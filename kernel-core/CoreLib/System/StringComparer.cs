using System.Collections;
using System.Collections.Generic;

namespace System;

/// <summary>
/// Compares strings by code units, with or without regard to case. The comparers of cultures are those of the invariant one.
/// </summary>
public abstract class StringComparer : IComparer, IEqualityComparer, IComparer<string?>, IEqualityComparer<string?>
{
    private static StringComparer? _ordinal;
    private static StringComparer? _ordinalIgnoreCase;

    public static StringComparer Ordinal => _ordinal ??= new OrdinalComparer(ignoreCase: false);

    public static StringComparer OrdinalIgnoreCase => _ordinalIgnoreCase ??= new OrdinalComparer(ignoreCase: true);

    public static StringComparer InvariantCulture => Ordinal;

    public static StringComparer InvariantCultureIgnoreCase => OrdinalIgnoreCase;

    public static StringComparer CurrentCulture => Ordinal;

    public static StringComparer CurrentCultureIgnoreCase => OrdinalIgnoreCase;

    public static StringComparer FromComparison(StringComparison comparisonType) =>
        System.Ordinal.IgnoresCase(comparisonType) ? OrdinalIgnoreCase : Ordinal;

    public int Compare(object? x, object? y)
    {
        if (x == y)
        {
            return 0;
        }

        if (x is null)
        {
            return -1;
        }

        if (y is null)
        {
            return 1;
        }

        if (x is string first && y is string second)
        {
            return Compare(first, second);
        }

        if (x is IComparable comparable)
        {
            return comparable.CompareTo(y);
        }

        ThrowHelper.ThrowArgumentException("At least one of the objects must implement IComparable.");
        return 0;
    }

    public new bool Equals(object? x, object? y)
    {
        if (x == y)
        {
            return true;
        }

        if (x is null || y is null)
        {
            return false;
        }

        return x is string first && y is string second ? Equals(first, second) : x.Equals(y);
    }

    public int GetHashCode(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj is string text ? GetHashCode(text) : obj.GetHashCode();
    }

    public abstract int Compare(string? x, string? y);

    public abstract bool Equals(string? x, string? y);

    public abstract int GetHashCode(string obj);
}
