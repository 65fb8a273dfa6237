using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>ILC: what <see cref="Comparer{T}.Default"/> is for enumerations, which it compares without boxing.</summary>
internal sealed class EnumComparer<T> : Comparer<T>
    where T : struct, Enum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int Compare(T x, T y)
    {
        var a = EnumValues.Extend(x);
        var b = EnumValues.Extend(y);
        if (a == b)
        {
            return 0;
        }

        // Extending keeps the order of unsigned values among unsigned 64-bit ones.
        return (EnumValues.IsSigned<T>() ? a < b : (ulong)a < (ulong)b) ? -1 : 1;
    }

    public override bool Equals(object? obj) => obj is EnumComparer<T>;

    public override int GetHashCode() => 4;
}
