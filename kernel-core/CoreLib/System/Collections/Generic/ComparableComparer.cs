namespace System.Collections.Generic;

/// <summary>Compares by <see cref="IComparable{T}"/>, which <typeparamref name="T"/> was found to implement while running.</summary>
internal sealed class ComparableComparer<T> : Comparer<T>
{
    public override int Compare(T? x, T? y)
    {
        if (x is null)
        {
            return y is null ? 0 : -1;
        }

        return y is null ? 1 : ((IComparable<T>)x).CompareTo(y);
    }
}
