using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// ILC: what <see cref="EqualityComparer{T}.Default"/> is for types that implement <see cref="IEquatable{T}"/> of themselves.
/// </summary>
internal sealed class GenericEqualityComparer<T> : EqualityComparer<T>
    where T : IEquatable<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool Equals(T? x, T? y) => x is null ? y is null : y is not null && x.Equals(y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int GetHashCode([DisallowNull] T obj) => obj is null ? 0 : obj.GetHashCode();

    public override bool Equals(object? obj) => obj is GenericEqualityComparer<T>;

    public override int GetHashCode() => 1;
}
