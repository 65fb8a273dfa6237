using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="Comparer{T}.Default"/> is for types that implement <see cref="IComparable{T}"/> of themselves.</summary>
internal sealed class GenericComparer<T> : Comparer<T>
    where T : IComparable<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int Compare(T? x, T? y)
    {
        if (x is null)
        {
            return y is null ? 0 : -1;
        }

        return y is null ? 1 : x.CompareTo(y);
    }

    public override bool Equals(object? obj) => obj is GenericComparer<T>;

    public override int GetHashCode() => 1;
}
