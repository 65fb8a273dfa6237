using System.Numerics;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// Where the chains of a hash table begin. The number of buckets is a power of two, and the bucket is the top bits of the hash multiplied by
/// 2^32 divided by the golden ratio, so that hashes which differ in few bits spread (D. E. Knuth, The Art of Computer Programming, volume 3,
/// section 6.4).
/// </summary>
internal struct HashBuckets
{
    // Chains hold the index of their first entry plus one: cleared memory is a table without entries.
    private int[] _heads;
    private byte _shift;

    /// <param name="capacity">How many entries there will be, at least 1.</param>
    public HashBuckets(int capacity)
    {
        var count = RoundUp(capacity);
        _heads = new int[count];
        _shift = (byte)(32 - BitOperations.Log2((uint)count));
    }

    public readonly int Count => _heads.Length;

    /// <summary>The head of the chain for a hash.</summary>
    public readonly ref int this[int hash] => ref _heads[(int)(((uint)hash * 0x9E3779B9u) >> _shift)];

    /// <summary>A power of two of at least <paramref name="capacity"/>: a table has as many entries as buckets.</summary>
    public static int RoundUp(int capacity) => capacity <= 4 ? 4 : (int)BitOperations.RoundUpToPowerOf2((uint)capacity);

    public readonly void Clear() => Array.Clear(_heads);
}
