namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="Comparer{T}.Default"/> is for types that say nothing of their own order: the objects decide.</summary>
internal sealed class ObjectComparer<T> : Comparer<T>
{
    public override int Compare(T? x, T? y)
    {
        if (x is null)
        {
            return y is null ? 0 : -1;
        }

        if (y is null)
        {
            return 1;
        }

        if (x is IComparable first)
        {
            return first.CompareTo(y);
        }

        if (y is IComparable second)
        {
            return -second.CompareTo(x);
        }

        ThrowHelper.ThrowArgumentException("At least one of the objects must implement IComparable.");
        return 0;
    }

    public override bool Equals(object? obj) => obj is ObjectComparer<T>;

    public override int GetHashCode() => 3;
}
