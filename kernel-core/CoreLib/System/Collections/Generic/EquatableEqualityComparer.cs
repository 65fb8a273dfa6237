using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Compares by <see cref="IEquatable{T}"/>, which <typeparamref name="T"/> was found to implement while running.</summary>
internal sealed class EquatableEqualityComparer<T> : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y) => x is null ? y is null : y is not null && ((IEquatable<T>)x).Equals(y);

    public override int GetHashCode([DisallowNull] T obj) => obj is null ? 0 : obj.GetHashCode();
}
