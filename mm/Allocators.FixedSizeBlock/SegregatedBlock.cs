using System.Runtime.InteropServices;

namespace Tarn.Allocators;

/// <summary>
/// What a free block holds at its start. Its last four bytes hold its length once more: the neighbour behind finds the start by it.
/// </summary>
/// <remarks>
/// <code>
///   byte 0      4          8        12                Length - 4
///   | Next      | Previous | Length | (nothing)  …  | Length |
///
///   a block of one granule, the smallest there is, has exactly the room:
///   | Next      | Previous | Length | Length |
/// </code>
/// Links are offsets in bytes, counted from one granule before the range, so that 0 is no block.
/// </remarks>
[StructLayout(LayoutKind.Explicit)]
internal struct SegregatedBlock
{
    /// <summary>The next block of the same list, or 0 in the last.</summary>
    [FieldOffset(0)]
    internal uint Next;

    /// <summary>The block before it in the list, or 0 in the first.</summary>
    [FieldOffset(4)]
    internal uint Previous;

    /// <summary>Both links at once: 0 in the only block of a list.</summary>
    [FieldOffset(0)]
    internal ulong Links;

    /// <summary>Bytes of the block, these fields included: whole granules.</summary>
    [FieldOffset(8)]
    internal uint Length;
}
