using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Collections.Generic;

/// <summary>
/// Where the chains of a hash table begin. The number of buckets is a power of two, and the bucket is the top bits of the hash multiplied
/// by 2^32 divided by the golden ratio, so that hashes which differ in few bits spread (D. E. Knuth, The Art of Computer Programming,
/// volume 3, section 6.4).
/// </summary>
internal struct HashBuckets
{
    // Chains hold the index of their first entry plus one: cleared memory is a table without entries.
    private int[] _heads;
    private byte _shift;

    /// <param name="capacity">How many entries there will be room for, at least 2.</param>
    public HashBuckets(int capacity)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)capacity);
        _heads = new int[count];
        _shift = (byte)(32 - BitOperations.Log2((uint)count));
    }

    /// <summary>The head of the chain for a hash.</summary>
    public readonly ref int this[int hash]
    {
        // As many top bits as number the heads: no index is out of range.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_heads), (nint)(((uint)hash * 0x9E3779B9u) >> _shift));
    }

    public readonly void Clear() => Array.Clear(_heads);
}
