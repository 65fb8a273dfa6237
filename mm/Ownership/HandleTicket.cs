using Tarn.Kernel;

namespace Tarn;

/// <summary>What tells a handle that is in use from one that has ended: a number in a place of its own on the heap. For DEBUG builds.</summary>
/// <remarks>
/// A handle keeps the place and the number. When it ends, the number is wiped and the place goes back to the heap. Whatever stands there
/// later is another number: each is given out once, and they are spread over all of 64 bits, so that no count, length or address is one.
/// <code>
///   handle: | block | place | number |
///                       |
///                       +--> | number |       equal for as long as the handle is in use
/// </code>
/// </remarks>
internal readonly unsafe struct HandleTicket
{
    /// <summary>Bytes of the place.</summary>
    internal const uint Size = sizeof(ulong);

    /// <summary>Odd, so that different counts have different products: 2^64 divided by the golden ratio.</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private static ulong s_issued;

    private readonly ulong* _place;
    private readonly ulong _number;

    private HandleTicket(ulong* place, ulong number)
    {
        _place = place;
        _number = number;
        *place = number;
    }

    /// <summary>Whether it was issued and not returned.</summary>
    internal bool IsValid => _place is not null && *_place == _number;

    /// <summary>Makes a ticket.</summary>
    /// <returns>False where there is no memory for it.</returns>
    internal static bool TryIssue(out HandleTicket ticket)
    {
        ticket = default;
        if (!HeapMemory.TryAllocate(Size, Size, out var place))
        {
            return false;
        }

        s_issued++;
        ticket = new HandleTicket((ulong*)place, s_issued * Spread);
        return true;
    }

    /// <summary>Makes it invalid; it is valid.</summary>
    internal void Return()
    {
        *_place = 0;
        HeapMemory.Free(_place, Size, Size);
    }
}
