using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>
/// ILC: what <see cref="EqualityComparer{T}.Default"/> is for types that say nothing of their own equality: the objects decide.
/// </summary>
internal sealed class ObjectEqualityComparer<T> : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y) => x is null ? y is null : y is not null && x.Equals(y);

    public override int GetHashCode([DisallowNull] T obj) => obj is null ? 0 : obj.GetHashCode();

    public override bool Equals(object? obj) => obj is ObjectEqualityComparer<T>;

    public override int GetHashCode() => 3;
}
