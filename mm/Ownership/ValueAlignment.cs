using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tarn;

/// <summary>The alignment of a type of values: what the compiler gives a field of it.</summary>
internal static unsafe class ValueAlignment
{
    /// <summary>Bytes; a power of two. At least that of <c>new</c>, which heaps serve best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint Of<T>()
        where T : unmanaged
    {
        // What is in front of the value is one byte and its padding.
        var alignment = sizeof(Preceded<T>) - sizeof(T);
        return alignment > sizeof(nuint) ? (nuint)alignment : (nuint)sizeof(nuint);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Preceded<T>
        where T : unmanaged
    {
        public byte Before;
        public T Value;
    }
}
