using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Collections.Generic;

/// <summary>The value of an enumeration's member, whatever integer is behind it. The sizes are constants for each T.</summary>
internal static unsafe class EnumValues
{
    /// <summary>Whether the underlying type is signed.</summary>
    public static bool IsSigned<T>()
        where T : struct =>
        MethodTable.Of<T>()->ElementType is
            ElementType.SByte or ElementType.Int16 or ElementType.Int32 or ElementType.Int64 or ElementType.IntPtr;

    /// <summary>The value with its sign extended, as if the underlying type were signed.</summary>
    public static long Extend<T>(T value)
        where T : struct => Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<T, sbyte>(value),
            2 => Unsafe.BitCast<T, short>(value),
            4 => Unsafe.BitCast<T, int>(value),
            _ => Unsafe.BitCast<T, long>(value),
        };
}
