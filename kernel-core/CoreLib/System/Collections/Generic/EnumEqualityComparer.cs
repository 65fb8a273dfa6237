using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="EqualityComparer{T}.Default"/> is for enumerations, which it compares without boxing.</summary>
internal sealed class EnumEqualityComparer<T> : EqualityComparer<T>
    where T : struct, Enum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool Equals(T x, T y) => EnumValues.Extend(x) == EnumValues.Extend(y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int GetHashCode(T obj)
    {
        var value = EnumValues.Extend(obj);
        return Unsafe.SizeOf<T>() == sizeof(long) ? (int)value ^ (int)(value >> 32) : (int)value;
    }

    public override bool Equals(object? obj) => obj is EnumEqualityComparer<T>;

    public override int GetHashCode() => 4;
}
