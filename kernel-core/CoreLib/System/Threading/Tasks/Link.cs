using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>Stores links of lists as the addresses they are, as <see cref="Interlocked"/> does: no collector moves objects or watches
/// stores. It takes one instruction where the compiler's own store of a reference is a call.</summary>
internal static class Link
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set<T>(ref T? link, T? target)
        where T : class => Unsafe.As<T?, nint>(ref link) = AddressOf(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint AddressOf<T>(T? target)
        where T : class => Unsafe.As<T?, nint>(ref target);
}
