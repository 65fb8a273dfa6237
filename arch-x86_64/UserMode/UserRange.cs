namespace Tarn.Arch.X86_64;

/// <summary>The addresses that belong to ring 3: a kernel maps nothing there for itself.</summary>
/// <remarks>
/// <code>
///   0x0000_4000_0000_0000  End     the kernel's from here on      top-level entries 128 to 511
///   0x0000_0000_0001_0000  Start   ring 3's, 64 TiB               entries 0 to 127
///   0x0000_0000_0000_0000          nobody's: a null reference stays one, whatever ring 3 maps
/// </code>
/// </remarks>
public static class UserRange
{
    /// <summary>The first address.</summary>
    public const ulong Start = 0x1_0000;

    /// <summary>One past the last address: a multiple of what a top-level entry maps.</summary>
    public const ulong End = 0x4000_0000_0000;

    /// <summary>Whether an address is ring 3's.</summary>
    public static bool Contains(ulong address) => address is >= Start and < End;
}
