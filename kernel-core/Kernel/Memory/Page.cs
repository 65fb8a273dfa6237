using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>A page of virtual memory: its start is a multiple of its size.</summary>
/// <typeparam name="TSize">How large it is.</typeparam>
public readonly record struct Page<TSize>
    where TSize : struct, IPageSize
{
    /// <summary>The page that starts at an address.</summary>
    /// <exception cref="ArgumentException">The address is not a multiple of the page's size.</exception>
    public Page(VirtualAddress start)
    {
        if ((start.Value & (Size - 1)) != 0)
        {
            throw new ArgumentException("A page starts at a multiple of its size.", nameof(start));
        }

        Start = start;
    }

    private Page(ulong start) => Start = VirtualAddress.Truncate(start);

    /// <summary>Bytes of a page.</summary>
    public static ulong Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1UL << TSize.Shift;
    }

    /// <summary>The page's first byte.</summary>
    public VirtualAddress Start { get; }

    /// <summary>The page that <paramref name="address"/> lies in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Page<TSize> Containing(VirtualAddress address) => new(address.Value & ~(Size - 1));

    /// <summary>The page that lies <paramref name="count"/> pages above this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none: it would lie in the hole between the halves, or past the end.</exception>
    public Page<TSize> Above(ulong count)
    {
        var address = Start.Value + (count << TSize.Shift);
        if (count > ulong.MaxValue >> TSize.Shift || address < Start.Value || !VirtualAddress.IsCanonical(address) || (address ^ Start.Value) >> 63 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(count), "There is no such page in this half of the address space.");
        }

        return new Page<TSize>(address);
    }

    /// <inheritdoc/>
    public bool Equals(Page<TSize> other) => Start.Value == other.Start.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Start.GetHashCode();

    /// <summary>The page's start in hexadecimal digits.</summary>
    public override string ToString() => Start.ToString();
}
