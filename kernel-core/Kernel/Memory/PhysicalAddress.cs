using System;

namespace Tarn.Kernel;

/// <summary>An address as the memory bus uses it: at most 52 bits (AMD64 manual volume 2, section 5.1).</summary>
public readonly record struct PhysicalAddress
{
    /// <summary>How many bits an address has at most.</summary>
    public const int Bits = 52;

    /// <summary>The largest address.</summary>
    public const ulong Maximum = (1UL << Bits) - 1;

    /// <summary>Makes an address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has more than 52 bits.</exception>
    public PhysicalAddress(ulong value)
    {
        if (value > Maximum)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "A physical address has at most 52 bits.");
        }

        Value = value;
    }

    private PhysicalAddress(long value) => Value = (ulong)value;

    /// <summary>The address: 0 to <see cref="Maximum"/>.</summary>
    public ulong Value { get; }

    /// <summary>The address in the lower 52 bits of <paramref name="value"/>.</summary>
    public static PhysicalAddress Truncate(ulong value) => new((long)(value & Maximum));

    /// <inheritdoc/>
    public bool Equals(PhysicalAddress other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The address in hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x}";
}
