using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>Sees memory as something else than it was declared to be. The types and lengths that callers name are trusted.</summary>
public static unsafe partial class MemoryMarshal
{
    /// <summary>The first element of an array, or where it would be. The element type is not checked.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetArrayDataReference<T>(T[] array) => ref Unsafe.As<byte, T>(ref Unsafe.As<RawArrayData>(array).Data);

    /// <summary>The first byte of the first element of an array of any rank.</summary>
    public static ref byte GetArrayDataReference(Array array) => ref array.Data;
}
