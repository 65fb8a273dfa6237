using System;

namespace Tarn.Kernel;

/// <summary>An address as a program uses it: 64 bits of which 48 say something.</summary>
/// <remarks>
/// <para>
/// With four levels of page tables, bits 63 to 48 repeat bit 47; an address for which they do not is not <em>canonical</em>, and the processor
/// refuses it (Intel SDM volume 1, section 3.3.7.1). So there are two halves with a hole between them, and no value of this type lies in the hole:
/// </para>
/// <code>
///   0x0000_0000_0000_0000 … 0x0000_7fff_ffff_ffff    lower half
///                                                    (the hole)
///   0xffff_8000_0000_0000 … 0xffff_ffff_ffff_ffff    higher half
/// </code>
/// </remarks>
public readonly record struct VirtualAddress
{
    private const int UnusedBits = 16;

    /// <summary>Makes an address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not canonical.</exception>
    public VirtualAddress(ulong value)
    {
        if (!IsCanonical(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "The address is not canonical.");
        }

        Value = value;
    }

    private VirtualAddress(long value) => Value = (ulong)value;

    /// <summary>The address; always canonical.</summary>
    public ulong Value { get; }

    /// <summary>Whether bits 63 to 48 of <paramref name="value"/> repeat its bit 47.</summary>
    public static bool IsCanonical(ulong value) => SignExtend(value) == (long)value;

    /// <summary>The canonical address with the same lower 48 bits.</summary>
    public static VirtualAddress Truncate(ulong value) => new(SignExtend(value));

    /// <summary>Where a pointer points. The processor has dereferenced it or could: it is canonical.</summary>
    public static unsafe VirtualAddress Of(void* pointer) => new((ulong)pointer);

    /// <summary>The address as a pointer.</summary>
    public unsafe void* ToPointer() => (void*)Value;

    /// <inheritdoc/>
    public bool Equals(VirtualAddress other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The address in hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x16}";

    private static long SignExtend(ulong value) => (long)(value << UnusedBits) >> UnusedBits;
}
