namespace Tarn.Allocators;

/// <summary>What a free block holds at its start: the smallest block has exactly the room.</summary>
/// <remarks>
/// <code>
///   byte 0          8          16            Length
///   | Next          | Length   | (nothing) … |
/// </code>
/// </remarks>
internal unsafe struct LinkedFreeBlock
{
    /// <summary>The free block with the next higher address, or null.</summary>
    internal LinkedFreeBlock* Next;

    /// <summary>Bytes of the block, these fields included: whole granules.</summary>
    internal nuint Length;
}
