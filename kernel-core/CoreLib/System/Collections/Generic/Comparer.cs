using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

public abstract class Comparer<T> : IComparer, IComparer<T>
{
    public static Comparer<T> Default
    {
        [Intrinsic]
        get;
    }
    = Create();

    public static Comparer<T> Create(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ComparisonComparer<T>(comparison);
    }

    public abstract int Compare(T? x, T? y);

    int IComparer.Compare(object? x, object? y)
    {
        if (x is null)
        {
            return y is null ? 0 : -1;
        }

        if (y is null)
        {
            return 1;
        }

        if (x is not T || y is not T)
        {
            ThrowHelper.ThrowWrongValueType();
        }

        return Compare((T)x, (T)y);
    }

    // ILC writes the body for each T that it knows exactly, and so chooses among the comparers of this folder by their names
    // (tests/Contract). This one serves code that is shared among reference types.
    [Intrinsic]
    private static Comparer<T> Create() =>
        typeof(IComparable<T>).IsAssignableFrom(typeof(T)) ? new ComparableComparer<T>() : new ObjectComparer<T>();
}
