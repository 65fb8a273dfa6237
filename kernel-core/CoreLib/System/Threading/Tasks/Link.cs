using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>Stores links of lists as the addresses they are, as <see cref="Interlocked"/> does: no collector moves objects or watches
/// stores. It takes one instruction where the compiler's own store of a reference is a call.</summary>
internal static unsafe class Link
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set<T>(ref T? link, T target)
        where T : class => Unsafe.As<T?, nint>(ref link) = AddressOf(target);

    /// <summary>Makes one link the same as another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy<T>(ref T? link, ref readonly T? source)
        where T : class => Unsafe.As<T?, nint>(ref link) = Unsafe.As<T?, nint>(ref Unsafe.AsRef(in source));

    /// <remarks>From the first field, which lies behind the pointer to the type: the compiler keeps in memory a variable that it is asked for
    /// the address of. Counted back from it as a reference: the compiler then finds that both steps cancel out.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint AddressOf(object target) => (nint)Unsafe.AsPointer(ref Unsafe.AddByteOffset(ref Unsafe.As<RawData>(target).Data, -sizeof(nint)));
}
