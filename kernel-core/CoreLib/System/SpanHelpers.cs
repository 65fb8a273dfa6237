using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The loops under spans, strings and arrays. Lengths are in elements unless a name says bytes.</summary>
internal static unsafe partial class SpanHelpers
{
    /// <summary>Copies bytes; the regions may overlap. ILC: called by name (<c>MemCpy</c>) for copies of unknown length.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "memmove")]
    internal static extern void Memmove(ref byte destination, ref byte source, nuint byteCount);

    /// <summary>Sets bytes to zero. ILC: called by name (<c>MemZero</c>) for blocks of unknown length.</summary>
    internal static void ClearWithoutReferences(ref byte destination, nuint byteCount) => Fill(ref destination, 0, byteCount);

    /// <summary>Sets references to null.</summary>
    internal static void ClearWithReferences(ref nint destination, nuint pointerCount) =>
        Fill(ref Unsafe.As<nint, byte>(ref destination), 0, pointerCount * (nuint)sizeof(nint));

    /// <summary>Sets bytes to <paramref name="value"/>. ILC: called by name (<c>MemSet</c>).</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "memset")]
    internal static extern void Fill(ref byte destination, byte value, nuint byteCount);

    internal static bool SequenceEqual(ref byte first, ref byte second, nuint byteCount) =>
        CompareBytes(ref first, ref second, byteCount) == 0;

    /// <summary>Below 0, 0 or above 0 as the first byte that differs is less, none differs, or it is greater.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "memcmp")]
    internal static extern int CompareBytes(ref byte first, ref byte second, nuint byteCount);
}
