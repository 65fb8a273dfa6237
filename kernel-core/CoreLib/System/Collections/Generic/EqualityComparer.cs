using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

public abstract class EqualityComparer<T> : IEqualityComparer, IEqualityComparer<T>
{
    public static EqualityComparer<T> Default
    {
        [Intrinsic]
        get;
    }
    = Create();

    public static EqualityComparer<T> Create(Func<T?, T?, bool> equals, Func<T, int>? getHashCode = null)
    {
        ArgumentNullException.ThrowIfNull(equals);
        return new DelegateEqualityComparer<T>(equals, getHashCode);
    }

    public abstract bool Equals(T? x, T? y);

    public abstract int GetHashCode([DisallowNull] T obj);

    int IEqualityComparer.GetHashCode(object? obj)
    {
        if (obj is null)
        {
            return 0;
        }

        if (obj is not T)
        {
            ThrowHelper.ThrowWrongValueType();
        }

        return GetHashCode((T)obj);
    }

    bool IEqualityComparer.Equals(object? x, object? y)
    {
        if (x == y)
        {
            return true;
        }

        if (x is null || y is null)
        {
            return false;
        }

        if (x is not T || y is not T)
        {
            ThrowHelper.ThrowWrongValueType();
        }

        return Equals((T)x, (T)y);
    }

    // ILC writes the body for each T that it knows exactly, and so chooses among the comparers of this folder by their names
    // (tests/Contract). This one serves code that is shared among reference types.
    [Intrinsic]
    private static EqualityComparer<T> Create() =>
        typeof(IEquatable<T>).IsAssignableFrom(typeof(T)) ? new EquatableEqualityComparer<T>() : new ObjectEqualityComparer<T>();
}
