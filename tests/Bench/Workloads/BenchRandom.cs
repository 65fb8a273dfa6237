namespace Tarn.Bench;

/// <summary>The generator of all workloads' numbers, xorshift64*: the same sequence from the same seed, everywhere.</summary>
/// <remarks>
/// S. Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled" (2016), the variant (12, 25, 27).
/// </remarks>
public struct BenchRandom
{
    /// <summary>The seed of workloads that do not name another: 2^64 divided by the golden ratio, made odd.</summary>
    public const ulong UsualSeed = 0x9E37_79B9_7F4A_7C15;

    private const ulong Multiplier = 0x2545_F491_4F6C_DD1D;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number but 0.</param>
    public BenchRandom(ulong seed) => State = seed;

    /// <summary>What the next number comes from: two sequences at the same state go on alike.</summary>
    public ulong State { get; private set; }

    /// <summary>The next number.</summary>
    public ulong Next()
    {
        var state = State;
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        State = state;
        return state * Multiplier;
    }

    /// <summary>The next number below <paramref name="bound"/>.</summary>
    /// <param name="bound">1 to 2^32.</param>
    public uint Below(ulong bound) => (uint)(((Next() >> 32) * bound) >> 32);
}
