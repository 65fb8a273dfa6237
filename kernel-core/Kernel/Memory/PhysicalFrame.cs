using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>A frame of physical memory, what a page is mapped to: its start is a multiple of its size.</summary>
/// <typeparam name="TSize">How large it is.</typeparam>
public readonly record struct PhysicalFrame<TSize>
    where TSize : struct, IPageSize
{
    /// <summary>The frame that starts at an address.</summary>
    /// <exception cref="ArgumentException">The address is not a multiple of the frame's size.</exception>
    public PhysicalFrame(PhysicalAddress start)
    {
        if ((start.Value & (Size - 1)) != 0)
        {
            throw new ArgumentException("A frame starts at a multiple of its size.", nameof(start));
        }

        Start = start;
    }

    private PhysicalFrame(ulong start) => Start = PhysicalAddress.Truncate(start);

    /// <summary>Bytes of a frame.</summary>
    public static ulong Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1UL << TSize.Shift;
    }

    /// <summary>The frame's first byte.</summary>
    public PhysicalAddress Start { get; }

    /// <summary>How many frames of this size lie below it.</summary>
    public ulong Number
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Start.Value >> TSize.Shift;
    }

    /// <summary>The frame that <paramref name="address"/> lies in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhysicalFrame<TSize> Containing(PhysicalAddress address) => Truncate(address.Value);

    /// <summary>The frame that the lower 52 bits of <paramref name="value"/> lie in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhysicalFrame<TSize> Truncate(ulong value) => new(value & ~(Size - 1));

    /// <inheritdoc/>
    public bool Equals(PhysicalFrame<TSize> other) => Start.Value == other.Start.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Start.GetHashCode();

    /// <summary>The frame's start in hexadecimal digits.</summary>
    public override string ToString() => Start.ToString();
}
