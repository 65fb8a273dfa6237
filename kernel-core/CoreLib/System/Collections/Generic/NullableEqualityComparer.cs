using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="EqualityComparer{T}.Default"/> is for nullable value types.</summary>
internal sealed class NullableEqualityComparer<T> : EqualityComparer<T?>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool Equals(T? x, T? y) => Nullable.Equals(x, y);

    public override int GetHashCode(T? obj) => obj.GetHashCode();

    public override bool Equals(object? obj) => obj is NullableEqualityComparer<T>;

    public override int GetHashCode() => 2;
}
