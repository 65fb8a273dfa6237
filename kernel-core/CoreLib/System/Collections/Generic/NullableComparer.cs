namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="Comparer{T}.Default"/> is for nullable value types. No value sorts before any value.</summary>
internal sealed class NullableComparer<T> : Comparer<T?>
    where T : struct
{
    public override int Compare(T? x, T? y) => Nullable.Compare(x, y);

    public override bool Equals(object? obj) => obj is NullableComparer<T>;

    public override int GetHashCode() => 2;
}
