namespace System;

/// <summary>A binary floating-point type of IEEE 754-2008 (section 3.4): what its bits mean.</summary>
/// <param name="fractionBits">How many bits the fraction has, the leading one of the significand not counted.</param>
/// <param name="exponentBits">How many bits the exponent has.</param>
/// <param name="reliableDigits">How many decimal digits custom formats round to first, as .NET does.</param>
/// <param name="distinctDigits">How many decimal digits tell any two numbers apart.</param>
internal readonly struct FloatType(int fractionBits, int exponentBits, int reliableDigits, int distinctDigits)
{
    public static FloatType Double => new(52, 11, 15, 17);

    public static FloatType Single => new(23, 8, 7, 9);

    public static FloatType Half => new(10, 5, 5, 5);

    public readonly int FractionBits = fractionBits;
    public readonly int ExponentBits = exponentBits;
    public readonly int ReliableDigits = reliableDigits;
    public readonly int DistinctDigits = distinctDigits;

    public int Bias => (1 << (ExponentBits - 1)) - 1;

    public ulong Infinity => ((1ul << ExponentBits) - 1) << FractionBits;

    public ulong SignBit => 1ul << (FractionBits + ExponentBits);

    /// <summary>Takes a finite number apart: its magnitude is significand × 2^exponent.</summary>
    /// <param name="bits">The number.</param>
    /// <param name="exponent">The exponent of the significand's lowest bit.</param>
    /// <param name="isLowerNeighborCloser">The next number towards zero is half as far away as the next one up.</param>
    public ulong Decompose(ulong bits, out int exponent, out bool isLowerNeighborCloser)
    {
        var fraction = bits & ((1ul << FractionBits) - 1);
        var biased = (int)(bits >> FractionBits) & ((1 << ExponentBits) - 1);
        exponent = Math.Max(biased, 1) - Bias - FractionBits;
        isLowerNeighborCloser = fraction == 0 && biased > 1;
        return biased == 0 ? fraction : fraction | (1ul << FractionBits);
    }
}
